package dev.plumbline.server.site.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.regression.DetectorState;
import dev.plumbline.server.regression.RegressionState;
import dev.plumbline.server.regression.RegressionSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegressionTitleTest {

    @Test
    void oneBenchmarkIsItsClassAndMethod() {
        assertThat(title(List.of(score(1, "com.acme.text.TokenizerBenchmark.split"))))
                .isEqualTo(new RegressionTitle("TokenizerBenchmark.split", ""));
    }

    @Test
    void severalSeriesOfOneBenchmarkAreCounted() {
        assertThat(title(List.of(
                        score(1, "com.acme.text.TokenizerBenchmark.split"),
                        series(1, "com.acme.text.TokenizerBenchmark.split", "gc.alloc.rate.norm"))))
                .isEqualTo(new RegressionTitle("TokenizerBenchmark.split", "1 benchmark, 2 series"));
    }

    @Test
    void severalBenchmarksHaveWhatIsCommonToTheirNames() {
        assertThat(title(List.of(
                        score(1, "com.acme.text.TokenizerBenchmark.split"),
                        score(2, "com.acme.text.TokenizerBenchmark.join"))))
                .isEqualTo(new RegressionTitle("TokenizerBenchmark", "2 benchmarks"));
        assertThat(title(List.of(
                        score(1, "com.acme.text.TokenizerBenchmark.split"),
                        score(2, "com.acme.text.ParserBenchmark.parse"))))
                .isEqualTo(new RegressionTitle("com.acme.text", "2 benchmarks"));
    }

    @Test
    void aNameIsCutOnlyBetweenItsParts() {
        assertThat(title(List.of(score(1, "com.acme.ListBenchmark.add"), score(2, "com.acme.ListBenchmark.addAll")))
                        .name())
                .isEqualTo("ListBenchmark");
    }

    @Test
    void benchmarksWithNothingInCommonAreCounted() {
        assertThat(title(List.of(score(1, "com.acme.A.a"), score(2, "org.other.B.b"))))
                .isEqualTo(new RegressionTitle("2 benchmarks", ""));
        assertThat(title(List.of(
                        score(1, "com.acme.A.a"), score(2, "org.other.B.b"), series(2, "org.other.B.b", "p0.99"))))
                .isEqualTo(new RegressionTitle("2 benchmarks", "3 series"));
    }

    @Test
    void parametersOfOneMethodAreSeveralBenchmarks() {
        assertThat(title(List.of(score(1, "com.acme.A.a"), score(2, "com.acme.A.a"))))
                .isEqualTo(new RegressionTitle("A.a", "2 benchmarks"));
    }

    @Test
    void anotherRunOrAnotherSizeChangesNoTitle() {
        List<MovedSeries> moved = List.of(score(1, "com.acme.A.a"), score(2, "com.acme.A.b"));

        assertThat(RegressionTitle.of(regression(moved.reversed(), Optional.empty(), 99)))
                .isEqualTo(RegressionTitle.of(regression(moved, Optional.empty(), 2)));
    }

    @Test
    void aSuiteAndNothingHaveWords() {
        assertThat(RegressionTitle.of(regression(
                                List.of(),
                                Optional.of(new RegressionSummary.Shift(1.1, 1.05, 1.15, 300, 344, List.of())),
                                2))
                        .line())
                .isEqualTo("The whole suite");
        assertThat(title(List.of()).line()).isEqualTo("Nothing moved after all");
    }

    @Test
    void whatANameHidesIsShown() {
        assertThat(title(List.of(score(1, "com.acme.A.\u202ea\n"))).line()).doesNotContain("\u202e", "\n");
    }

    private static RegressionTitle title(List<MovedSeries> moved) {
        return RegressionTitle.of(regression(moved, Optional.empty(), 2));
    }

    private static MovedSeries score(long benchmark, String name) {
        return series(benchmark, name, "score");
    }

    private static MovedSeries series(long benchmark, String name, String metric) {
        return new MovedSeries(
                new SeriesIdentity(
                        10 * benchmark + metric.length(),
                        benchmark,
                        name,
                        Map.of(),
                        "avgt",
                        1,
                        metric,
                        "s/op",
                        Direction.LOWER_IS_BETTER),
                ChangePoint.State.CONFIRMED,
                true,
                1,
                2,
                2,
                1.9,
                2.1,
                1e-6,
                "a",
                "a");
    }

    private static RegressionSummary regression(
            List<MovedSeries> moved, Optional<RegressionSummary.Shift> shift, long run) {
        return new RegressionSummary(
                1,
                true,
                RegressionState.CONFIRMED,
                new RegressionSummary.Triage(DetectorState.CONFIRMED, "", false, true),
                "lab",
                new HistoryScope(1, 1, 1),
                run,
                new CommitLabel("b".repeat(40), "", "", Optional.empty()),
                "a".repeat(40),
                0,
                Optional.empty(),
                Instant.EPOCH,
                List.of(),
                shift,
                moved);
    }
}
