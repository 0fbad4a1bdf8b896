package dev.plumbline.analysis.format.document;

import java.io.Serializable;

/**
 * A place in a document.
 *
 * @param line from 1, in the decompressed document; 0 when it is not known
 * @param column from 1, in bytes; 0 when it is not known
 * @param resultNumber from 1; 0 outside of every result
 * @param benchmark the result's class and method; empty when the document has not named it before this place
 */
public record Place(int line, int column, int resultNumber, String benchmark) implements Serializable {

    /** Somewhere in the document. */
    public static final Place UNKNOWN = new Place(0, 0, 0, "");

    private static final int SHOWN = 200;

    /** A sentence with this place: {@code result 17 (com.acme.Foo.bar): … (line 210, column 13)}. */
    public String locate(String sentence) {
        StringBuilder located = new StringBuilder();
        if (resultNumber > 0) {
            located.append(result(resultNumber, benchmark)).append(": ");
        }
        located.append(sentence);
        if (line > 0) {
            located.append(" (line ")
                    .append(line)
                    .append(", column ")
                    .append(column)
                    .append(')');
        }
        return located.toString();
    }

    /** How a result is called in a sentence: {@code result 17 (com.acme.Foo.bar)}. */
    public static String result(int number, String benchmark) {
        return benchmark.isEmpty() ? "result " + number : "result " + number + " (" + printable(benchmark) + ")";
    }

    /**
     * Text of a document as it may appear in a sentence: on one line, without control characters, truncated after 200
     * characters.
     */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), SHOWN + 1));
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (printable.length() >= SHOWN) {
                return printable.append('…').toString();
            }
            printable.appendCodePoint(isPrintable(character) ? character : '\uFFFD');
            i += Character.charCount(character);
        }
        return printable.toString();
    }

    private static boolean isPrintable(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
