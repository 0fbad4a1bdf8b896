package dev.plumbline.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.regression.RegressionDetails.RangeCommit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NarrowingTest {

    @Test
    void sevenCommitsTakeThreeBuildsTheMiddleOneFirst() {
        Narrowing narrowing = Narrowing.of(range(7, "a.B.c"));

        assertThat(narrowing.candidates()).hasSize(7);
        assertThat(narrowing.builds()).isEqualTo(3);
        assertThat(narrowing.measureNext()).containsExactly(sha(4), sha(2), sha(6), sha(1), sha(3), sha(5), sha(7));
    }

    @Test
    void neighboursNeedNoBuild() {
        Narrowing narrowing = Narrowing.of(range(0, "a.B.c"));

        assertThat(narrowing.builds()).isZero();
        assertThat(narrowing.measureNext()).isEmpty();
    }

    @Test
    void eightCommitsMayTakeFour() {
        assertThat(Narrowing.of(range(8, "a.B.c")).builds()).isEqualTo(4);
    }

    @Test
    void theCommandNamesTheBenchmarksAsAPatternThatAShellLeavesAlone() {
        assertThat(Narrowing.of(range(1, "a.B.c'; rm -rf $HOME #")).bisect())
                .endsWith(" --pattern '^a\\.B\\.c...rm..rf.\\$HOME..$'")
                .startsWith("plumbline bisect --good " + sha(0) + " --bad " + sha(2) + " --build '");
    }

    private static RegressionDetails range(int between, String benchmark) {
        List<RangeCommit> commits = IntStream.rangeClosed(0, between + 1)
                .mapToObj(i -> new RangeCommit(commit(i), i == 0 || i == between + 1 ? 1 : 0))
                .toList();
        SeriesIdentity series =
                new SeriesIdentity(1, 1, benchmark, Map.of(), "avgt", 1, "score", "s/op", Direction.LOWER_IS_BETTER);
        RegressionSummary change = new RegressionSummary(
                1,
                true,
                RegressionState.CONFIRMED,
                new RegressionSummary.Triage(DetectorState.CONFIRMED, "", false, true),
                "lab",
                new HistoryScope(1, 1, 1),
                2,
                commit(between + 1),
                sha(0),
                between,
                Optional.empty(),
                Instant.EPOCH,
                List.of(),
                Optional.empty(),
                List.of(new MovedSeries(
                        series,
                        ChangePoint.State.CONFIRMED,
                        true,
                        1,
                        2,
                        2,
                        1.9,
                        2.1,
                        1e-6,
                        sha(between + 1),
                        sha(between + 1))));
        return new RegressionDetails(change, Map.of(), commits, true, List.of());
    }

    private static CommitLabel commit(int number) {
        return new CommitLabel(sha(number), "", "", Optional.empty());
    }

    private static String sha(int number) {
        return String.format("%040x", number);
    }
}
