package dev.plumbline.analysis.format.jmh;

import static dev.plumbline.analysis.format.jmh.Reading.one;
import static dev.plumbline.analysis.format.jmh.Reading.secondary;
import static dev.plumbline.analysis.format.jmh.ResultText.metric;
import static dev.plumbline.analysis.format.jmh.ResultText.result;
import static dev.plumbline.analysis.format.jmh.ResultText.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.BenchmarkResult.Note;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmhReaderTest {

    @Test
    void readsWhatWasMeasuredAndHow() {
        BenchmarkResult read = one(result().with("jmhVersion", "\"1.37\"")
                .with("jvm", "\"/opt/java/bin/java\"")
                .with("jvmArgs", "[\"-Xmx1g\", \"-ea\"]")
                .with("jdkVersion", "\"17.0.15\"")
                .with("vmName", "\"OpenJDK 64-Bit Server VM\"")
                .with("vmVersion", "\"17.0.15+6\"")
                .with("warmupIterations", "5")
                .with("warmupTime", "\"1 s\"")
                .with("warmupBatchSize", "1")
                .with("measurementIterations", "2")
                .with("measurementTime", "\"100 ms\"")
                .with("measurementBatchSize", "3"));

        assertThat(read.number()).isEqualTo(1);
        assertThat(read.benchmark().name()).isEqualTo("com.acme.Foo.bar");
        assertThat(read.benchmark().mode()).isEqualTo(Mode.AVERAGE_TIME);
        assertThat(read.setup())
                .isEqualTo(new Setup(
                        Harness.JMH,
                        "1.37",
                        "/opt/java/bin/java",
                        List.of("-Xmx1g", "-ea"),
                        "17.0.15",
                        "OpenJDK 64-Bit Server VM",
                        "17.0.15+6",
                        2,
                        5,
                        "1 s",
                        1,
                        2,
                        "100 ms",
                        3,
                        Collections.emptySortedMap()));
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void whatOldVersionsDoNotSayIsEmptyOrMinusOne() {
        Setup setup = one(result()).setup();

        assertThat(setup.harnessVersion()).isEmpty();
        assertThat(setup.jdkVersion()).isEmpty();
        assertThat(setup.warmupBatchSize()).isEqualTo(-1);
    }

    @Test
    void aForksValueIsTheMeanOfItsIterationsInSeconds() {
        Measurement score = one(result()).primary();

        assertThat(score.metric().isScore()).isTrue();
        assertThat(score.metric().unit().base()).isEqualTo("s/op");
        assertThat(score.score()).isEqualTo(2.5e-6, within(1e-18));
        // (1 + 2) / 2 = 1.5 us and (3 + 4) / 2 = 3.5 us
        assertThat(score.forkValues()).usingComparatorWithPrecision(1e-18).containsExactly(1.5e-6, 3.5e-6);
        assertThat(score.forks().get(1).iterations())
                .usingComparatorWithPrecision(1e-18)
                .containsExactly(3e-6, 4e-6);
    }

    @ParameterizedTest
    @CsvSource({"thrpt,THROUGHPUT", "avgt,AVERAGE_TIME", "sample,SAMPLE_TIME", "ss,SINGLE_SHOT_TIME"})
    void readsEveryMode(String label, Mode mode) {
        assertThat(one(result().with("mode", "\"" + label + "\"")).benchmark().mode())
                .isEqualTo(mode);
    }

    @Test
    void severalModesOfOneBenchmarkAreSeveralResults() {
        String document =
                "[" + result().json() + "," + result().with("mode", "\"thrpt\"").json() + "]";

        assertThat(Reading.all(document))
                .extracting(read -> read.benchmark().mode())
                .containsExactly(Mode.AVERAGE_TIME, Mode.THROUGHPUT);
    }

    @Test
    void paramsAreAbsentEmptyOrMany() {
        assertThat(one(result()).benchmark().params()).isEmpty();
        assertThat(one(result().with("params", "{}")).benchmark().params()).isEmpty();
        assertThat(one(result().with("params", "null")).benchmark().params()).isEmpty();
        assertThat(one(result().with("params", "{\"size\": \"10\", \"kind\": \"\", \"a\": \"[x]={y}\"}"))
                        .benchmark()
                        .params())
                .isEqualTo(Map.of("size", "10", "kind", "", "a", "[x]={y}"));
    }

    @Test
    void fieldsComeInAnyOrder() {
        String document = """
                [{"primaryMetric": {"rawData": [[4.0], [6.0]], "scoreUnit": "ns/op", "scoreError": "NaN", "score": 5.0},
                  "secondaryMetrics": {"·gc.alloc.rate.norm": {"rawData": [[16.0], [16.0]], "scoreUnit": "B/op",
                    "scoreError": "NaN", "score": 16.0}, "bar·p0.50": {"score": 1.0, "scoreUnit": "ns/op"}},
                  "threads": 4, "mode": "avgt", "benchmark": "com.acme.Foo.bar"}]
                """;

        BenchmarkResult read = Reading.all(document).get(0);

        assertThat(read.benchmark().threads()).isEqualTo(4);
        assertThat(read.primary().forkValues())
                .usingComparatorWithPrecision(1e-21)
                .containsExactly(4e-9, 6e-9);
        assertThat(read.secondary())
                .extracting(measurement -> measurement.metric().name())
                .containsExactly("gc.alloc.rate.norm", "p0.50");
    }

    @Test
    void unknownFieldsArePassedOver() {
        BenchmarkResult read = one(result().with(
                        "userData", "{\"benchmark\": [1, {\"mode\": 1e400}], \"benchmark\": null}")
                .with("primaryMetric", "{\"new\": [[]], \"score\": 1, \"scoreUnit\": \"s/op\", \"rawData\": [[1]]}"));

        assertThat(read.primary().forkValues()).containsExactly(1);
    }

    @Test
    void aProfilersPrefixIsNoPartOfTheName() {
        BenchmarkResult read =
                one(result().secondary("·gc.alloc.rate.norm", metric("16", "B/op", "[[16, 16], [16, 16]]"))
                        .secondary("Â·gc.alloc.rate", metric("20", "MB/sec", "[[20, 20], [20, 20]]"))
                        .secondary("get·p0.50", metric("1", "us/op", "[[1, 1], [1, 1]]"))
                        .secondary("put:p0.50", metric("1", "us/op", "[[1, 1], [1, 1]]"))
                        .secondary("bar·p0.90", metric("1", "us/op", "[[1, 1], [1, 1]]")));

        assertThat(read.secondary())
                .extracting(measurement -> measurement.metric().name())
                .containsExactly("gc.alloc.rate.norm", "gc.alloc.rate", "get:p0.50", "put:p0.50", "p0.90");
    }

    @Test
    void aSecondaryMetricCalledScoreIsNotTheScore() {
        BenchmarkResult read = one(result().secondary("score", metric("1", "#/op", "[[1, 1], [1, 1]]")));

        assertThat(secondary(read, "secondary:score").metric().isScore()).isFalse();
    }

    @Test
    void aForksValueOfASumIsTheSumOfItsIterations() {
        // gc.time as JMH writes it: iterations without a collection are not in the raw data, and count as 0
        BenchmarkResult read = one(result().secondary("gc.count", total("3.0", "counts", "[[0.0, 0.0], [1.0, 2.0]]"))
                .secondary("gc.time", total("7.0", "ms", "[[], [3.0, 4.0]]")));

        assertThat(secondary(read, "gc.count").forkValues()).containsExactly(0, 3);
        assertThat(secondary(read, "gc.time").forkValues())
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(0, 7e-3);
    }

    @Test
    void aForksValueOfAMaximumIsItsLargestIteration() {
        BenchmarkResult read =
                one(result().secondary("mempool.total.used", total("9.0", "KiB", "[[5.0, 7.0], [9.0, 2.0]]"))
                        .secondary("lowest", total("2.0", "KiB", "[[5.0, 7.0], [9.0, 2.0]]")));

        assertThat(secondary(read, "mempool.total.used").forkValues()).containsExactly(7, 9);
        assertThat(secondary(read, "lowest").forkValues()).containsExactly(5, 2);
    }

    @Test
    void anAverageCountsSilentIterationsAsZeroWhereJmhDid() {
        // JMH: (30 + 0 + 20 + 10) / 4 = 15, the second iteration of the first fork allocated nothing
        BenchmarkResult padded =
                one(result().secondary("gc.alloc.rate.norm", metric("15.0", "B/op", "[[30], [20, 10]]")));
        // a sub-benchmark that did not run in that iteration: (30 + 20 + 10) / 3 = 20
        BenchmarkResult unpadded = one(result().secondary("put", metric("20.0", "B/op", "[[30], [20, 10]]")));

        assertThat(secondary(padded, "gc.alloc.rate.norm").forkValues()).containsExactly(15, 15);
        assertThat(secondary(unpadded, "put").forkValues()).containsExactly(30, 15);
    }

    @Test
    void forksOfAnExternalProfilerFollowFromThePercentiles() {
        // perfnorm reports one number a fork, which JMH does not write: 100, 103 and 106, mean 103.
        // s = 3, t(0.9995; 2) = 31.599, error = 31.599 * 3 / sqrt(3) = 54.731
        BenchmarkResult read = one(result().with("forks", "3").secondary("instructions", """
                        {"score": 103.0, "scoreError": 54.731, "scoreConfidence": [48.269, 157.731],
                         "scorePercentiles": {"0.0": 100.0, "50.0": 103.0, "100.0": 106.0},
                         "scoreUnit": "#/op", "rawData": [[], [], []]}"""));

        assertThat(secondary(read, "instructions").forkValues()).containsExactly(100, 103, 106);
    }

    @Test
    void forksThatDoNotFollowAreSaidToBeUnknown() {
        BenchmarkResult read = one(result().secondary("instructions", metric("103.0", "#/op", "[[], []]")));

        assertThat(secondary(read, "instructions").forks()).isEmpty();
        assertThat(secondary(read, "instructions").forkValues()).containsExactly(103);
        assertThat(read.notes()).extracting(Note::code).containsExactly("forks-unknown");
    }

    @Test
    void histogramsGiveMeanAndPercentilesOfEachFork() {
        // First fork: 40 times 1, 49 times 2, once 12, 10 times 13, sum 280; second: 100 times 4.
        // p0.50 of n = 100: position 0.5 * 101 = 50.5, between two values of 2.
        // p0.90: position 90.9, between 12 (the 90th) and 13: 12 + 0.9 * 1 = 12.9.
        BenchmarkResult read = one(result().with("mode", "\"sample\"")
                .with("primaryMetric", """
                        {"score": 3.4, "scoreError": 0.5, "scoreUnit": "s/op", "rawDataHistogram": [
                          [[[1.0, 30], [2.0, 49], [12.0, 1]], [[1.0, 10], [13.0, 10]]],
                          [[[4.0, 100]], []]]}""")
                .secondary("p0.50", metric("2.0", "s/op", "[[], []]"))
                .secondary("bar·p0.90", metric("4.0", "s/op", "[[], []]")));

        assertThat(read.primary().forkValues()).containsExactly(2.8, 4);
        // (30 * 1 + 49 * 2 + 12) / 80 and (10 * 1 + 10 * 13) / 20
        assertThat(read.primary().forks().get(0).iterations()).containsExactly(1.75, 7);
        assertThat(read.primary().forks()).extracting(Fork::samples).containsExactly(100L, 100L);
        assertThat(secondary(read, "p0.50").forkValues()).containsExactly(2, 4);
        assertThat(secondary(read, "p0.50").score()).isEqualTo(2);
        assertThat(secondary(read, "p0.90").forkValues())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(12.9, 4);
        assertThat(secondary(read, "p1.00").forkValues()).containsExactly(13, 4);
        assertThat(read.secondary())
                .extracting(measurement -> measurement.metric().name())
                .containsExactly("p0.50", "p0.90", "p0.00", "p1.00");
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void aPercentileNeedsTenSamplesBeyondItInEveryFork() {
        // Of 999 samples fewer than ten lie beyond p0.99, of 1,000 there are ten.
        assertThat(percentilesOf("[[[[1.0, 1000]]], [[[2.0, 1000]]]]"))
                .contains("p0.99")
                .doesNotContain("p0.999");
        assertThat(percentilesOf("[[[[1.0, 1000]]], [[[2.0, 999]]]]"))
                .contains("p0.95")
                .doesNotContain("p0.99");
        // The smallest and the largest sample are there with any number of them, and are not judged.
        assertThat(percentilesOf("[[[[1.0, 1]]], [[[2.0, 2]]]]")).containsExactly("p0.00", "p1.00");
        assertThat(secondary(one(sampled("[[[[1.0, 1]]]]")), "p1.00").metric().informational())
                .isTrue();
        // A fork that took no sample at all has no value, and takes none from the others.
        assertThat(percentilesOf("[[[[1.0, 1000]]], [[]]]")).contains("p0.99");
    }

    private static List<String> percentilesOf(String histograms) {
        return one(sampled(histograms)).secondary().stream()
                .map(measurement -> measurement.metric().name())
                .toList();
    }

    private static ResultText sampled(String histograms) {
        return result().with("mode", "\"sample\"")
                .with(
                        "primaryMetric",
                        "{\"score\": 1.0, \"scoreError\": 0.5, \"scoreUnit\": \"s/op\", \"rawDataHistogram\": "
                                + histograms + "}");
    }

    @Test
    void readsWhatIsNoNumber() {
        BenchmarkResult read = one(result().with(
                        "primaryMetric",
                        "{\"score\": \"NaN\", \"scoreError\": \"+INF\", \"scoreUnit\": \"s/op\","
                                + " \"rawData\": [[1.0, \"-INF\"], [2.0, null]]}"));

        assertThat(read.primary().score()).isNaN();
        assertThat(read.primary().scoreError()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(read.primary().forks().get(0).value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(read.primary().forkValues()).isEmpty();
        assertThat(read.notes()).extracting(Note::code).containsExactly("not-measured");
    }

    @Test
    void rawDataSwitchedOffLeavesTheScoreAlone() {
        BenchmarkResult read = one(result().with("primaryMetric", metric("2.5", "s/op", "[]")));

        assertThat(read.primary().forks()).isEmpty();
        assertThat(read.primary().forkValues()).containsExactly(2.5);
        assertThat(read.notes()).extracting(Note::code).containsExactly("no-raw-data");
    }

    @Test
    void oneForkOfOneIterationAndNoForkAtAll() {
        BenchmarkResult one = one(result().with("forks", "1").with("primaryMetric", metric("3", "s/op", "[[3]]")));
        BenchmarkResult none = one(result().with("forks", "0").with("primaryMetric", metric("3", "s/op", "[[2, 4]]")));

        assertThat(one.primary().forkValues()).containsExactly(3);
        assertThat(none.setup().forks()).isZero();
        assertThat(none.primary().forkValues()).containsExactly(3);
        assertThat(none.notes()).isEmpty();
    }

    @Test
    void raggedForksAreRead() {
        BenchmarkResult read =
                one(result().with("forks", "3").with("primaryMetric", metric("3", "s/op", "[[1, 2, 3], [6], []]")));

        assertThat(read.primary().forks()).hasSize(3);
        assertThat(read.primary().forkValues()).containsExactly(2, 6);
    }

    @Test
    void saysWhenForksAreMissing() {
        BenchmarkResult read = one(result().with("forks", "5"));

        assertThat(read.notes())
                .containsExactly(new Note(
                        "fork-count",
                        "result 1 (com.acme.Foo.bar): the raw data have 2 forks, forks says 5; the raw data count"));
    }

    @Test
    void saysWhenTheScoreIsNotThatOfTheRawData() {
        BenchmarkResult read = one(result().with("primaryMetric", metric("2.6", "us/op", "[[1.0, 2.0], [3.0, 4.0]]")));

        assertThat(read.notes()).extracting(Note::code).containsExactly("score-differs");
    }

    @ParameterizedTest
    @CsvSource({
        "ns/op, 3e-9, s/op", "us/op, 3e-6, s/op", "ms/op, 3e-3, s/op", "s/op, 3, s/op", "min/op, 180, s/op",
        "ops/ns, 3e9, ops/s", "ops/us, 3e6, ops/s", "ops/ms, 3e3, ops/s", "ops/s, 3, ops/s", "ops/min, 0.05, ops/s",
        "B/op, 3, B/op", "MB/sec, 3, MB/sec", "counts, 3, counts", "'#/op', 3, '#/op'", "'#', 3, '#'"
    })
    void knowsTheUnits(String symbol, double value, String base) {
        BenchmarkResult read = one(result().with("primaryMetric", metric("3", symbol, "[[3, 3], [3, 3]]")));

        assertThat(read.primary().metric().unit().base()).isEqualTo(base);
        Direction direction = symbol.startsWith("ops/") || symbol.equals("MB/sec")
                ? Direction.HIGHER_IS_BETTER
                : symbol.equals("counts") || symbol.equals("#") ? Direction.NOT_KNOWN : Direction.LOWER_IS_BETTER;
        assertThat(read.primary().metric().unit().direction()).isEqualTo(direction);
        assertThat(read.primary().score()).isEqualTo(value, within(value * 1e-15));
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void unknownUnitsAreKeptAndSaid() {
        BenchmarkResult read = one(result().secondary("a", metric("1", "?", "[[1, 1], [1, 1]]"))
                .secondary("b", metric("2", "?", "[[2, 2], [2, 2]]")));

        assertThat(secondary(read, "a").metric().unit().symbol()).isEqualTo("?");
        assertThat(read.notes())
                .containsExactly(
                        new Note(
                                "unknown-unit",
                                "result 1 (com.acme.Foo.bar): the unit \"?\" of a, b is not known; a change is neither better nor worse unless a threshold rule gives the direction"));
    }

    @Test
    void whatAProfilerSaysInWordsIsLeftOutAndSaid() {
        BenchmarkResult read = one(result().secondary(
                        "·stack", "{\"score\": \"NaN\", \"scoreUnit\": \"---\", \"rawData\": [[\"NaN\"], [\"NaN\"]]}"));

        assertThat(read.secondary()).isEmpty();
        assertThat(read.notes()).extracting(Note::code).containsExactly("text-only");
    }

    @Test
    void aDocumentWithoutThreadsCountsAsOneThread() {
        BenchmarkResult read = one(result().without("threads"));

        assertThat(read.benchmark().threads()).isEqualTo(1);
        assertThat(read.notes()).extracting(Note::code).containsExactly("threads-assumed");
    }

    @Test
    void readsAByteOrderMarkAndGzip() {
        byte[] marked = ("\uFEFF" + result().document()).getBytes(StandardCharsets.UTF_8);

        assertThat(Reading.all(marked)).hasSize(1);
        assertThat(Reading.all(Reading.gzip(marked))).hasSize(1);
    }

    @Test
    void namesMayHoldMarkupQuotesControlAndAstralCharacters() {
        BenchmarkResult read = one(result().with("benchmark", "\"<b>\\\"\\u0007\\n\\ud83d\\ude00\"")
                .with("params", "{\"é\": \"😀\"}"));

        assertThat(read.benchmark().name()).isEqualTo("<b>\"\u0007\n😀");
        assertThat(read.benchmark().params()).containsEntry("é", "😀");
    }
}
