package dev.plumbline.server.site.part;

/** Something that is known, by its name; the address is empty where it leads nowhere. */
public record Fact(String name, String value, String url) {}
