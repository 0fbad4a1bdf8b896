package dev.plumbline.analysis.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.judge.Suites;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Until a shift of the suite is told, no series is told of in its place, though it takes the shift otherwise than the rest. */
class ShiftUnderWayTest {

    private static final int SERIES = 60;
    private static final int AT = 40;

    /** Machines that differ by a percent from run to run, of which the one at {@code AT} stays; series take it each in its own measure. */
    private static Suites suite(int runs, int bad, double howBad) {
        Suites suite = Suites.noisy(SERIES, runs, 0.005, 0.01, 11);
        for (int which = 0; which < SERIES; which++) {
            double response = 0.4 + 1.2 * which / (SERIES - 1);
            for (int run = AT; run < runs; run++) {
                suite.values[which][run] += response * -0.08;
            }
            suite.values[which][bad] += howBad;
        }
        return suite;
    }

    private static void assertThatNoSeriesIsToldOf(Suites suite) {
        SuiteHistory history = suite.history();
        for (int which = 0; which < SERIES; which++) {
            assertThat(Arrays.stream(history.shiftsOf(which)).boxed()).anyMatch(run -> Math.abs(run - AT) <= 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {AT + 1, AT + 2})
    void aBadMachineInBetweenDoesNotHideIt(int bad) {
        assertThatNoSeriesIsToldOf(suite(AT + 4, bad, 0.09));
    }

    @Test
    void aBadMachineThatIsTheNewestOneDoesNotReplaceIt() {
        assertThatNoSeriesIsToldOf(suite(AT + 4, AT + 3, -0.2));
    }

    @Test
    void aSeriesThatChangedByItselfSomeRunsBeforeGoesAlong() {
        Suites suite = suite(AT + 4, AT + 1, 0);
        int own = SERIES / 2;
        for (int run = AT - 4; run < AT + 4; run++) {
            suite.values[own][run] += 0.25;
        }

        assertThatNoSeriesIsToldOf(suite);
    }

    @Test
    void twoBadMachinesAreNone() {
        Suites suite = Suites.noisy(SERIES, AT + 4, 0.005, 0.01, 12);
        for (int which = 0; which < SERIES; which++) {
            suite.values[which][AT] -= 0.1;
            suite.values[which][AT + 2] -= 0.1;
        }
        SuiteHistory history = suite.history();

        assertThat(history.shiftsOf(0)).isEmpty();
        assertThat(history.shifts()).isEmpty();
    }
}
