package dev.plumbline.collector.ci;

/** Numbers as CI systems write them into text. */
final class Numbers {

    private static final int MOST_DIGITS = 9;

    private Numbers() {}

    /** The whole number at the text's start; 0 when there is none or it is too large. */
    static int leading(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == 0 || end > MOST_DIGITS ? 0 : Integer.parseInt(text.substring(0, end));
    }

    /** The whole number between two texts, as in {@code refs/pull/12/merge}; 0 when the text doesn't have that form. */
    static int between(String before, String text) {
        return text.startsWith(before) ? leading(text.substring(before.length())) : 0;
    }

    /** The number that a pull request's address ends with; 0 when there is none. */
    static int atEnd(String address) {
        return leading(address.substring(address.lastIndexOf('/') + 1));
    }
}
