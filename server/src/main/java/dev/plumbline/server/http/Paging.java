package dev.plumbline.server.http;

import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.Table;
import io.vertx.core.json.JsonObject;

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

    /** The part, with one entry more that tells whether there is a next page. */
    public PageOf part() {
        return new PageOf((long) (page - 1) * perPage, perPage + 1);
    }

    /** The answer: the entries under a name, and where they stand in the whole. */
    public JsonObject answer(String name, Table table) {
        boolean more = table.rows().size() > perPage;
        return new JsonObject()
                .put(name, TableJson.rows(table.first(perPage)))
                .put("page", page)
                .put("perPage", perPage)
                .put("nextPage", more ? page + 1 : null);
    }
}
