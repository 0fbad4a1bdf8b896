package dev.plumbline.analysis.format.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A gzip stream of any number of members. The JDK's reads each further member by calling itself, so that some thousand empty ones
 * overflow the stack; this one goes on in a loop.
 */
public final class GzipInput extends GZIPInputStream {

    private boolean reading;
    private boolean nextMember;

    /**
     * A stream.
     *
     * @param buffer in bytes
     * @throws IOException when the source isn't gzip or can't be read
     */
    public GzipInput(InputStream source, int buffer) throws IOException {
        super(source, buffer);
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (reading) {
            nextMember = true;
            return 0;
        }
        reading = true;
        try {
            int got;
            do {
                nextMember = false;
                got = super.read(target, offset, count);
            } while (nextMember);
            return got;
        } finally {
            reading = false;
        }
    }
}
