package dev.plumbline.charts.picture;

import java.awt.Font;

/** Texts truncated to a width. */
public final class Fit {

    private Fit() {}

    /** The text itself when it fits into a width, otherwise its end after an ellipsis: the end of a name says most. */
    public static String end(String text, Font font, double width) {
        int from = 0;
        String candidate = text;
        while (from < text.length() && Fonts.width(candidate, font) > width) {
            from = text.offsetByCodePoints(from, 1);
            candidate = from == text.length() ? "" : "…" + text.substring(from);
        }
        return candidate;
    }

    /** The text itself when it fits into a width, otherwise its beginning before an ellipsis. */
    public static String start(String text, Font font, double width) {
        int to = text.length();
        String candidate = text;
        while (to > 0 && Fonts.width(candidate, font) > width) {
            to = text.offsetByCodePoints(to, -1);
            candidate = to == 0 ? "" : text.substring(0, to).stripTrailing() + "…";
        }
        return candidate;
    }
}
