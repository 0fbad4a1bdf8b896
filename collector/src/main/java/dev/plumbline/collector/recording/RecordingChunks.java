package dev.plumbline.collector.recording;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The chunks of a recording, of which each is a recording of its own: their headers, checked, since the JDK's reader trusts what
 * they claim. See {@code jdk.jfr.internal.consumer.ChunkHeader}.
 *
 * @param begins when the first one begins, in nanoseconds since 1970
 * @param ends when the last one ends
 */
record RecordingChunks(long begins, long ends) {

    private static final int HEADER = 68;
    private static final int VERSION = 4;
    private static final int SIZE = 8;
    private static final int BEGINS = 32;
    private static final int DURATION = 40;
    private static final int MAGIC = 'F' << 24 | 'L' << 16 | 'R' << 8;
    private static final double SECOND = 1e9;

    /** Recordings of JDK 9 and 10 have version 1, those of later ones 2; earlier ones can't be read by the JDK's own reader. */
    private static final int OLDEST = 1;

    private static final int NEWEST = 2;

    /**
     * The chunks of a file.
     *
     * @throws DocumentException when they don't fill it
     */
    static RecordingChunks of(Path recording) throws IOException {
        long begins = Long.MAX_VALUE;
        long ends = Long.MIN_VALUE;
        try (FileChannel channel = FileChannel.open(recording)) {
            long length = channel.size();
            int number = 0;
            for (long at = 0; at < length; ) {
                number++;
                ByteBuffer header = ByteBuffer.allocate(HEADER);
                channel.read(header, at);
                long size = header.position() < HEADER ? 0 : header.getLong(SIZE);
                require(
                        header.position() == HEADER && header.getInt(0) == MAGIC && size > HEADER,
                        number,
                        at,
                        "isn't complete");
                int version = header.getShort(VERSION);
                require(
                        version >= OLDEST && version <= NEWEST,
                        number,
                        at,
                        "has version " + version + " of the format, expected 1 or 2");
                require(
                        size <= length - at,
                        number,
                        at,
                        "has " + size + " bytes, of which the file has " + (length - at));
                long duration = header.getLong(DURATION);
                require(duration >= 0 && header.getLong(BEGINS) >= 0, number, at, "has no valid times");
                begins = Math.min(begins, header.getLong(BEGINS));
                ends = Math.max(ends, header.getLong(BEGINS) + duration);
                at += size;
            }
            require(ends > begins, number, 0, "has no duration");
        }
        return new RecordingChunks(begins, ends);
    }

    /** How long the recording is. */
    double seconds() {
        return (ends - begins) / SECOND;
    }

    private static void require(boolean holds, int number, long at, String what) {
        if (!holds) {
            throw new DocumentException(
                    ProblemCode.TRUNCATED_DOCUMENT,
                    "chunk " + number + " of the recording, at byte " + at + ", " + what
                            + "; give the file as the JVM wrote it, after the recording has ended",
                    Place.UNKNOWN);
        }
    }
}
