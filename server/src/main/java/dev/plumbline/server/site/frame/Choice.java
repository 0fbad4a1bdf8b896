package dev.plumbline.server.site.frame;

/**
 * One of several things to look at.
 *
 * @param value what the address carries
 * @param label what the reader sees
 * @param selected whether it is the one looked at
 */
public record Choice(String value, String label, boolean selected) {}
