package dev.plumbline.server.http;

import dev.plumbline.server.database.PageOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The part of a list that a request asks for with {@code page} and {@code perPage}.
 *
 * @param page from 1
 * @param perPage entries on a page
 */
public record Paging(int page, int perPage) {

    private static final int STANDARD = 100;
    private static final int MOST = 1_000;
    private static final int LAST_PAGE = 1_000_000;

    /** What the query says. */
    public static Paging of(Parameters query) {
        return new Paging(query.number("page", 1, 1, LAST_PAGE), query.number("perPage", STANDARD, 1, MOST));
    }

    /** The part, with one more entry that shows whether there is a next page. */
    public PageOf part() {
        return new PageOf((long) (page - 1) * perPage, perPage + 1);
    }

    /** The entries of the page out of those of the {@link #part}. */
    public <T> List<T> first(List<T> entries) {
        return entries.size() <= perPage ? entries : entries.subList(0, perPage);
    }

    /** The answer: the entries of the part under a name, and their position in the whole list. */
    public Map<String, Object> answer(String name, List<?> entries) {
        return answer(name, first(entries), entries.size());
    }

    /**
     * The answer, where only the entries of the page were prepared.
     *
     * @param found how many entries the {@link #part} has
     */
    public Map<String, Object> answer(String name, List<?> entries, int found) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(name, entries);
        answer.put("page", page);
        answer.put("perPage", perPage);
        answer.put("nextPage", found > perPage ? OptionalInt.of(page + 1) : OptionalInt.empty());
        return answer;
    }
}
