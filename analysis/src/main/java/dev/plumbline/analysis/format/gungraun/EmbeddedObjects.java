package dev.plumbline.analysis.format.gungraun;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The objects in JSON that a text has between other lines, as standard output of {@code cargo bench} does: each begins at the
 * beginning of a line, on one line or on several. A line in braces of something else has to be followed by a quotation mark or
 * the end of the line to be taken for one.
 */
final class EmbeddedObjects {

    /** Bytes of the longest object that is kept. A summary has some 20,000 for each tool and part. */
    private static final int LONGEST = 32 << 20;

    private final InputStream in;
    private int line = 1;
    private boolean lineStart = true;

    /**
     * An object.
     *
     * @param line its first line, from 1
     * @param bytes its text
     */
    record Found(int line, byte[] bytes) {}

    EmbeddedObjects(InputStream in) {
        this.in = in;
    }

    /**
     * The next object, empty at the end of the text.
     *
     * @throws DocumentException when an object has no end, or is too long
     */
    Optional<Found> next() throws IOException {
        int byteRead = in.read();
        while (byteRead >= 0) {
            if (byteRead == '\n') {
                line++;
                lineStart = true;
            } else if (byteRead == '{' && lineStart) {
                lineStart = false;
                Optional<Found> found = object();
                if (found.isPresent()) {
                    return found;
                }
            } else if (byteRead != ' ' && byteRead != '\t' && byteRead != '\r') {
                lineStart = false;
            }
            byteRead = in.read();
        }
        return Optional.empty();
    }

    private Optional<Found> object() throws IOException {
        int begin = line;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        bytes.write('{');
        int depth = 1;
        boolean text = false;
        boolean escaped = false;
        boolean begun = false;
        while (depth > 0) {
            int next = in.read();
            if (next < 0) {
                throw new DocumentException(
                        ProblemCode.TRUNCATED_DOCUMENT,
                        "an object in JSON begins here and doesn't end; upload the whole output, after the benchmarks have"
                                + " finished",
                        new Place(begin, 1, 0, ""));
            }
            if (next == '\n') {
                line++;
            }
            if (!begun && next != ' ' && next != '\t' && next != '\r') {
                if (next != '"' && next != '\n' && next != '}') {
                    return Optional.empty();
                }
                begun = true;
            }
            bytes.write(next);
            if (bytes.size() > LONGEST) {
                throw new DocumentException(
                        ProblemCode.TEXT_TOO_LONG,
                        "the object in JSON that begins here has more than " + LONGEST
                                + " bytes; upload summaries one by one",
                        new Place(begin, 1, 0, ""));
            }
            if (text) {
                text = escaped || next != '"';
                escaped = !escaped && next == '\\';
            } else if (next == '"') {
                text = true;
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
            }
        }
        return Optional.of(new Found(begin, bytes.toByteArray()));
    }
}
