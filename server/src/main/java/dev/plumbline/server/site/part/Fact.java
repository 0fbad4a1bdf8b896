package dev.plumbline.server.site.part;

import java.util.Optional;

/**
 * Something that is known.
 *
 * @param name what it is
 * @param value its words
 * @param url the address that it leads to, empty if it leads nowhere
 * @param forge its page on the forge
 */
public record Fact(String name, String value, String url, Optional<String> forge) {

    /** One that the forge has no page of. */
    public Fact(String name, String value, String url) {
        this(name, value, url, Optional.empty());
    }
}
