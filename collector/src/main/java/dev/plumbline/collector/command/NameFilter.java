package dev.plumbline.collector.command;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern for names: {@code *} stands for any text, {@code ?} for one character, everything else for itself; case doesn't
 * matter.
 *
 * @param pattern the same as a regular expression, in lower case
 */
public record NameFilter(Pattern pattern) {

    /** The pattern that a user wrote. */
    public static NameFilter of(String text) {
        StringBuilder regex = new StringBuilder();
        text.strip().toLowerCase(Locale.ROOT).codePoints().forEach(character -> {
            switch (character) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(character)));
            }
        });
        return new NameFilter(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** Whether some part of the name matches. */
    public boolean isPartOf(String name) {
        return pattern.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether the whole name matches. */
    public boolean isWhole(String name) {
        return pattern.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
