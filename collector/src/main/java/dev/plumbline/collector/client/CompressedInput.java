package dev.plumbline.collector.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** A stream that is compressed while it is read, piece by piece; equal content gives equal bytes. */
public final class CompressedInput extends InputStream {

    private static final int PIECE = 64 * 1024;

    private final InputStream plain;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream(PIECE);
    private final GZIPOutputStream gzip;
    private final byte[] piece = new byte[PIECE];
    private byte[] ready = new byte[0];
    private int position;
    private boolean finished;

    /** Compresses this stream and closes it at the end. */
    public CompressedInput(InputStream plain) throws IOException {
        this.plain = plain;
        this.gzip = new GZIPOutputStream(compressed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (position == ready.length) {
            if (finished) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        try (plain) {
            gzip.close();
        }
    }

    private void fill() throws IOException {
        int count = plain.read(piece);
        if (count < 0) {
            gzip.finish();
            finished = true;
        } else {
            gzip.write(piece, 0, count);
        }
        ready = compressed.toByteArray();
        compressed.reset();
        position = 0;
    }
}
