package dev.plumbline.server.site.part;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a reader typed to find names: words in any order, upper and lower case alike. Each has to be somewhere in the name; {@code *} stands for
 * any text, {@code size=100} is a parameter's value, and {@code size=} is any value of it. The list of benchmarks is searched alike.
 */
public final class NameWords {

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

    /** Whether every word is in a name, whose parts are divided by blanks. */
    public boolean in(String name) {
        List<String> parts = List.of(name.toLowerCase(Locale.ROOT).split("\\s+"));
        return words.stream().allMatch(word -> parts.stream().anyMatch(word::matches));
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
