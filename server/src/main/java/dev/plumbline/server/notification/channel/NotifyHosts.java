package dev.plumbline.server.notification.channel;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts that messages may be sent to, as the operator lists them: {@code hooks.slack.com}, {@code *.example.com} for every host
 * below, with a port if it isn't the usual one, and with {@code http://} in front if there is no TLS. A private address is treated
 * like any other: only what is listed is reached.
 */
public final class NotifyHosts {

    private static final Pattern ENTRY =
            Pattern.compile("(?:(https?)://)?(\\*\\.)?([a-z0-9.-]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?");
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final List<Entry> entries;

    private record Entry(String scheme, boolean below, String host, int port) {

        boolean allows(String askedScheme, String askedHost, int askedPort) {
            return scheme.equals(askedScheme)
                    && port == askedPort
                    && (below ? askedHost.endsWith("." + host) : askedHost.equals(host));
        }
    }

    private NotifyHosts(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * The hosts of a list with commas; an empty text is none.
     *
     * @throws IllegalArgumentException when an entry isn't a host; the message names it
     */
    public static NotifyHosts of(String list) {
        return new NotifyHosts(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(NotifyHosts::entry)
                .toList());
    }

    private static Entry entry(String text) {
        Matcher entry = ENTRY.matcher(text.toLowerCase(Locale.ROOT));
        if (!entry.matches()) {
            throw new IllegalArgumentException("'" + text + "' isn't a host");
        }
        String scheme = entry.group(1) == null ? "https" : entry.group(1);
        int port = entry.group(4) == null ? usualPort(scheme) : Integer.parseInt(entry.group(4));
        return new Entry(scheme, entry.group(2) != null, entry.group(3), port);
    }

    /**
     * The address in a text, if messages may be sent there.
     *
     * @return empty when it isn't an address, has a user or a fragment, or its host is not listed
     */
    public Optional<URI> allowed(String address) {
        if (address.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address);
            if (uri.getScheme() == null
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            int port = uri.getPort() < 0 ? usualPort(scheme) : uri.getPort();
            return entries.stream().anyMatch(entry -> entry.allows(scheme, host, port))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static int usualPort(String scheme) {
        return scheme.equals("http") ? HTTP_PORT : HTTPS_PORT;
    }
}
