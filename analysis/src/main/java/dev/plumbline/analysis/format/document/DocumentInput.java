package dev.plumbline.analysis.format.document;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The text of an uploaded document, or the archive that it is: decompressed if it begins as gzip does, in UTF-8 without its
 * byte-order mark, and no longer than allowed. Closing it frees the decompressor and leaves the source open.
 */
public final class DocumentInput extends InputStream {

    /** What is read ahead: a header of tar. */
    private static final int HEAD = 512;

    private static final int MARK = 4;
    private static final int BUFFER = 1 << 16;

    /** Of a document in UTF-16 the same in UTF-8. */
    private final InputStream text;

    private final boolean compressed;
    private final long longest;
    private final Container container;
    /** The first bytes of the text, which were read ahead. */
    private byte[] head;

    private int headRead;
    private long length;
    /** Why nothing can be read after what was read ahead. */
    private @Nullable IOException failure;

    private DocumentInput(InputStream text, boolean compressed, long longest) throws IOException {
        byte[] first = text.readNBytes(HEAD);
        Optional<Charset> wide = Utf16Input.charset(first);
        this.text = wide.isPresent()
                ? new Utf16Input(new SequenceInputStream(new ByteArrayInputStream(first), text), wide.get())
                : text;
        this.compressed = compressed;
        this.longest = longest;
        this.head = wide.isPresent() ? this.text.readNBytes(HEAD) : first;
        this.container = Container.of(head);
        this.headRead = container == Container.NONE
                ? lengthOfByteOrderMark(Arrays.copyOf(head, Math.min(head.length, MARK)))
                : 0;
    }

    /**
     * Opens a document at its first byte.
     *
     * @param source the bytes as received
     * @param longest the length, in bytes after decompression, that is still read
     * @throws IOException when the source can't be read
     * @throws DocumentException when it is empty, not gzip after all, or not encoded in UTF-8
     */
    public static DocumentInput open(InputStream source, long longest) throws IOException {
        PushbackInputStream raw = new PushbackInputStream(new Unclosed(source), MARK);
        byte[] head = raw.readNBytes(MARK);
        raw.unread(head);
        if (head.length < 2 || head[0] != (byte) 0x1f || head[1] != (byte) 0x8b) {
            return new DocumentInput(raw, false, longest);
        }
        try {
            return new DocumentInput(new GzipInput(raw, BUFFER), true, longest);
        } catch (ZipException | EOFException broken) {
            throw invalidGzip(broken);
        }
    }

    /** What packs the document's files, as its first bytes show. */
    public Container container() {
        return container;
    }

    /**
     * The first bytes of the text, which are still to be read; fewer than asked for if it ends before, or can't be
     * decompressed from there on.
     *
     * @throws IOException when the source can't be read
     */
    public byte[] beginning(int most) throws IOException {
        int size = head.length - headRead;
        byte[] ahead = Arrays.copyOfRange(head, headRead, headRead + Math.max(size, most));
        try {
            for (int got = 0; got >= 0 && size < most; size += Math.max(0, got)) {
                got = text.read(ahead, size, most - size);
            }
        } catch (ZipException | EOFException broken) {
            failure = broken;
        }
        head = Arrays.copyOf(ahead, size);
        headRead = 0;
        return head.clone();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        int got = readText(target, offset, count);
        if (got > 0) {
            length += got;
            if (length > longest) {
                throw new DocumentException(
                        ProblemCode.DOCUMENT_TOO_LARGE,
                        "the document is longer than " + longest + " bytes" + (compressed ? " once decompressed" : "")
                                + "; upload it in parts",
                        Place.UNKNOWN);
            }
        }
        return got;
    }

    private int readText(byte[] target, int offset, int count) throws IOException {
        if (headRead < head.length && count > 0) {
            int got = Math.min(count, head.length - headRead);
            System.arraycopy(head, headRead, target, offset, got);
            headRead += got;
            return got;
        }
        try {
            if (failure != null) {
                throw failure;
            }
            return text.read(target, offset, count);
        } catch (ZipException broken) {
            throw invalidGzip(broken);
        } catch (EOFException cut) {
            if (compressed) {
                throw invalidGzip(cut);
            }
            throw cut;
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static DocumentException invalidGzip(IOException broken) {
        boolean cut = broken instanceof EOFException;
        DocumentException problem = new DocumentException(
                cut ? ProblemCode.TRUNCATED_DOCUMENT : ProblemCode.INVALID_GZIP,
                cut
                        ? "the gzip stream ends in the middle; upload the whole file"
                        : "the document begins like gzip but isn't; upload the file as it was written",
                Place.UNKNOWN);
        problem.initCause(broken);
        return problem;
    }

    /** How many of the first bytes are a byte-order mark of UTF-8; rejected when they can't begin UTF-8. */
    private static int lengthOfByteOrderMark(byte[] head) {
        if (head.length == 0) {
            throw new DocumentException(
                    ProblemCode.EMPTY_DOCUMENT,
                    "the document is empty; upload the file that the benchmarks' harness wrote",
                    Place.UNKNOWN);
        }
        if (isFlightRecording(head)) {
            throw new DocumentException(
                    ProblemCode.OTHER_DOCUMENT,
                    "this is a recording of JDK Flight Recorder, which holds environment variables and command lines;"
                            + " upload the results that the benchmarks' harness wrote, or give the recording to plumbline"
                            + " upload, which reads it where it is and sends its metrics",
                    Place.UNKNOWN);
        }
        if (isWide(head)) {
            throw new DocumentException(
                    ProblemCode.NOT_UTF_8,
                    "the document is binary, or text in UTF-32, or in UTF-16 without a mark; write it in UTF-8",
                    Place.UNKNOWN);
        }
        boolean marked = head.length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    private static boolean isFlightRecording(byte[] head) {
        return head.length >= 4 && head[0] == 'F' && head[1] == 'L' && head[2] == 'R' && head[3] == 0;
    }

    /** Whether the first bytes contain a zero, which no text in UTF-8 that is read here does. */
    private static boolean isWide(byte[] head) {
        for (byte value : head) {
            if (value == 0) {
                return true;
            }
        }
        return false;
    }

    /** A stream that someone else closes. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream source) {
            super(source);
        }

        @Override
        public void close() {
            // The caller opened the source and closes it.
        }
    }
}
