package dev.plumbline.server.site.part;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a reader typed to find names: words in any order, upper and lower case alike. Each has to be somewhere in the name; {@code *} stands for
 * any text, and {@code size=100} is a parameter's value.
 */
public final class NameWords {

    private final List<Pattern> words;

    /** The words of a text; without any, every name fits. */
    public NameWords(String text) {
        this.words = Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(NameWords::pattern)
                .toList();
    }

    private static Pattern pattern(String word) {
        String expression = Arrays.stream(word.toLowerCase(Locale.ROOT).split("\\*+", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\S*?"));
        boolean parameter = word.indexOf('=') > 0;
        return Pattern.compile(parameter ? "(?<!\\S)" + expression + "(?!\\S)" : expression);
    }

    /** Whether every word is in a name, whose parts are divided by blanks. */
    public boolean in(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> word.matcher(lower).find());
    }
}
