package dev.plumbline.analysis.format.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of a text, one after the other. */
public final class TextLines {

    /** Bytes of the longest line that matters: no row of a table is longer. */
    private static final int LONGEST = 1 << 16;

    private static final char ESCAPE = '\u001b';

    /** How terminals are told a colour, which logs of build tools keep. */
    private static final Pattern COLOUR = Pattern.compile(ESCAPE + "\\[[0-9;]{0,20}m");

    private final InputStream text;
    private final byte[] buffer = new byte[LONGEST];
    private int number;

    /**
     * A line.
     *
     * @param number from 1
     * @param text without the end of the line and without colours; bytes that aren't UTF-8 are U+FFFD, and what is beyond 65,536 bytes is left
     *     out
     * @param ended whether a line break follows
     */
    public record Line(int number, String text, boolean ended) {

        /** The column of a character, from 1, in bytes. */
        public int column(int character) {
            return text.substring(0, character).getBytes(StandardCharsets.UTF_8).length + 1;
        }
    }

    /** The lines of a text in UTF-8, which should be buffered. */
    public TextLines(InputStream text) {
        this.text = text;
    }

    /** The next line; none at the end of the text. */
    public Optional<Line> next() throws IOException {
        int length = 0;
        int next = text.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            if (length < LONGEST) {
                buffer[length++] = (byte) next;
            }
            next = text.read();
        }
        boolean ended = next >= 0;
        if (length > 0 && buffer[length - 1] == '\r') {
            length--;
        }
        number++;
        String line = new String(buffer, 0, length, StandardCharsets.UTF_8);
        return Optional.of(new Line(
                number, line.indexOf(ESCAPE) < 0 ? line : COLOUR.matcher(line).replaceAll(""), ended));
    }
}
