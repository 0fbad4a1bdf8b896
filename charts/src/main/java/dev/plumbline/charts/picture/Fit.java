package dev.plumbline.charts.picture;

import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The text itself when it fits into a width, otherwise as much of its beginning and end as fit, around an ellipsis. */
    public static String middle(String text, Font font, double width) {
        if (Fonts.width(text, font) <= width) {
            return text;
        }
        int all = text.codePointCount(0, text.length());
        for (int kept = all - 1; kept > 0; kept--) {
            int head = text.offsetByCodePoints(0, (kept + 1) / 2);
            int tail = text.offsetByCodePoints(text.length(), -(kept / 2));
            String candidate = text.substring(0, head).stripTrailing() + "…"
                    + text.substring(tail).stripLeading();
            if (Fonts.width(candidate, font) <= width) {
                return candidate;
            }
        }
        return "";
    }

    /**
     * Several texts cut in the middle, so that those that differ still do: of texts that would become equal, the beginning that they share is
     * left out.
     */
    public static List<String> apart(List<String> texts, Font font, double width) {
        Map<String, String> cut = new LinkedHashMap<>();
        texts.forEach(text -> cut.put(text, middle(text, font, width)));
        Map<String, List<String>> equal = new LinkedHashMap<>();
        cut.forEach((text, shown) ->
                equal.computeIfAbsent(shown, first -> new ArrayList<>()).add(text));
        equal.values().stream().filter(group -> group.size() > 1).forEach(group -> {
            int shared = shared(group);
            List<String> rest =
                    group.stream().map(text -> text.substring(shared)).toList();
            List<String> shown = shared == 0 ? rest : apart(rest, font, width - Fonts.width("…", font));
            for (int i = 0; shared > 0 && i < group.size(); i++) {
                cut.put(group.get(i), "…" + shown.get(i));
            }
        });
        return texts.stream().map(text -> cut.getOrDefault(text, text)).toList();
    }

    /** How many characters different texts have in common at their beginning, up to where a word begins if one does. */
    private static int shared(List<String> texts) {
        String first = texts.get(0);
        int shared = first.length();
        for (String text : texts) {
            int same = 0;
            while (same < Math.min(shared, text.length()) && text.charAt(same) == first.charAt(same)) {
                same++;
            }
            shared = same;
        }
        int word = shared;
        while (word > 0 && Character.isLetterOrDigit(first.charAt(word - 1))) {
            word--;
        }
        int start = word > 0 ? word : shared;
        return start > 0 && Character.isHighSurrogate(first.charAt(start - 1)) ? start - 1 : start;
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
