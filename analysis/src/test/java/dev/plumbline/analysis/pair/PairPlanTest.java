package dev.plumbline.analysis.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairPlanTest {

    @Test
    void looksComeLessOftenAsPairsBecomeMany() {
        assertThat(PairPlan.STANDARD.looks(20)).containsExactly(3, 4, 6, 8, 11, 15, 20);
        assertThat(IntStream.rangeClosed(1, 25).filter(PairPlan.STANDARD::looksAt))
                .containsExactly(3, 4, 6, 8, 11, 15, 20);
    }

    @Test
    void whereverASeriesEndsWasALook() {
        assertThat(PairPlan.STANDARD.looks(9)).containsExactly(3, 4, 6, 8, 9);
        assertThat(PairPlan.STANDARD.looks(2)).containsExactly(2);
        assertThat(PairPlan.STANDARD.looks(24)).containsExactly(3, 4, 6, 8, 11, 15, 24);
        assertThat(PairPlan.STANDARD.fractions(PairPlan.STANDARD.looks(4))).containsExactly(0.15, 0.2);
    }

    @Test
    void oneLookSeesAllThatThereIs() {
        assertThat(PairPlan.ONE_LOOK.looks(7)).containsExactly(7);
        assertThat(PairPlan.ONE_LOOK.fractions(PairPlan.ONE_LOOK.looks(7))).containsExactly(1);
    }

    @Test
    void aPlanThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new PairPlan(1, 5)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> new PairPlan(6, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
