package dev.plumbline.server.site.frame;

/**
 * One of several things to look at.
 *
 * @param value its value in the address
 * @param label what the reader sees
 * @param selected whether it is the current one
 */
public record Choice(String value, String label, boolean selected) {}
