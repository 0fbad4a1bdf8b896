package dev.plumbline.server.site.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.stats.StudentT;
import org.junit.jupiter.api.Test;

class PointSpreadTest {

    @Test
    void followsStudentsTForThreeValues() {
        PointSpread spread = PointSpread.of(new double[] {1, 2, 3}, new StudentT());

        // Mean 2, standard deviation 1; the 97.5 % quantile of t with 2 degrees of freedom is 4.302653.
        assertThat(spread.halfWidthOfMean()).isCloseTo(4.302653 / Math.sqrt(3), within(1e-6));
        assertThat(spread.halfWidthOfNext()).isCloseTo(4.302653 * Math.sqrt(4 / 3.0), within(1e-6));
    }

    @Test
    void saysNothingOfTheSpreadOfOneValue() {
        PointSpread spread = PointSpread.of(new double[] {5}, new StudentT());

        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.halfWidthOfMean()).isNaN();
    }
}
