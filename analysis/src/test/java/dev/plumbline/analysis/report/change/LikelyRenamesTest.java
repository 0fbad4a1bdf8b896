package dev.plumbline.analysis.report.change;

import static dev.plumbline.analysis.report.change.Reports.benchmark;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.report.missing.Absence;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikelyRenamesTest {

    private static final BenchmarkId PARSE = benchmark("com.acme.Json.parse");

    @Test
    void theSameMethodInAnotherClassIsTheSameBenchmark() {
        BenchmarkId moved = benchmark("com.acme.fast.FastJson.parse");

        assertThat(LikelyRenames.of(Map.of(PARSE, 1e-6), Map.of(moved, 1.3e-6)))
                .containsExactly(new BenchmarkChange.Renamed(PARSE, moved));
    }

    @Test
    void aNearlyEqualMethodOfTheSameClassIsTheSameBenchmark() {
        BenchmarkId renamed = benchmark("com.acme.Json.parsed");

        assertThat(LikelyRenames.of(Map.of(PARSE, 1e-6), Map.of(renamed, 0.9e-6)))
                .containsExactly(new BenchmarkChange.Renamed(PARSE, renamed));
    }

    @Test
    void anotherMethodOfTheSameClassIsNot() {
        BenchmarkId other = benchmark("com.acme.Json.write");

        assertThat(LikelyRenames.of(Map.of(PARSE, 1e-6), Map.of(other, 1e-6)))
                .containsExactly(
                        new BenchmarkChange.Absent(new Absence.Missing(PARSE)), new BenchmarkChange.Added(other));
    }

    @Test
    void scoresFarApartAreNotOfOneBenchmark() {
        BenchmarkId moved = benchmark("com.acme.FastJson.parse");

        assertThat(LikelyRenames.of(Map.of(PARSE, 1e-6), Map.of(moved, 3e-6)))
                .containsExactly(
                        new BenchmarkChange.Absent(new Absence.Missing(PARSE)), new BenchmarkChange.Added(moved));
    }

    @Test
    void otherParametersAreAnotherBenchmark() {
        BenchmarkId moved = new BenchmarkId("com.acme.FastJson.parse", Map.of("size", "10"), Mode.AVERAGE_TIME, 1);

        assertThat(LikelyRenames.of(Map.of(PARSE, 1e-6), Map.of(moved, 1e-6))).hasSize(2);
    }

    @Test
    void ofTwoThatFitNeitherIsTaken() {
        Map<BenchmarkId, Double> added =
                Map.of(benchmark("com.acme.A.parse"), 1e-6, benchmark("com.acme.B.parse"), 1e-6);

        assertThat(LikelyRenames.of(Map.of(PARSE, 1e-6), added))
                .hasSize(3)
                .noneMatch(change -> change instanceof BenchmarkChange.Renamed);
    }
}
