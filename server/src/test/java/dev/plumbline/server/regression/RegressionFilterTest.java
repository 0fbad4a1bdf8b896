package dev.plumbline.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegressionFilterTest {

    private static RegressionFilter of(Set<RegressionState> states) {
        return new RegressionFilter(states, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void eachWordStandsForItsStatesAndBack() {
        assertThat(RegressionFilter.STATES)
                .containsExactly(
                        "open",
                        "suspected",
                        "confirmed",
                        "reopened",
                        "acknowledged",
                        "expected",
                        "false-alarm",
                        "fixed",
                        "retracted")
                .allSatisfy(word ->
                        assertThat(of(RegressionFilter.statesOf(word)).state()).isEqualTo(word));
    }

    @Test
    void openIsWhatSomebodyShouldStillLookAt() {
        assertThat(RegressionFilter.statesOf("open"))
                .containsExactlyInAnyOrder(
                        RegressionState.CONFIRMED, RegressionState.REOPENED, RegressionState.ACKNOWLEDGED);
    }

    @Test
    void anyOtherWordStandsForNone() {
        assertThat(RegressionFilter.statesOf("Open")).isEmpty();
        assertThat(of(Set.of()).state()).isEmpty();
    }
}
