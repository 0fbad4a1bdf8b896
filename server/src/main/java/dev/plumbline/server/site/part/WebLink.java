package dev.plumbline.server.site.part;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses that uploads name. */
public final class WebLink {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebLink() {}

    /** The address, if it is an absolute one of http or https; nothing else that an upload names is linked. */
    public static Optional<String> of(String text) {
        try {
            URI uri = new URI(text);
            boolean allowed = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
            return allowed ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
