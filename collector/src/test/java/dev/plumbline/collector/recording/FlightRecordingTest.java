package dev.plumbline.collector.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that this JVM makes of itself, with all that must not leave a machine in them. */
class FlightRecordingTest {

    @TempDir
    static Path folder;

    private static byte[] recorded = {};

    @BeforeAll
    static void record() throws IOException {
        Path file = folder.resolve("own.jfr");
        try (Recording recording = new Recording()) {
            for (String secret :
                    List.of("InitialEnvironmentVariable", "InitialSystemProperty", "JVMInformation", "ActiveSetting")) {
                recording.enable("jdk." + secret);
            }
            recording.enable("jdk.CPULoad").withPeriod(Duration.ofMillis(20));
            recording.enable("jdk.ThreadPark").withThreshold(Duration.ZERO);
            recording.enable("jdk.JavaMonitorEnter").withThreshold(Duration.ofMillis(1));
            recording.enable("jdk.ObjectAllocationInNewTLAB");
            recording.enable("jdk.ObjectAllocationOutsideTLAB");
            recording.enable("jdk.GarbageCollection");
            recording.start();
            long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
            long sum = 0;
            while (System.nanoTime() < end) {
                sum += new byte[1 << 20].length;
                LockSupport.parkNanos(1_000_000);
            }
            System.gc();
            assertThat(sum).isPositive();
            recording.stop();
            recording.dump(file);
        }
        recorded = Files.readAllBytes(file);
    }

    @Test
    void isOneResultOfMetrics() throws IOException {
        BenchmarkResult result = only(folder.resolve("own.jfr"));

        assertThat(result.setup().harness()).isEqualTo(Harness.JFR);
        assertThat(result.setup().harnessVersion())
                .startsWith(String.valueOf(Runtime.version().feature()));
        assertThat(result.setup().settings())
                .containsEntry("jdk.JavaMonitorEnter#threshold", "1000000 ns")
                .doesNotContainKey("jdk.ThreadSleep#threshold")
                .containsKey("vm");
        assertThat(result.notes()).isEmpty();
        assertThat(result.primary().metric().unit().symbol()).isEqualTo("%");
        assertThat(result.primary().forks()).hasSize(1);
        assertThat(result.primary().forks().get(0).iterations()).hasSizeGreaterThan(1);
        assertThat(directions(result))
                .containsEntry("score", Direction.NOT_KNOWN)
                .containsEntry("allocation", Direction.NOT_KNOWN)
                .containsEntry("park", Direction.NOT_KNOWN)
                .containsEntry("gc.pause", Direction.LOWER_IS_BETTER)
                .containsEntry("gc.pause.longest", Direction.LOWER_IS_BETTER)
                .containsEntry("gc.collections", Direction.NOT_KNOWN)
                .containsEntry("monitor.enter", Direction.LOWER_IS_BETTER)
                .doesNotContainKeys("socket", "sleep", "pinned.time");
        assertThat(value(result, "gc.collections")).isPositive();
        assertThat(value(result, "park")).isBetween(1.0, 10_000.0);
        assertThat(value(result, "allocation")).isGreaterThan(1e6);
    }

    @Test
    void holdsNothingOfTheProcess() throws IOException {
        String text =
                new String(FlightRecording.document(folder.resolve("own.jfr")).readAllBytes(), StandardCharsets.UTF_8);
        String everything = new String(recorded, StandardCharsets.UTF_8);

        assertThat(everything).contains("java.class.path");
        assertThat(text).doesNotContain("java.class.path", System.getProperty("java.home"), "-Xmx", "jvmArg");
        System.getenv().values().stream()
                .filter(secret -> secret.length() > 12)
                .forEach(secret -> assertThat(text).doesNotContain(secret));
    }

    @Test
    void isReadCompressedAndInSeveralChunks() throws IOException {
        Path compressed = folder.resolve("own.jfr.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            out.write(recorded);
        }
        Path twice = folder.resolve("twice.jfr");
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(recorded);
        both.write(recorded);
        Files.write(twice, both.toByteArray());
        double once = value(only(folder.resolve("own.jfr")), "gc.collections");

        assertThat(FlightRecording.is(compressed)).isTrue();
        assertThat(value(only(compressed), "gc.collections")).isEqualTo(once);
        assertThat(value(only(twice), "gc.collections")).isEqualTo(2 * once);
    }

    @Test
    void isRejectedWithThePlaceWhereItIsCutOff() throws IOException {
        Path cut = folder.resolve("cut.jfr");
        for (int length = 4; length < recorded.length; length += Math.max(1, recorded.length / 97)) {
            Files.write(cut, Arrays.copyOf(recorded, length));
            assertThatThrownBy(() -> FlightRecording.document(cut))
                    .isInstanceOf(DocumentException.class)
                    .hasMessageContaining("chunk 1 of the recording, at byte 0");
        }
        byte[] more = Arrays.copyOf(recorded, recorded.length + 10);
        Files.write(cut, more);
        assertThatThrownBy(() -> FlightRecording.document(cut))
                .hasMessageContaining("chunk 2 of the recording, at byte " + recorded.length + ", isn't complete");
    }

    /** The JDK's reader trusts what it reads, so what it throws is told as damage. */
    @Test
    void isReadOrRejectedWhenBytesAreDamaged() throws IOException {
        Path damaged = folder.resolve("damaged.jfr");
        Random random = new Random(25);
        for (int round = 0; round < 40; round++) {
            byte[] bytes = recorded.clone();
            for (int wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            Files.write(damaged, bytes);
            try (InputStream document = FlightRecording.document(damaged)) {
                assertThat(document.readAllBytes()).isNotEmpty();
            } catch (DocumentException rejected) {
                assertThat(rejected.getMessage()).contains(";");
            }
        }
    }

    @Test
    void otherFilesAreNone() throws IOException {
        assertThat(FlightRecording.is(Files.writeString(folder.resolve("text"), "FLR: a text")))
                .isFalse();
        assertThat(FlightRecording.is(Files.writeString(folder.resolve("empty"), "")))
                .isFalse();
        assertThat(FlightRecording.is(folder)).isFalse();
    }

    /** JMH names a folder after benchmark, mode and parameters, and writes the recording of its forks into it. */
    @Test
    void ofJmhAreNamedAfterTheirFolder() throws IOException {
        Path shared = Path.of("..", "..", "shared", "samples", "jfr");
        if (!Files.isDirectory(shared)) {
            shared = Path.of("..").resolve(shared);
        }
        assumeTrue(Files.isDirectory(shared), "no sample recordings beside the repository: " + shared);
        List<String> keys = new ArrayList<>();
        try (Stream<Path> files = Files.walk(shared)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jfr"))
                    .sorted()
                    .toList()) {
                BenchmarkResult result = only(file);
                assertThat(result.primary().score()).as(file.toString()).isPositive();
                keys.add(result.benchmark().name() + result.benchmark().params());
            }
        }
        assertThat(keys)
                .contains("lab.App{}", "lab.Tokens.count{mode=AverageTime, words=2000}")
                .hasSizeGreaterThan(8);
    }

    private static BenchmarkResult only(Path file) throws IOException {
        List<BenchmarkResult> results = new ArrayList<>();
        try (InputStream document = FlightRecording.document(file)) {
            assertThat(ResultFormat.read(document, ReadLimits.defaults(), results::add))
                    .isEqualTo(ResultFormat.PLUMBLINE_JSON);
        }
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static Map<String, Direction> directions(BenchmarkResult result) {
        return Stream.concat(Stream.of(result.primary()), result.secondary().stream())
                .map(Measurement::metric)
                .collect(Collectors.toMap(
                        metric -> metric.name(), metric -> metric.unit().direction()));
    }

    private static double value(BenchmarkResult result, String metric) {
        return result.secondary().stream()
                .filter(measurement -> measurement.metric().name().equals(metric))
                .findFirst()
                .orElseThrow()
                .score();
    }
}
