package dev.plumbline.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewForksTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0.05, 0.01, 0})
    void whatIsUsualIsLeftAlone(double pValue) {
        assertThat(FewForks.pValue(pValue, 1, 2)).isEqualTo(pValue);
    }

    @Test
    void manyForksShowTheirTails() {
        assertThat(FewForks.pValue(1e-6, 3, 20)).isEqualTo(1e-6);
        assertThat(FewForks.pValue(1e-6, 3, 63)).isEqualTo(1e-6);
    }

    @Test
    void theFewerForksTheSlowerTheTailFalls() {
        double one = FewForks.pValue(1e-6, 1, 6);
        double two = FewForks.pValue(1e-6, 2, 12);
        double three = FewForks.pValue(1e-6, 3, 18);

        assertThat(one).isGreaterThan(two);
        assertThat(two).isGreaterThan(three);
        assertThat(three).isGreaterThan(1e-6);
        // 10⁻⁶ (10⁴)^0.55 and 10⁻⁶ (10⁴)^0.275.
        assertThat(one).isCloseTo(1.585e-4, within(1e-7));
        assertThat(two).isCloseTo(1.259e-5, within(1e-8));
    }

    @Test
    void whatIsLessLikelyStaysLessLikely() {
        double before = 1;
        for (double pValue = 0.5; pValue > 1e-300; pValue /= 1.7) {
            double corrected = FewForks.pValue(pValue, 1, 2);
            assertThat(corrected).isLessThan(before).isBetween(pValue, 1.0);
            before = corrected;
        }
    }
}
