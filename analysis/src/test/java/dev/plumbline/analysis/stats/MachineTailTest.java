package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class MachineTailTest {

    private static final int SIMULATED = 20_000;
    private static final double[] NINE = {0, 5, 1, 2, 3, 4, 1, 2, 3};

    @Test
    void insideTheRangeTheRankCounts() {
        MachineTail tail = new MachineTail(NINE, 2, 8);
        // 4 and 5 reach as far as 4: 2 · 3 / 10. Two reach as far as 0.5 on the other side: 2 · 2 / 10.
        assertThat(tail.twoSided(4)).isCloseTo(0.6, within(1e-12));
        assertThat(tail.twoSided(0.5)).isCloseTo(0.4, within(1e-12));
        assertThat(tail.twoSided(2)).isEqualTo(1);
        assertThat(tail.twoSided(Double.NaN)).isEqualTo(1);
    }

    @Test
    void farBeyondTheRecordItFallsAsAPowerAndCloseToItAsARecord() {
        MachineTail tail = new MachineTail(NINE, 2, 8);
        // n = 9, s = 2: 2/10 · (1 + 20 / (0.8 · 0.2 · 2))^−0.8 = 0.2 · 63.5^−0.8 = 0.0072246 (Python).
        assertThat(tail.twoSided(25)).isCloseTo(0.0072246, within(1e-7));
        assertThat(tail.twoSided(-20)).isCloseTo(0.0072246, within(1e-7));
        // Beyond by 0.1, 0.2 · (1 + 0.1 / 0.32)^−0.8 = 0.160898 is less than the record's 0.2 · (1 + 0.1/8)^−8 = 0.181080.
        assertThat(tail.twoSided(5.1)).isCloseTo(0.181080, within(1e-6));
    }

    @Test
    void anOddMachineAfterTenRunsIsOneInHundredsAndAfterFiftyOneInThousands() {
        // 60 % slower where the runs so far scattered by 2 %: 30 standard deviations. Student's t gives 10⁻¹⁰ for that.
        assertThat(new MachineTail(quiet(10), 0.02, 9).twoSided(0.6)).isBetween(0.002, 0.005);
        assertThat(new MachineTail(quiet(50), 0.02, 49).twoSided(0.6)).isLessThan(0.001);
    }

    @Test
    void whatIsCalledRareIsRareWhereOneRunInAHundredHasAnOddMachine() {
        // Shares of new values below p after 50 of the same kind; binomial standard errors 0.1 and 0.05 %. Odd machines
        // are slower by 5 to 80 standard deviations. Stated: the nominal share for one in fifty, at most twice that for one in 200.
        ToDoubleFunction<SplittableRandom> odd =
                random -> random.nextGaussian() + (random.nextDouble() < 0.01 ? random.nextDouble(5, 80) : 0);
        assertThat(share(odd, 0.02)).isLessThan(0.022);
        assertThat(share(odd, 0.005)).isLessThan(0.01);
        assertThat(share(SplittableRandom::nextGaussian, 0.02)).isLessThan(0.022);
        assertThat(share(random -> (random.nextBoolean() ? 3 : 0) + 0.1 * random.nextGaussian(), 0.02))
                .isLessThan(0.022);
    }

    private static double[] quiet(int runs) {
        double[] values = new double[runs];
        Arrays.setAll(values, run -> 0.02 * Math.sin(run));
        return values;
    }

    private static double share(ToDoubleFunction<SplittableRandom> noise, double below) {
        SplittableRandom random = new SplittableRandom(7);
        int surprising = 0;
        for (int i = 0; i < SIMULATED; i++) {
            double[] values = new double[50];
            Arrays.setAll(values, run -> noise.applyAsDouble(random));
            double deviation = Math.sqrt(Sample.of(values).variance());
            surprising += new MachineTail(values, deviation, 49).twoSided(noise.applyAsDouble(random)) < below ? 1 : 0;
        }
        return (double) surprising / SIMULATED;
    }
}
