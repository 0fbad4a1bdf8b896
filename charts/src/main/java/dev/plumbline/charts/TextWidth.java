package dev.plumbline.charts;

/**
 * How wide a text will be, without knowing the font it will be shown in: advance widths of DejaVu Sans, the widest of
 * the usual sans-serif fonts, by class of character. What is laid out with them has room in any of the others, and is
 * laid out alike on every machine.
 */
final class TextWidth {

    private static final double BOLD = 1.09;

    private TextWidth() {}

    /** The width of a text in CSS pixels. */
    static double of(String text, Lettering lettering) {
        double ems = text.codePoints().mapToDouble(TextWidth::ems).sum();
        return ems * lettering.size() * (lettering.bold() ? BOLD : 1);
    }

    /** The text itself when it fits into a width, else its end after an ellipsis: the end of a name tells most. */
    static String fitEnd(String text, Lettering lettering, double width) {
        if (of(text, lettering) <= width) {
            return text;
        }
        int from = 0;
        while (from < text.length()) {
            from = text.offsetByCodePoints(from, 1);
            String candidate = "…" + text.substring(from);
            if (of(candidate, lettering) <= width) {
                return candidate;
            }
        }
        return "";
    }

    /** The text itself when it fits into a width, else its beginning before an ellipsis. */
    static String fitStart(String text, Lettering lettering, double width) {
        if (of(text, lettering) <= width) {
            return text;
        }
        int to = text.length();
        while (to > 0) {
            to = text.offsetByCodePoints(to, -1);
            String candidate = text.substring(0, to).stripTrailing() + "…";
            if (of(candidate, lettering) <= width) {
                return to == 0 ? "" : candidate;
            }
        }
        return "";
    }

    private static double ems(int character) {
        if (character >= '0' && character <= '9') {
            return 0.64;
        }
        return switch (character) {
            case ' ', 'i', 'j', 'l', '.', ',', ':', ';', '\'', '|', '\u00A0', '\u2009' -> 0.33;
            case 'f', 't', 'r', '(', ')', '[', ']', 'I', '/', '-', '·' -> 0.42;
            case 'm', 'w', 'M', 'W', '%', '@', '…', '—' -> 1.0;
            case '+', '=', '<', '>', '−', '±', '×' -> 0.84;
            default -> {
                if (character < 0x250) {
                    yield Character.isUpperCase(character) ? 0.73 : 0.63;
                }
                yield character < 0x1100 ? 0.75 : 1.1;
            }
        };
    }
}
