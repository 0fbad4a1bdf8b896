package dev.plumbline.server.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes from page to page of a server along the links, as people do, so that a page that is new is found by itself. */
final class SiteWalk {

    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*href=\"(/[^\"#]*)");
    private static final Pattern NO_PAGE =
            Pattern.compile("/(api|assets|openapi|plumbline|sign-out).*|.*\\.(svg|png|csv|atom|jar)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final String cookie;

    /**
     * A walk.
     *
     * @param cookie the header {@code Cookie}; empty: not signed in
     */
    SiteWalk(URI server, String cookie) {
        this.server = server;
        this.cookie = cookie;
    }

    /**
     * Pages by their addresses, with what was answered.
     *
     * @param first where to begin; these are of the kinds that they are, also when there are several of one
     * @param ofAKind how many pages of a kind are opened besides: addresses whose paths differ in numbers and hashes only are of one
     *     kind, whatever their queries
     */
    Map<String, HttpResponse<String>> pages(List<String> first, int ofAKind) throws IOException, InterruptedException {
        Map<String, HttpResponse<String>> pages = new LinkedHashMap<>();
        Map<String, Integer> opened = new HashMap<>();
        Set<String> seen = new HashSet<>(first);
        Deque<String> next = new ArrayDeque<>(first);
        while (!next.isEmpty()) {
            String address = next.removeFirst();
            boolean wanted = first.contains(address) || opened.getOrDefault(kind(address), 0) < ofAKind;
            if (!wanted) {
                continue;
            }
            opened.merge(kind(address), 1, Integer::sum);
            HttpResponse<String> page = get(address);
            pages.put(address, page);
            Matcher links = LINK.matcher(page.body());
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                if (!NO_PAGE.matcher(path(link)).matches() && seen.add(link)) {
                    next.addLast(link);
                }
            }
        }
        return pages;
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + address)).header("Accept", "text/html");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String path(String address) {
        return address.replaceAll("\\?.*", "");
    }

    private static String kind(String address) {
        return path(address).replaceAll("[0-9a-f]{7,}|\\d+", "1");
    }
}
