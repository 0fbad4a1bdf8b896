package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a file as bytes, one after the other, without making texts of them: such a file has millions of lines, nearly all
 * of them numbers. What a line has beyond 65,536 bytes is left out.
 */
final class ByteLines {

    private static final int LONGEST = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[LONGEST];
    private int start;
    private int filled;
    private int from;
    private int to;
    private int number;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end of the file. */
    boolean next() throws IOException {
        int at = start;
        boolean cut = false;
        while (true) {
            for (; at < filled; at++) {
                if (buffer[at] == '\n') {
                    return line(cut ? LONGEST - 1 : at, at + 1);
                }
            }
            if (!cut && start > 0) {
                System.arraycopy(buffer, start, buffer, 0, filled - start);
                filled -= start;
                start = 0;
                at = filled;
            } else if (filled == buffer.length) {
                cut = true;
                filled = LONGEST - 1;
                at = filled;
            }
            int got = in.read(buffer, filled, buffer.length - filled);
            if (got < 0) {
                return filled > start && line(filled, filled);
            }
            filled += got;
        }
    }

    private boolean line(int end, int following) {
        from = start;
        to = end;
        start = following;
        if (to > from && buffer[to - 1] == '\r') {
            to--;
        }
        number++;
        return true;
    }

    /** Bytes of the line. */
    int length() {
        return to - from;
    }

    /** A byte of the line, 0 beyond its end. */
    byte at(int index) {
        return from + index < to ? buffer[from + index] : 0;
    }

    /** Whether the line begins with a text in ASCII. */
    boolean startsWith(String text) {
        if (length() < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (buffer[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The rest of the line from a byte on; bytes that aren't UTF-8 are U+FFFD. */
    String text(int index) {
        int begin = Math.min(from + index, to);
        return new String(buffer, begin, to - begin, StandardCharsets.UTF_8);
    }

    /** The bytes of the rest of the line. */
    byte[] bytes(int index) {
        return Arrays.copyOfRange(buffer, Math.min(from + index, to), to);
    }

    /** A rejection at a byte of the line. */
    DocumentException refuse(ProblemCode problem, int index, String sentence) {
        return new DocumentException(problem, sentence, new Place(number, index + 1, 0, ""));
    }

    /** The place of the line. */
    Place place() {
        return new Place(Math.max(1, number), 1, 0, "");
    }
}
