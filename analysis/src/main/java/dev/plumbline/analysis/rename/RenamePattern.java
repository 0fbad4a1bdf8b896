package dev.plumbline.analysis.rename;

import java.util.Optional;

/**
 * An old name and the new one: two names, or two patterns with one {@code *} each. The star stands for any text, including dots and the
 * empty text, and for the same text on both sides. Every other character stands for itself.
 *
 * @param from what benchmarks were called
 * @param to what they are called now
 */
public record RenamePattern(String from, String to) {

    /** The longest pattern, in characters. */
    public static final int LONGEST = 4_000;

    /**
     * Checks the pattern.
     *
     * @throws IllegalArgumentException when a side is empty or longer than {@value #LONGEST}, both are equal, or the stars don't match
     */
    public RenamePattern {
        if (from.isEmpty() || to.isEmpty()) {
            throw new IllegalArgumentException("a name is empty, expected the old name and the new one");
        }
        if (from.length() > LONGEST || to.length() > LONGEST) {
            throw new IllegalArgumentException("a name has more than " + LONGEST + " characters");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("the old name and the new one are the same");
        }
        if (stars(from) > 1 || stars(from) != stars(to)) {
            throw new IllegalArgumentException("expected no * at all, or one in the old name and one in the new one");
        }
    }

    private static long stars(String text) {
        return text.chars().filter(character -> character == '*').count();
    }

    /** Whether it stands for any number of names. */
    public boolean hasStar() {
        return from.indexOf('*') >= 0;
    }

    /** The new name of a benchmark; empty if the pattern doesn't match it. */
    public Optional<String> renamed(String name) {
        int star = from.indexOf('*');
        if (star < 0) {
            return name.equals(from) ? Optional.of(to) : Optional.empty();
        }
        String before = from.substring(0, star);
        String after = from.substring(star + 1);
        if (name.length() < before.length() + after.length() || !name.startsWith(before) || !name.endsWith(after)) {
            return Optional.empty();
        }
        return Optional.of(replaced(to, name.substring(before.length(), name.length() - after.length())));
    }

    private static String replaced(String pattern, String text) {
        int star = pattern.indexOf('*');
        return pattern.substring(0, star) + text + pattern.substring(star + 1);
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
