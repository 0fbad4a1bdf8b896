package dev.plumbline.analysis.format.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever is written is read as it was; whatever is cut off or changed is read or rejected, and nothing else happens. */
class PlumblineWriterTest {

    private static final String CHARACTERS = "ab{}[]=,\\\"'<&\n\té€😀 ./::";
    private static final List<String> UNITS =
            List.of("s/op", "s", "ops/s", "B/op", "B", "#", "%", "fish", "instructions", "#/op");

    @Test
    void roundTripsWhateverIsWritten() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Setup setup = setup(random);
            List<BenchmarkResult> written = results(random, setup);
            List<BenchmarkResult> read = read(document(setup, written));
            assertThat(read).as("seed " + seed).hasSameSizeAs(written);
            for (int i = 0; i < read.size(); i++) {
                assertThat(text(read.get(i))).as("seed " + seed).isEqualTo(text(written.get(i)));
            }
        }
    }

    @Test
    void isReadOrRejected() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        Setup setup = setup(random);
        byte[] whole = document(setup, results(random, setup));
        int rejected = 0;
        for (int length = 0; length < whole.length; length++) {
            rejected += rejects(Arrays.copyOf(whole, length));
        }
        // Every beginning of a document is too short.
        assertThat(rejected).isEqualTo(whole.length);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = whole.clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                changed[random.nextInt(changed.length)] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : (byte) "{}[]:,\"0e-".charAt(random.nextInt(10));
            }
            rejects(changed);
        }
    }

    @Test
    void countsSamplesWhileItReads() throws IOException {
        StringBuilder samples = new StringBuilder("0");
        for (int i = 0; i < 1_000_001; i++) {
            samples.append(",0");
        }
        String text = "{\"plumbline\":1,\"benchmarks\":[{\"name\":\"a\",\"metrics\":[{\"unit\":\"s\",\"processes\":[["
                + samples + "]]}]}]}";
        assertThat(rejects(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(1);
    }

    private static int rejects(byte[] document) throws IOException {
        try {
            new PlumblineReader().read(new ByteArrayInputStream(document), ReadLimits.defaults(), result -> {});
            return 0;
        } catch (DocumentException refused) {
            return 1;
        }
    }

    private static byte[] document(Setup setup, List<BenchmarkResult> results) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PlumblineWriter writer = new PlumblineWriter(out, setup)) {
            for (BenchmarkResult result : results) {
                writer.add(result);
            }
        }
        return out.toByteArray();
    }

    private static List<BenchmarkResult> read(byte[] document) throws IOException {
        List<BenchmarkResult> results = new ArrayList<>();
        ResultFormat.read(new ByteArrayInputStream(document), ReadLimits.defaults(), results::add);
        return results;
    }

    private static <T> T any(SplittableRandom random, T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private static Setup setup(SplittableRandom random) {
        Harness harness = any(random, Harness.values());
        Map<String, String> settings = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            settings.put(word(random), word(random));
        }
        if (harness == Harness.OTHER) {
            settings.put(HarnessParser.NAME, "mine " + word(random));
        }
        return Setup.of(harness, word(random), settings);
    }

    private static List<BenchmarkResult> results(SplittableRandom random, Setup setup) {
        List<BenchmarkResult> results = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int number = 1; number <= count; number++) {
            BenchmarkId benchmark = new BenchmarkId(
                    number + word(random),
                    random.nextBoolean() ? Map.of() : Map.of(word(random), word(random)),
                    any(random, Mode.values()),
                    1 + random.nextInt(9));
            List<Measurement> secondary = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                secondary.add(measurement(random, i + word(random)));
            }
            boolean failed = random.nextInt(5) == 0;
            results.add(new BenchmarkResult(
                    number,
                    benchmark,
                    setup,
                    failed
                            ? new Measurement(
                                    new Metric(Metric.SCORE, Unit.of("s/op")), Double.NaN, Double.NaN, List.of())
                            : measurement(random, Metric.SCORE),
                    failed ? List.of() : secondary,
                    List.of()));
        }
        return results;
    }

    private static Measurement measurement(SplittableRandom random, String name) {
        Metric metric = Metric.reported(name, Unit.of(UNITS.get(random.nextInt(UNITS.size()))));
        if (random.nextInt(3) == 0) {
            metric = metric.with(random.nextBoolean() ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER);
        }
        if (random.nextInt(4) == 0) {
            double mean = value(random);
            return new Measurement(metric, mean, value(random), List.of(new Fork(mean, new double[0])));
        }
        List<Fork> forks = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            double[] samples = new double[random.nextInt(4)];
            Arrays.setAll(samples, each -> value(random));
            double own = samples.length > 0 && random.nextBoolean() ? ProcessValues.mean(samples) : value(random);
            forks.add(new Fork(own, samples));
        }
        return new Measurement(
                metric, forks.stream().mapToDouble(Fork::value).average().orElseThrow(), Double.NaN, forks);
    }

    /** Of any size that is read, mostly of the usual ones. */
    private static double value(SplittableRandom random) {
        return random.nextDouble(-1, 10) * Math.pow(10, random.nextInt(-20, 20));
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder("x");
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(CHARACTERS.codePointCount(0, CHARACTERS.length()));
            word.appendCodePoint(CHARACTERS.codePointAt(CHARACTERS.offsetByCodePoints(0, at)));
        }
        return word.toString();
    }

    /** Everything that the form keeps. */
    private static String text(BenchmarkResult result) {
        StringBuilder text = new StringBuilder()
                .append(result.number())
                .append(result.benchmark().key())
                .append(result.setup());
        append(result.primary(), text);
        result.secondary().forEach(measurement -> append(measurement, text));
        return text.toString();
    }

    private static void append(Measurement measurement, StringBuilder text) {
        text.append('\n')
                .append(measurement.metric())
                .append(measurement.score())
                .append(' ');
        text.append(measurement.scoreError());
        measurement.forks().forEach(fork -> text.append(fork.value()).append(Arrays.toString(fork.iterations())));
    }
}
