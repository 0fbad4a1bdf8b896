package dev.plumbline.server.site.frame;

/**
 * How an address unfolds where it is posted, as Open Graph has it.
 *
 * @param title what it is about
 * @param description the essence in a sentence
 * @param url the page's absolute address
 * @param image the absolute address of a PNG; empty for none
 */
public record Preview(String title, String description, String url, String image) {}
