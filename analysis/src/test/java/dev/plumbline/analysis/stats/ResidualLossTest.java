package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResidualLossTest {

    @Test
    void studentsLossIsLeastInTheMiddleAndBounded() {
        ResidualLoss loss = ResidualLoss.student(0.01);
        assertThat(loss.at(0)).isZero();
        assertThat(loss.at(0.01)).isGreaterThan(loss.at(0.005));
        assertThat(loss.at(5)).isEqualTo(loss.at(-7)).isLessThan(8);
    }

    @Test
    void knowsBothModesOfNoiseWithTwo() {
        double[] residuals = new double[600];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = (i % 2 == 0 ? -0.05 : 0.05) + 0.002 * random.nextGaussian();
        }
        ResidualLoss loss = ResidualLoss.of(residuals, 0.05);
        assertThat(loss.at(0)).isGreaterThan(loss.at(0.05) + 1).isGreaterThan(loss.at(-0.05) + 1);
    }

    @Test
    void doesNotCareForTheUnit() {
        double[] residuals = {-0.02, -0.01, 0, 0.005, 0.01, 0.03};
        double[] thousandfold = {-20, -10, 0, 5, 10, 30};
        ResidualLoss small = ResidualLoss.of(residuals, 0.01);
        ResidualLoss large = ResidualLoss.of(thousandfold, 10);
        for (double z = -4; z <= 4; z += 0.37) {
            assertThat(small.at(z * 0.01)).isCloseTo(large.at(z * 10), within(1e-9));
        }
    }
}
