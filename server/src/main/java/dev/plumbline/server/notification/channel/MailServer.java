package dev.plumbline.server.notification.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mail server that accepts our mail.
 *
 * @param host its name
 * @param port its port
 * @param encryption how the connection is protected
 * @param user who we are there; empty: no login
 * @param password its password
 * @param from the sender's address
 */
public record MailServer(
        String host, int port, Encryption encryption, Optional<String> user, String password, String from) {

    /** A plain address: one that a header can contain without quoting. No control character, blank or second @. */
    static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    private static final Map<String, Integer> PORTS = Map.of("smtp", 587, "smtps", 465);

    /** How the connection is protected. */
    public enum Encryption {
        /** TLS from the first byte: {@code smtps://}. */
        TLS,
        /** STARTTLS, an error if the server doesn't offer it: {@code smtp://}. */
        STARTTLS,
        /** None, for a server on the same machine: {@code smtp://…?starttls=no}. */
        NONE
    }

    /**
     * The server of an address such as {@code smtps://user:password@mail.example.com}.
     *
     * @throws IllegalArgumentException when it isn't one; the message contains no password
     */
    public static MailServer of(String url, String from) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("it isn't an address", null);
        }
        Integer port = uri.getScheme() == null ? null : PORTS.get(uri.getScheme());
        if (port == null || uri.getHost() == null || !uri.getPath().isEmpty()) {
            throw new IllegalArgumentException("it isn't the address of a mail server");
        }
        if (!ADDRESS.matcher(from).matches()) {
            throw new IllegalArgumentException("the sender's address is invalid");
        }
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new MailServer(
                uri.getHost(),
                uri.getPort() < 0 ? port : uri.getPort(),
                encryption(uri),
                login.length == 0 ? Optional.empty() : Optional.of(decoded(login[0])),
                login.length < 2 ? "" : decoded(login[1]),
                from);
    }

    private static Encryption encryption(URI uri) {
        if (uri.getScheme().equals("smtps")) {
            return Encryption.TLS;
        }
        return switch (String.valueOf(uri.getQuery())) {
            case "null", "starttls=yes" -> Encryption.STARTTLS;
            case "starttls=no" -> Encryption.NONE;
            default -> throw new IllegalArgumentException("after the ? it takes starttls=yes or starttls=no");
        };
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
