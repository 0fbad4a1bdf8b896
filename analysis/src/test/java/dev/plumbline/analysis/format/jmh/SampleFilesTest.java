package dev.plumbline.analysis.format.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.MetricName;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.SamplePercentile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every real file is read whole or refused with place and reason; what is read is what the file says; and the figures
 * that JMH computed follow from the raw data within 1e-9, which is the proof that they are understood.
 */
class SampleFilesTest {

    private static final double EXACT = 1e-9;
    /** Files that a person made or changed: their scores do not follow from their raw data. */
    private static final Set<String> WRITTEN_BY_HAND = Set.of("ragged-edited.json");

    @Test
    void filesOfOtherProjectsLieBesideTheRepository() {
        assumeTrue(Files.isDirectory(SampleFiles.SHARED), "no files of other projects at " + SampleFiles.SHARED);
        assertThat(SampleFiles.shared()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> readsRealFilesWholeOrRefusesThem() {
        return files().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static Stream<Path> files() {
        return Stream.concat(SampleFiles.below(SampleFiles.OWN).stream(), SampleFiles.shared().stream());
    }

    private static void check(Path file) throws IOException {
        byte[] document = SampleFiles.bytes(file);
        List<BenchmarkResult> results;
        try {
            results = Reading.all(document);
        } catch (DocumentException refusal) {
            assertThat(refusal.line()).isPositive();
            assertThat(refusal.column()).isPositive();
            if (file.startsWith(SampleFiles.OWN)) {
                assertThat(file.getFileName()).hasToString("all-failed.json");
                assertThat(refusal.code()).isEqualTo("no-results");
            } else {
                assertThat(refusal.code()).isEqualTo("duplicate-result");
                assertThat(refusal)
                        .hasMessageContaining("result " + refusal.resultNumber() + " (" + refusal.benchmark());
            }
            return;
        }
        List<?> tree = JsonTree.array(document);
        assertThat(results).hasSameSizeAs(tree);
        boolean byHand = WRITTEN_BY_HAND.contains(file.getFileName().toString());
        for (int i = 0; i < results.size(); i++) {
            check(results.get(i), tree.get(i), byHand);
        }
    }

    private static void check(BenchmarkResult result, Object text, boolean byHand) {
        assertThat(result.benchmark().name()).isEqualTo(JsonTree.text(text, "benchmark"));
        assertThat(result.benchmark().mode().label()).isEqualTo(JsonTree.text(text, "mode"));
        Map<?, ?> primary = JsonTree.object(text, "primaryMetric");
        boolean sampled = !JsonTree.list(primary, "rawDataHistogram").isEmpty();
        if (sampled) {
            checkSampled(result.primary(), primary);
        } else {
            checkIterations(result.primary(), primary);
            if (!byHand) {
                checkAverage(primary, statistics(primary, 0), result);
            }
        }
        int iterations = result.primary().forks().stream()
                .mapToInt(fork -> fork.iterations().length)
                .sum();
        for (Map.Entry<?, ?> entry : JsonTree.object(text, "secondaryMetrics").entrySet()) {
            Object metric = entry.getValue();
            String name =
                    MetricName.of((String) entry.getKey(), result.benchmark().name());
            if (sampled && SamplePercentile.indexOf(name) >= 0) {
                continue;
            }
            checkIterations(Reading.secondary(result, name), metric);
            boolean fromHistogram =
                    sampled && JsonTree.text(metric, "scoreUnit").equals(JsonTree.text(primary, "scoreUnit"));
            if (!fromHistogram && !byHand) {
                checkAggregate(metric, iterations, result);
            }
        }
    }

    /** The reader's scores and iterations are the document's, in the base unit. */
    private static void checkIterations(Measurement measurement, Object metric) {
        double factor = measurement.metric().unit().factor();
        assertThat(measurement.score()).isEqualTo((Double) (number(metric, "score") * factor));
        assertThat(measurement.scoreError()).isEqualTo((Double) (number(metric, "scoreError") * factor));
        List<?> forks = JsonTree.list(metric, "rawData");
        for (int i = 0; i < measurement.forks().size() && !forks.isEmpty(); i++) {
            Fork fork = measurement.forks().get(i);
            double[] written = ((List<?>) forks.get(i))
                    .stream()
                            .mapToDouble(value -> JsonTree.number(value) * factor)
                            .toArray();
            assertThat(fork.iterations()).isEqualTo(written);
        }
    }

    /** The score of a secondary metric follows from its iterations by one of JMH's aggregations. */
    private static void checkAggregate(Object metric, int iterations, BenchmarkResult result) {
        JmhStatistics raw = statistics(metric, 0);
        if (raw.count() == 0 || Double.isNaN(number(metric, "score"))) {
            return;
        }
        List<?> confidence = JsonTree.list(metric, "scoreConfidence");
        boolean total = Double.isNaN(number(metric, "scoreError"))
                && JsonTree.number(confidence.get(0)) == number(metric, "score");
        if (total) {
            double score = number(metric, "score");
            assertThat(List.of(close(raw.sum(), score), close(raw.highest(), score), close(raw.lowest(), score)))
                    .as("%s", result)
                    .contains(true);
            return;
        }
        JmhStatistics padded = statistics(metric, (int) (iterations - raw.count()));
        checkAverage(metric, close(raw.mean(), number(metric, "score")) ? raw : padded, result);
    }

    private static void checkAverage(Object metric, JmhStatistics raw, BenchmarkResult result) {
        if (raw.count() == 0) {
            return;
        }
        assertClose(raw.mean(), number(metric, "score"), result);
        assertClose(raw.error(), number(metric, "scoreError"), result);
    }

    private static JmhStatistics statistics(Object metric, int zeros) {
        JmhStatistics statistics = new JmhStatistics();
        for (Object fork : JsonTree.list(metric, "rawData")) {
            for (Object value : (List<?>) fork) {
                statistics.add(JsonTree.number(value), 1);
            }
        }
        if (zeros > 0) {
            statistics.add(0, zeros);
        }
        return statistics;
    }

    /** The means of the reader's forks are those of the histograms, and JMH's score and error are those of all samples. */
    private static void checkSampled(Measurement score, Map<?, ?> primary) {
        double factor = score.metric().unit().factor();
        JmhStatistics all = new JmhStatistics();
        List<?> forks = JsonTree.list(primary, "rawDataHistogram");
        assertThat(score.forks()).hasSameSizeAs(forks);
        for (int i = 0; i < forks.size(); i++) {
            JmhStatistics fork = new JmhStatistics();
            for (Object iteration : (List<?>) forks.get(i)) {
                for (Object entry : (List<?>) iteration) {
                    double value = JsonTree.number(((List<?>) entry).get(0));
                    long count = (long) JsonTree.number(((List<?>) entry).get(1));
                    fork.add(value, count);
                    all.add(value, count);
                }
            }
            double mean = fork.mean() * factor;
            assertThat(score.forks().get(i).value()).isEqualTo(mean, within(Math.abs(mean) * EXACT));
        }
        assertThat(score.score()).isEqualTo(number(primary, "score") * factor);
        assertThat(close(all.mean(), number(primary, "score"))).isTrue();
        assertThat(close(all.error(), number(primary, "scoreError"))).isTrue();
    }

    private static double number(Object metric, String field) {
        return JsonTree.number(JsonTree.get(metric, field));
    }

    private static void assertClose(double computed, double written, BenchmarkResult result) {
        assertThat(close(computed, written))
                .as("%s: computed %s, written %s", result.benchmark(), computed, written)
                .isTrue();
    }

    private static boolean close(double computed, double written) {
        return (Double.isNaN(computed) && Double.isNaN(written))
                || Math.abs(computed - written) <= EXACT * Math.max(Math.abs(computed), Math.abs(written));
    }
}
