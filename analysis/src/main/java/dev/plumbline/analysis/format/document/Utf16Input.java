package dev.plumbline.analysis.format.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** Text in UTF-16, as PowerShell's {@code >} writes it, read as UTF-8 piece by piece. Its byte-order mark stays at the beginning. */
final class Utf16Input extends InputStream {

    private static final int PIECE = 8_192;

    private final Reader text;
    private final char[] piece = new char[PIECE];
    /** How many characters at the beginning of the piece are left: the first half of a pair. */
    private int left;

    private byte[] ready = {};
    private int position;

    /**
     * A text.
     *
     * @param source its bytes with the mark; closed with this
     */
    Utf16Input(InputStream source, Charset charset) {
        text = new InputStreamReader(
                source,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The charset that the first bytes are a mark of; empty if they are none, or one of UTF-32. */
    static Optional<Charset> charset(byte[] head) {
        if (head.length < 2) {
            return Optional.empty();
        }
        if (head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        boolean wider = head.length >= 4 && head[2] == 0 && head[3] == 0;
        return head[0] == (byte) 0xff && head[1] == (byte) 0xfe && !wider
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (count == 0) {
            return 0;
        }
        while (position == ready.length) {
            if (!fill()) {
                return -1;
            }
        }
        int got = Math.min(count, ready.length - position);
        System.arraycopy(ready, position, target, offset, got);
        position += got;
        return got;
    }

    /** Reads the next piece; false at the end. */
    private boolean fill() throws IOException {
        int got;
        try {
            got = text.read(piece, left, PIECE - left);
        } catch (CharacterCodingException broken) {
            DocumentException refusal = new DocumentException(
                    ProblemCode.INVALID_TEXT,
                    "the document is text in UTF-16 with half a character in it; upload the whole file, or write it in"
                            + " UTF-8",
                    Place.UNKNOWN);
            refusal.initCause(broken);
            throw refusal;
        }
        if (got < 0) {
            return false;
        }
        int length = left + got;
        left = length > 0 && Character.isHighSurrogate(piece[length - 1]) ? 1 : 0;
        ready = new String(piece, 0, length - left).getBytes(StandardCharsets.UTF_8);
        position = 0;
        if (left > 0) {
            piece[0] = piece[length - 1];
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
