package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks whether the chunks of a flight recording (JEP 328; the header of HotSpot's {@code jfrChunkWriter.cpp}) follow each other as
 * their headers say, so that the JDK's reader, which follows every offset, isn't led astray.
 */
public final class JfrChunks {

    private static final int MAGIC = 0x464C5200;
    private static final int HEADER = 68;
    /** Bytes of a header up to where the metadata is. */
    private static final int READ = 32;

    private static final int MOST_CHUNKS = 100_000;

    private JfrChunks() {}

    /** Whether a file begins as a recording does. */
    public static boolean isRecording(byte[] head) {
        return head.length >= 4 && head[0] == 'F' && head[1] == 'L' && head[2] == 'R' && head[3] == 0;
    }

    /**
     * Reads the headers of a recording to its end.
     *
     * @throws DocumentException when they contradict each other or the length of the file
     */
    public static void check(InputStream recording) throws IOException {
        DataInputStream in = new DataInputStream(recording);
        int chunks = 0;
        try {
            int magic = in.readInt();
            do {
                require(
                        magic == MAGIC && ++chunks <= MOST_CHUNKS,
                        "chunk " + chunks + " doesn't begin as a chunk does");
                int version = in.readUnsignedShort();
                in.readUnsignedShort();
                require(version == 1 || version == 2, "version " + version + " of the format isn't read, 1 and 2 are");
                long size = in.readLong();
                long pool = in.readLong();
                long metadata = in.readLong();
                require(
                        size >= HEADER && pool >= HEADER && pool < size && metadata >= HEADER && metadata < size,
                        "the header of chunk " + chunks
                                + " points outside of the chunk: the JVM may still be writing it," + " or was killed");
                in.skipNBytes(size - READ);
                int next = in.read();
                if (next < 0) {
                    return;
                }
                magic = (next << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            } while (true);
        } catch (EOFException cut) {
            require(false, "the recording ends within chunk " + Math.max(1, chunks));
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new DocumentException(
                    ProblemCode.TRUNCATED_DOCUMENT,
                    sentence + "; give the file as the JVM wrote it, after it has ended",
                    Place.UNKNOWN);
        }
    }
}
