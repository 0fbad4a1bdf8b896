package dev.plumbline.analysis.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewPairsTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0.05, 0})
    void whatIsUsualIsLeftAlone(double pValue) {
        assertThat(FewPairs.pValue(pValue, 2)).isEqualTo(pValue);
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        assertThat(FewPairs.pValue(Double.NaN, 3)).isNaN();
    }

    @Test
    void tenPairsShowTheirTails() {
        assertThat(FewPairs.pValue(1e-6, 10)).isEqualTo(1e-6);
        assertThat(FewPairs.pValue(1e-6, 20)).isEqualTo(1e-6);
    }

    @Test
    void theFewerPairsTheSlowerTheTailFalls() {
        double before = 1;
        for (int pairs = 2; pairs <= 10; pairs++) {
            double corrected = FewPairs.pValue(5e-5, pairs);
            assertThat(corrected).isLessThan(before);
            before = corrected;
        }
        // 5·10⁻⁵ times the cube root of 1,000, and times its eighth part of a half.
        assertThat(FewPairs.pValue(5e-5, 3)).isCloseTo(5e-4, within(1e-12));
        assertThat(FewPairs.pValue(5e-5, 8)).isCloseTo(5e-5 * Math.pow(1000, 1.0 / 16), within(1e-12));
    }

    @Test
    void whatIsLessLikelyStaysLessLikely() {
        double before = 1;
        for (double pValue = 0.5; pValue > 1e-300; pValue /= 1.7) {
            double corrected = FewPairs.pValue(pValue, 3);
            assertThat(corrected).isLessThan(before).isBetween(pValue, 1.0);
            before = corrected;
        }
    }
}
