package dev.plumbline.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.regression.RegressionGroup.Occurrence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RegressionMatchingTest {

    private static final RunPlaces PLACES =
            RunPlaces.inOrder(LongStream.range(0, 100).boxed().toList());

    @Test
    void whatMovedByAFewRunsIsTheSame() {
        assertThat(match(List.of(group(18, 1, 2)), known(1, "suspected", "", 20, 1, 2)))
                .containsExactly(Optional.of(1L));
    }

    @Test
    void whatLiesElsewhereOrIsOfOtherSeriesIsNew() {
        assertThat(match(List.of(group(40, 1)), known(1, "confirmed", "", 20, 1)))
                .containsExactly(Optional.empty());
        assertThat(match(List.of(group(20, 3)), known(1, "confirmed", "", 20, 1)))
                .containsExactly(Optional.empty());
    }

    @Test
    void whatWasRetractedIsFoundAgainAtTheSamePlaceOnly() {
        KnownRegression retracted = known(1, "retracted", "false-alarm", 20, 1);

        assertThat(match(List.of(group(20, 1)), retracted)).containsExactly(Optional.of(1L));
        assertThat(match(List.of(group(22, 1)), retracted)).containsExactly(Optional.empty());
    }

    @Test
    void whatWasRetractedIsFoundAgainWhereTheDetectorCantTellItsPlaceApart() {
        KnownRegression retracted = known(1, "retracted", "", 22, 1);

        assertThat(match(List.of(ranged(20, 19, 22, 1)), retracted)).containsExactly(Optional.of(1L));
        assertThat(match(List.of(ranged(20, 19, 21, 1)), retracted)).containsExactly(Optional.empty());
    }

    @Test
    void aSuspicionOfTheWholeSuiteIsFoundAgainNearbyUnlessPeopleDecidedOnIt() {
        assertThat(match(List.of(group(20, 0)), ofSuite(known(1, "retracted", "", 22))))
                .containsExactly(Optional.of(1L));
        assertThat(match(List.of(group(20, 0)), ofSuite(known(1, "retracted", "false-alarm", 22))))
                .containsExactly(Optional.empty());
    }

    private static KnownRegression ofSuite(KnownRegression known) {
        return new KnownRegression(
                known.id(),
                RegressionKind.SUITE,
                known.worse(),
                known.state(),
                known.decision(),
                known.status(),
                known.reopened(),
                known.runId(),
                known.previousRunId(),
                known.firstRunId(),
                known.fixedRunId(),
                known.series());
    }

    @Test
    void ofTwoThatTurnOutToBeOneTheOneThatPeopleDecidedOnStays() {
        RegressionMatching matching = RegressionMatching.of(
                List.of(group(20, 1, 2)),
                List.of(known(1, "suspected", "", 20, 1), known(2, "suspected", "acknowledged", 20, 2)),
                PLACES);

        assertThat(matching.known().getFirst()).map(KnownRegression::id).contains(2L);
        assertThat(matching.absorbedBy()).containsEntry(1L, 0);
    }

    @Test
    void whatPeopleDecidedOnStaysEvenWithTheSmallerPart() {
        RegressionMatching matching = RegressionMatching.of(
                List.of(group(20, 1, 2, 3)),
                List.of(known(1, "confirmed", "expected", 19, 1), known(2, "confirmed", "", 20, 2, 3)),
                PLACES);

        assertThat(matching.known().getFirst()).map(KnownRegression::id).contains(1L);
    }

    @Test
    void ofTwoGroupsTheOneWithMoreOfItsSeriesIsTheSame() {
        assertThat(match(List.of(group(19, 3), group(21, 1, 2)), known(1, "confirmed", "", 20, 1, 2, 3)))
                .containsExactly(Optional.empty(), Optional.of(1L));
    }

    private static List<Optional<Long>> match(List<RegressionGroup> groups, KnownRegression... known) {
        return RegressionMatching.of(groups, Arrays.asList(known), PLACES).known().stream()
                .map(one -> one.map(KnownRegression::id))
                .toList();
    }

    private static KnownRegression known(long id, String state, String decision, long run, long... series) {
        return new KnownRegression(
                id,
                RegressionKind.SERIES,
                true,
                DetectorState.ofLabel(state).orElseThrow(),
                Triage.Decision.ofLabel(decision),
                RegressionState.ofLabel(state).orElseThrow(),
                false,
                run,
                run - 1,
                run,
                Optional.empty(),
                LongStream.of(series).boxed().collect(Collectors.toSet()));
    }

    private static RegressionGroup group(int run, long... series) {
        return ranged(run, run, run, series);
    }

    private static RegressionGroup ranged(int run, int earliest, int latest, long... series) {
        List<StoredChangePoint> members = LongStream.of(series)
                .mapToObj(one -> new StoredChangePoint(
                        one,
                        run,
                        run - 1,
                        earliest,
                        latest,
                        ChangePoint.State.CONFIRMED,
                        1,
                        2,
                        2,
                        1.9,
                        2.1,
                        1e-6,
                        true))
                .toList();
        return new RegressionGroup(true, List.of(new Occurrence(run, run - 1, members)), Optional.empty());
    }
}
