package dev.plumbline.analysis.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.judge.Suites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a small suite, a few series with large changes of their own move the centre; that is no shift of the suite. */
class SmallSuiteShiftTest {

    private static final int RUNS = 80;
    private static final int AT = 40;

    private static Suites suite(int series, long seed) {
        return Suites.noisy(series, RUNS, 0.01, 0.003, seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void threeOfTenThatMoveFarAreNoShiftOfTheSuite(int seed) {
        assertThat(suite(10, seed).step(3, AT, 1.3).history().shifts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 10, 29, 30, 60})
    void allThatMoveAreAShiftOfTheSuiteWhateverItsSize(int series) {
        assertThat(suite(series, series).step(series, AT, 1.08).history().shifts())
                .singleElement()
                .satisfies(shift -> {
                    assertThat(shift.point().index()).isBetween(AT - 1, AT + 1);
                    assertThat(shift.moved()).isEqualTo(series);
                });
    }

    @Test
    void whatTheSmallSuiteDidNotBearOutIsLeftInItsSeries() {
        Suites suite = suite(10, 7).step(3, AT, 1.3);

        for (int which = 0; which < 3; which++) {
            assertThat(Suites.changePoints(suite.history(), suite.series(), which))
                    .anySatisfy(point -> assertThat(point.index()).isBetween(AT - 2, AT + 2));
        }
    }
}
