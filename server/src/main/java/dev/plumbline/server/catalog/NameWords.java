package dev.plumbline.server.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a reader typed to find benchmarks: words in any order, upper and lower case alike, all of which have to be found. {@code *} stands for
 * any text. A word with {@code =} is a parameter: {@code size=100} with that value, {@code size=} with any; any other word is a piece of the
 * name, or of a parameter. Each word is found in one part of a benchmark: its name, or one parameter as {@code name=value}.
 */
public final class NameWords {

    /** The condition on {@code benchmark b} in a query that has {@link #patterns()} as {@code :words}. */
    static final String CONDITION = """
        not exists (
            select
            from unnest(:words) as asked (word)
            where not exists (
                select
                from (
                    select lower(b.name) as part
                    union all
                    select lower(e.key || '=' || e.value) from jsonb_each_text(b.params) e) as parts
                where part like asked.word))
        """;

    /** Further words are ignored. */
    private static final int MOST_WORDS = 20;

    private final List<Word> words;

    /** The words of a text; without any, every name fits. */
    public NameWords(String text) {
        this.words = Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(Word::of)
                .toList();
    }

    /** Whether every word is in one of the parts of a name. */
    public boolean in(List<String> name) {
        List<String> parts =
                name.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
        return words.stream().allMatch(word -> parts.stream().anyMatch(word::matches));
    }

    /** The words as patterns of {@code like} for parts in small letters. */
    List<String> patterns() {
        return words.stream().map(Word::pattern).toList();
    }

    /**
     * A word, as what stands between its stars. It is matched piece by piece and never goes back, so that no word takes long.
     *
     * @param pieces in their order, at least one; any text is between two of them
     * @param whole whether a part of the name has to begin with the first and end with the last
     */
    private record Word(List<String> pieces, boolean whole) {

        static Word of(String word) {
            boolean parameter = word.indexOf('=') > 0;
            String stated = parameter && word.endsWith("=") ? word + "*" : word;
            return new Word(List.of(stated.split("\\*+", -1)), parameter);
        }

        /** A pattern whose only wildcards stand for the stars. */
        String pattern() {
            String inner = pieces.stream()
                    .map(piece ->
                            piece.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                    .collect(Collectors.joining("%"));
            return whole ? inner : "%" + inner + "%";
        }

        boolean matches(String part) {
            String first = pieces.get(0);
            String last = pieces.get(pieces.size() - 1);
            if (whole && pieces.size() == 1) {
                return part.equals(first);
            }
            if (whole && !(part.startsWith(first) && part.endsWith(last))) {
                return false;
            }
            int end = whole ? part.length() - last.length() : part.length();
            int at = 0;
            for (String piece : whole ? pieces.subList(0, pieces.size() - 1) : pieces) {
                int found = part.indexOf(piece, at);
                if (found < 0) {
                    return false;
                }
                at = found + piece.length();
            }
            return at <= end;
        }
    }
}
