package dev.plumbline.server.site.frame;

import dev.plumbline.analysis.text.Count;
import dev.plumbline.server.http.Links;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The navigation through a long list.
 *
 * @param text which part this is: {@code 51–100 of 312}
 * @param previous the address of the part before
 * @param next the address of the part after
 */
public record Pager(String text, Optional<String> previous, Optional<String> next) {

    /**
     * The navigation through a list.
     *
     * @param address the address without its query
     * @param parameters the query without the page
     * @param page the page, from 1
     * @param size entries on a page
     * @param total entries in all
     */
    public static Pager of(String address, Map<String, String> parameters, int page, int size, long total) {
        long first = Math.min(total, (long) (page - 1) * size + 1);
        long last = Math.min(total, (long) page * size);
        return new Pager(
                total == 0 ? "0" : Count.of(first) + "–" + Count.of(last) + " of " + Count.of(total),
                page > 1 ? Optional.of(address(address, parameters, page - 1)) : Optional.empty(),
                last < total ? Optional.of(address(address, parameters, page + 1)) : Optional.empty());
    }

    private static String address(String address, Map<String, String> parameters, int page) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("page", page == 1 ? "" : String.valueOf(page));
        return address + Links.query(all);
    }

    /** Whether there is more than one part. */
    public boolean needed() {
        return previous.isPresent() || next.isPresent();
    }
}
