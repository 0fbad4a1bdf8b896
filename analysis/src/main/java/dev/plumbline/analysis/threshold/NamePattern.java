package dev.plumbline.analysis.threshold;

/** A pattern for names: {@code *} is any text, including dots and the empty text; {@code ?} is one character. Case-sensitive. */
public record NamePattern(String text) {

    /** Whether the whole name matches. A star matches as little as possible, so the time is at most the product of both lengths. */
    public boolean matches(String name) {
        int pattern = 0;
        int place = 0;
        int star = -1;
        int resume = 0;
        while (place < name.length()) {
            if (pattern < text.length() && text.charAt(pattern) == '*') {
                star = pattern++;
                resume = place;
            } else if (pattern < text.length()
                    && (text.charAt(pattern) == '?' || text.charAt(pattern) == name.charAt(place))) {
                pattern++;
                place++;
            } else if (star >= 0) {
                pattern = star + 1;
                place = ++resume;
            } else {
                return false;
            }
        }
        while (pattern < text.length() && text.charAt(pattern) == '*') {
            pattern++;
        }
        return pattern == text.length();
    }
}
