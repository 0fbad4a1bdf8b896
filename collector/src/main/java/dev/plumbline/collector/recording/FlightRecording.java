package dev.plumbline.collector.recording;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.plumbline.PlumblineWriter;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Mode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import jdk.jfr.consumer.RecordingFile;

/**
 * A recording of JDK Flight Recorder as a document with results, in Plumbline's own form. A recording also holds the environment
 * variables, the system properties and the command lines of every process of the machine: none of these is part of the document.
 */
public final class FlightRecording {

    private static final int MAGIC = 4;

    private FlightRecording() {}

    /**
     * Whether a file begins as a recording does, plain or gzip-compressed.
     *
     * @throws IOException when it can't be read
     */
    public static boolean is(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        return begins(file) || isCompressed(file);
    }

    private static boolean begins(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isMagic(in.readNBytes(MAGIC));
        }
    }

    private static boolean isCompressed(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = new GZIPInputStream(raw)) {
            return isMagic(in.readNBytes(MAGIC));
        } catch (ZipException | EOFException noGzip) {
            return false;
        }
    }

    private static boolean isMagic(byte[] head) {
        return head.length == MAGIC && head[0] == 'F' && head[1] == 'L' && head[2] == 'R' && head[3] == 0;
    }

    /**
     * The recording's metrics as a document.
     *
     * @throws IOException when the file can't be read
     * @throws DocumentException when it is damaged, isn't finished, or has nothing that is measured here
     */
    public static InputStream document(Path file) throws IOException {
        if (begins(file)) {
            return document(file, file);
        }
        Path plain = Files.createTempFile("plumbline-", ".jfr");
        try {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                    OutputStream out = Files.newOutputStream(plain)) {
                in.transferTo(out);
            } catch (ZipException | EOFException broken) {
                throw refusal("the gzip stream ends in the middle; give the whole file", broken);
            }
            return document(plain, file);
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    private static InputStream document(Path recording, Path named) throws IOException {
        RecordingChunks chunks = RecordingChunks.of(recording);
        RecordedEvents events;
        try (RecordingFile file = new RecordingFile(recording)) {
            events = new RecordedEvents(file.readEventTypes());
            while (file.hasMoreEvents()) {
                events.add(file.readEvent());
            }
        } catch (IOException | RuntimeException | VirtualMachineError damaged) {
            // The JDK's reader doesn't check what it reads: a damaged recording shows in any of these.
            throw refusal(
                    "the recording is damaged; give the file as the JVM wrote it, after the recording has ended",
                    damaged);
        }
        return new ByteArrayInputStream(written(events, chunks.seconds(), named));
    }

    private static byte[] written(RecordedEvents events, double seconds, Path file) throws IOException {
        RunMetrics metrics = new RunMetrics(events, seconds);
        Measurement score = metrics.score();
        String name = events.program().name(file);
        SortedMap<String, String> params = events.program().params(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PlumblineWriter writer =
                new PlumblineWriter(bytes, events.program().setup())) {
            writer.add(new BenchmarkResult(
                    1,
                    new BenchmarkId(name, params, Mode.SINGLE_SHOT_TIME, 1),
                    events.program().setup(),
                    score,
                    metrics.others(),
                    List.of()));
        }
        return bytes.toByteArray();
    }

    static DocumentException refusal(String sentence, Throwable cause) {
        DocumentException refusal = new DocumentException(ProblemCode.TRUNCATED_DOCUMENT, sentence, Place.UNKNOWN);
        refusal.initCause(cause);
        return refusal;
    }
}
