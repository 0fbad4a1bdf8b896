package dev.plumbline.server.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.StoredChangePoint;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RegressionGroupingTest {

    private final RegressionGrouping grouping = new RegressionGrouping();

    @Test
    void seriesThatShiftAtTheSameRunInTheSameDirectionAreOneRegression() {
        List<RegressionGroup> groups = grouped(
                List.of(shift(1, 10, 100, 130), shift(2, 10, 50, 60), shift(3, 10, 100, 80), shift(1, 20, 130, 200)));

        assertThat(groups)
                .extracting(
                        RegressionGroup::runId,
                        RegressionGroup::worse,
                        group -> group.latest().members().size())
                .containsExactly(tuple(10L, true, 2), tuple(10L, false, 1), tuple(20L, true, 1));
    }

    @Test
    void isFixedAtTheRunSinceWhichTheLastOfItsSeriesIsBack() {
        List<RegressionGroup> groups = grouped(
                List.of(shift(1, 10, 100, 130), shift(2, 10, 50, 60), shift(1, 20, 130, 101), shift(2, 30, 60, 50)));

        assertThat(groups.getFirst().fixedRunId()).contains(30L);
    }

    @Test
    void isNotFixedWhileOneOfItsSeriesIsNotBack() {
        List<RegressionGroup> groups =
                grouped(List.of(shift(1, 10, 100, 130), shift(2, 10, 50, 60), shift(1, 20, 130, 100)));

        assertThat(groups.getFirst().fixedRunId()).isEmpty();
    }

    @Test
    void isNotFixedByAnImprovementThatLeavesHalfOfIt() {
        List<RegressionGroup> groups = grouped(List.of(shift(1, 10, 100, 130), shift(1, 20, 130, 115)));

        assertThat(groups.getFirst().fixedRunId()).isEmpty();
    }

    @Test
    void anImprovementIsNeverFixed() {
        List<RegressionGroup> groups = grouped(List.of(shift(1, 10, 130, 100), shift(1, 20, 100, 130)));

        assertThat(groups).allSatisfy(group -> assertThat(group.fixedRunId()).isEmpty());
    }

    @Test
    void aSeriesThatWasNotMeasuredInEveryRunGoesWithThoseThatMovedInItsRange() {
        List<RegressionGroup> groups = grouped(List.of(shift(1, 12, 100, 130), shift(2, 14, 10, 50, 60)));

        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().runId()).isEqualTo(12);
        assertThat(groups.getFirst().latest().previousRunId()).isEqualTo(11);
    }

    @Test
    void rangesWithoutACommonRunAreTwoRegressions() {
        assertThat(grouped(List.of(shift(1, 10, 100, 130), shift(2, 11, 50, 60))))
                .hasSize(2);
    }

    @Test
    void aSeriesThatMovesTwiceInOneRangeMovedForTwoReasons() {
        List<RegressionGroup> groups =
                grouped(List.of(shift(1, 12, 100, 130), shift(1, 13, 10, 130, 150), shift(2, 12, 50, 60)));

        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst().latest().members()).hasSize(2);
    }

    @Test
    void isNotFixedByAnImprovementThatIsOnlySuspected() {
        StoredChangePoint back = shift(1, 20, 130, 100);
        StoredChangePoint suspected = new StoredChangePoint(
                1, 20, 19, 20, 20, ChangePoint.State.SUSPECTED, 130, 100, back.ratio(), 0.7, 0.8, 0.01, false);

        assertThat(grouped(List.of(shift(1, 10, 100, 130), suspected))
                        .getFirst()
                        .fixedRunId())
                .isEmpty();
    }

    @Test
    void whatWasFixedAndGoesBackToTheBadLevelIsOneRegression() {
        List<RegressionGroup> groups =
                grouped(List.of(shift(1, 10, 100, 130), shift(1, 20, 130, 100), shift(1, 30, 100, 129)));

        assertThat(groups).extracting(RegressionGroup::worse).containsExactly(true, false);
        assertThat(groups.getFirst().occurrences()).hasSize(2);
        assertThat(groups.getFirst().state()).isEqualTo(DetectorState.CONFIRMED);
    }

    @Test
    void whatWasFixedAndGoesElsewhereIsAnotherRegression() {
        List<RegressionGroup> groups =
                grouped(List.of(shift(1, 10, 100, 130), shift(1, 20, 130, 100), shift(1, 30, 100, 180)));

        assertThat(groups)
                .extracting(RegressionGroup::state)
                .containsExactly(DetectorState.FIXED, DetectorState.CONFIRMED, DetectorState.CONFIRMED);
    }

    /** Run n stands at place n. */
    private List<RegressionGroup> grouped(List<StoredChangePoint> changePoints) {
        return grouping.apply(
                changePoints, RunPlaces.inOrder(LongStream.range(0, 100).boxed().toList()));
    }

    /** A shift of a lower-is-better series. */
    private static StoredChangePoint shift(long series, long run, double before, double after) {
        return shift(series, run, run - 1, before, after);
    }

    private static StoredChangePoint shift(long series, long run, long previous, double before, double after) {
        double ratio = after / before;
        return new StoredChangePoint(
                series,
                run,
                previous,
                run,
                run,
                ChangePoint.State.CONFIRMED,
                before,
                after,
                ratio,
                ratio * 0.98,
                ratio * 1.02,
                1e-6,
                ratio > 1);
    }
}
