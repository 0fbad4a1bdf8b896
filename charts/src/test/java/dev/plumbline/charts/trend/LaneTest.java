package dev.plumbline.charts.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Lane LANE = new Lane(0, 200, 2, 5);

    @Test
    void putsALabelAfterItsMark() {
        assertThat(LANE.place(List.of(50.0), List.of(40.0)))
                .containsExactly(Optional.of(new Lane.Spot(59, 0, Lane.Anchor.START)));
    }

    @Test
    void putsALabelBeforeItsMarkAtTheRightEdge() {
        assertThat(LANE.place(List.of(190.0), List.of(40.0)))
                .containsExactly(Optional.of(new Lane.Spot(181, 0, Lane.Anchor.END)));
    }

    @Test
    void usesAFurtherRowBetweenNeighbours() {
        // The marks are 20 apart and the labels 40 wide: the outer two stand outwards, the middle one above.
        List<Optional<Lane.Spot>> spots = LANE.place(List.of(80.0, 100.0, 120.0), List.of(40.0, 40.0, 40.0));
        assertThat(spots)
                .containsExactly(
                        Optional.of(new Lane.Spot(71, 0, Lane.Anchor.END)),
                        Optional.of(new Lane.Spot(100, 1, Lane.Anchor.MIDDLE)),
                        Optional.of(new Lane.Spot(129, 0, Lane.Anchor.START)));
    }

    @Test
    void leavesOutTheOldestWhenThereIsNoRoom() {
        List<Double> marks = List.of(100.0, 101.0, 102.0, 103.0, 104.0);
        List<Optional<Lane.Spot>> spots = LANE.place(marks, List.of(90.0, 90.0, 90.0, 90.0, 90.0));
        assertThat(spots.get(4)).isPresent();
        assertThat(spots.get(0)).isEmpty();
    }

    @Test
    void leavesOutEmptyLabels() {
        assertThat(LANE.place(List.of(50.0), List.of(0.0))).containsExactly(Optional.empty());
    }
}
