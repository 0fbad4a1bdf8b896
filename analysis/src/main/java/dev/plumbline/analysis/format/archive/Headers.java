package dev.plumbline.analysis.format.archive;

import dev.plumbline.analysis.format.document.Container;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The bytes of an archive. What stands between two files is bounded, because a library has to hold it: a long name, attributes.
 */
final class Headers extends FilterInputStream {

    /** Paths have at most some thousand characters; the list of files at the end of a zip is longer, and is skipped. */
    private static final long LONGEST = 1 << 20;

    private static final int TAR_BLOCK = 512;
    private static final int ZIP_END = 0x504b0506;

    private long read;
    /** How many zeros were read last. */
    private long zeros;

    private int recent;
    private boolean zipEnd;
    private long headerEnds = Long.MAX_VALUE;
    private boolean failed;

    Headers(InputStream archive) {
        super(archive);
    }

    /** Says that a header follows. */
    void beginHeader() {
        headerEnds = read + LONGEST;
    }

    /** Says that the header is over. */
    void endHeader() {
        headerEnds = Long.MAX_VALUE;
    }

    /** Reads what follows the archive's last file. */
    void skipRest() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    /** Whether what was read to the end has an archive's end: the mark of zip's, or the zeros of tar's. */
    boolean hasEnd(Container container) {
        return container == Container.ZIP ? zipEnd : zeros >= TAR_BLOCK;
    }

    /** Whether the document itself couldn't be read. */
    boolean failed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int got = in.read(target, offset, length);
            watch(target, offset, got);
            count(got);
            return got;
        } catch (IOException unreadable) {
            failed = true;
            throw unreadable;
        }
    }

    @Override
    public long skip(long length) throws IOException {
        int wanted = (int) Math.min(length, 1 << 14);
        return wanted <= 0 ? 0 : Math.max(0, read(new byte[wanted], 0, wanted));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void watch(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            zeros = bytes[i] == 0 ? zeros + 1 : 0;
            recent = (recent << 8) | (bytes[i] & 0xff);
            zipEnd |= recent == ZIP_END;
        }
    }

    private void count(int got) {
        read += Math.max(0, got);
        if (read > headerEnds) {
            throw new DocumentException(
                    ProblemCode.INVALID_ARCHIVE,
                    "more than " + LONGEST + " bytes stand between two files of the archive; pack the folder anew",
                    Place.UNKNOWN);
        }
    }
}
