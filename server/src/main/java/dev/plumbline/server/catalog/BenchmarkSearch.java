package dev.plumbline.server.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words that describe benchmarks, in any order and whatever the case; a benchmark is found if all of them match it. {@code *} in a word is
 * any text. A word such as {@code size=1000} matches the benchmarks with that parameter, {@code size=} those with any value of it; any
 * other word matches a part of the name or of a parameter.
 *
 * @param words patterns of {@code like} for name and parameters
 * @param names patterns for the names of parameters
 * @param values patterns for the values, as many as there are names
 */
record BenchmarkSearch(List<String> words, List<String> names, List<String> values) {

    /** Further words are ignored. */
    private static final int MOST_WORDS = 20;

    /** The condition on {@code benchmark b}. */
    static final String CONDITION = """
        lower(b.name || ' ' || coalesce(
                (select string_agg(e.key || '=' || e.value, ' ' order by e.key) from jsonb_each_text(b.params) e), ''))
                like all (:words)
            and not exists (
                select
                from unnest(:names, :values) as asked (name, value)
                where not exists (
                    select
                    from jsonb_each_text(b.params) e
                    where lower(e.key) like asked.name and lower(e.value) like asked.value))
        """;

    /** The words of a text. */
    static BenchmarkSearch of(String text) {
        List<String> words = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        String[] given = text.strip().toLowerCase(Locale.ROOT).split("\\s+", MOST_WORDS + 1);
        for (int i = 0; i < Math.min(given.length, MOST_WORDS); i++) {
            int equals = given[i].indexOf('=');
            if (equals > 0) {
                String value = given[i].substring(equals + 1);
                names.add(pattern(given[i].substring(0, equals)));
                values.add(value.isEmpty() ? "%" : pattern(value));
            } else {
                words.add("%" + pattern(given[i]) + "%");
            }
        }
        return new BenchmarkSearch(words, names, values);
    }

    /** A pattern of {@code like} whose only wildcard is the star. */
    private static String pattern(String word) {
        return word.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%');
    }
}
