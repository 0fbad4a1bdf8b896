package dev.plumbline.server.forges;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses that people type or that CI jobs send. */
public final class WebAddress {

    private static final int LONGEST = 500;

    private WebAddress() {}

    /** The address without slashes at its end, if it is one of http or https with nothing but a host, a port and a path. */
    public static Optional<String> of(String text) {
        try {
            URI address = new URI(text.replaceAll("/+$", ""));
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            boolean plain = address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            return http && plain && text.length() <= LONGEST ? Optional.of(address.toString()) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
