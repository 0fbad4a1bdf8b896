package dev.plumbline.analysis.format.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.BenchmarkResult.Note;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the project's own JMH files become; how each was made stands in the README beside them. */
class FixturesTest {

    @Test
    void everyModeOfOneBenchmarkIsAResultOfItsOwn() {
        assertThat(read("all-modes.json.gz"))
                .extracting(result -> result.benchmark().mode())
                .contains(Mode.THROUGHPUT, Mode.AVERAGE_TIME, Mode.SAMPLE_TIME, Mode.SINGLE_SHOT_TIME);
    }

    @Test
    void oldNamesOfMetricsAreTheNewOnes() {
        for (BenchmarkResult result : read("old-profiler-gc.json")) {
            assertThat(names(result)).contains("gc.alloc.rate", "gc.alloc.rate.norm", "gc.count");
        }
        BenchmarkResult sampled = read("old-1.23.json.gz").stream()
                .filter(result -> result.benchmark().mode() == Mode.SAMPLE_TIME)
                .findFirst()
                .orElseThrow();
        assertThat(names(sampled)).contains("p0.50", "p0.99", "gc.churn.G1_Eden_Space.norm");
        assertThat(Reading.secondary(sampled, "p0.50").forkValues()).hasSize(2);
    }

    @Test
    void membersOfAGroupAreMetrics() {
        assertThat(names(read("thread-group.json").get(0))).containsExactly("put", "take");
        assertThat(names(read("thread-group-sample.json").get(0)))
                .contains("p0.50", "put", "put:p0.50", "take", "take:p0.50");
    }

    @Test
    void eventsAddUpOverTheForks() {
        BenchmarkResult events = read("aux-counters.json").get(0);

        for (String name : List.of("hits", "misses", "ratio")) {
            Measurement counter = Reading.secondary(events, name);
            assertThat(counter.forks()).hasSize(2);
            assertThat(Arrays.stream(counter.forkValues()).sum())
                    .isCloseTo(counter.score(), within(counter.score() * 1e-12));
        }
    }

    @Test
    void operationsAverageOverTheForks() {
        BenchmarkResult operations = read("aux-counters.json").get(1);

        Measurement records = Reading.secondary(operations, "records");
        assertThat(records.metric().unit().base()).isEqualTo("ops/s");
        assertThat(Arrays.stream(records.forkValues()).average().orElseThrow())
                .isCloseTo(records.score(), within(records.score() * 1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit-ns.json", "unit-us.json", "unit-ms.json", "unit-s.json", "unit-m.json"})
    void aChangeOfUnitIsNoChangeOfSeries(String file) {
        assertThat(read(file))
                .extracting(result -> result.primary().metric().unit().base())
                .containsExactlyInAnyOrder("s/op", "ops/s");
        // Concatenating some text takes more than a nanosecond and less than a second, whatever the unit.
        assertThat(read(file)).allSatisfy(result -> {
            double score = result.primary().score();
            assertThat(score > 1 ? 1 / score : score).isBetween(1e-9, 1.0);
        });
    }

    @Test
    void forksWithoutRawDataAreSaidToBeMissing() {
        List<BenchmarkResult> results = read("no-raw-data-edited.json");

        assertThat(results.subList(0, 3))
                .allSatisfy(result ->
                        assertThat(result.notes()).extracting(Note::code).containsExactly("no-raw-data"));
        assertThat(results.get(3).notes()).isEmpty();
        assertThat(results.get(3).primary().forkValues()).hasSize(2);
    }

    @Test
    void raggedForksKeepTheirIterations() {
        BenchmarkResult result = read("ragged-edited.json").get(0);

        assertThat(result.primary().forks())
                .extracting(fork -> fork.iterations().length)
                .containsExactly(5, 3, 5);
        assertThat(result.notes()).extracting(Note::code).containsExactly("score-differs");
    }

    @Test
    void awkwardParametersComeOutAsTheyWere() {
        assertThat(read("awkward-parameters.json"))
                .extracting(result -> result.benchmark().params().get("text"))
                .containsExactly("", "a,b", "x=1&y=2", "\"quoted\"", "<b>bold</b>", "über | `tick`");
    }

    @Test
    void anErrorThatJmhHasNotIsNone() {
        assertThat(read("one-fork-one-iteration.json")).allSatisfy(result -> {
            assertThat(result.primary().scoreError()).isNaN();
            assertThat(result.primary().forkValues()).hasSize(1);
        });
    }

    private static List<BenchmarkResult> read(String file) {
        return Reading.all(SampleFiles.bytes(SampleFiles.OWN.resolve(file)));
    }

    private static List<String> names(BenchmarkResult result) {
        return result.secondary().stream()
                .map(Measurement::metric)
                .map(Metric::name)
                .toList();
    }
}
