package dev.plumbline.server.site.part;

/** Something that is known, by its name; the address is empty if it leads nowhere. */
public record Fact(String name, String value, String url) {}
