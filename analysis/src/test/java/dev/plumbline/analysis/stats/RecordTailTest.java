package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RecordTailTest {

    private static final int SIMULATED = 40_000;

    @Test
    void insideTheRangeNothingIsSurprising() {
        RecordTail tail = RecordTail.of(new double[] {3, 1, 2}, 1, 2);
        assertThat(tail.twoSided(1)).isEqualTo(1);
        assertThat(tail.twoSided(2.9)).isEqualTo(1);
        assertThat(tail.twoSided(Double.NaN)).isEqualTo(1);
    }

    @Test
    void beyondTheRecordItFallsByLomaxsDistribution() {
        // n = 9, s = 2, ν = 8: β = 1. One beyond: 2/10 · (1 + 1/8)^−8 = 0.2 · 0.389744 = 0.0779489
        // (Python: 0.2*(1+1/8)**-8). Twelve beyond: 0.2 · 2.5^−8 = 0.000131072.
        RecordTail tail = RecordTail.of(new double[] {0, 5, 1, 2, 3, 4, 1, 2, 3}, 2, 8);
        assertThat(tail.twoSided(6)).isCloseTo(0.0779489, within(1e-7));
        assertThat(tail.twoSided(-1)).isCloseTo(0.0779489, within(1e-7));
        assertThat(tail.twoSided(17)).isCloseTo(0.000131072, within(1e-9));
        assertThat(tail.twoSided(5 + 1e-12)).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void severalInARowBeyondTheRecordAreRarerThanOne() {
        // n = 9 and k = 2: 1 / C(11, 2) = 1/55 on one side. With ν = 8, β = 1 and the nearer one beyond by 1:
        // with the heavier tail of shape 6, 2/55 · (1 + 2/6)^−6 = 0.0064720 (Python: 2/55*(1+2/6)**-6).
        RecordTail tail = RecordTail.of(new double[] {0, 5, 1, 2, 3, 4, 1, 2, 3}, 2, 8);
        assertThat(tail.allBeyond(6, 9)).isCloseTo(0.0064720, within(1e-7));
        assertThat(tail.allBeyond(-1, -4)).isCloseTo(0.0064720, within(1e-7));
        // 2/10 · (1 + 1/6)^−6 = 0.0793137
        assertThat(tail.allBeyond(6)).isCloseTo(0.0793137, within(1e-6));
        assertThat(tail.allBeyond(6, 4.9)).isEqualTo(1);
        assertThat(tail.allBeyond(6, -1)).isEqualTo(1);
    }

    @Test
    void whatIsCalledOneInFiftyIsHardlyMoreUnderHeavyTailsAndTwoModes() {
        // Share of new values below p = 0.02 after 50 of the same kind; binomial standard error 0.07 %.
        // Two modes, 0 and 3 with noise 0.1: the record is never far away. t with 3 degrees of freedom has infinite
        // fourth moments; stated: at most twice the nominal share.
        assertThat(share(SplittableRandom::nextGaussian)).isLessThan(0.023);
        assertThat(share(random -> (random.nextBoolean() ? 3 : 0) + 0.1 * random.nextGaussian()))
                .isLessThan(0.023);
        assertThat(share(RecordTailTest::student3)).isLessThan(0.04);
    }

    private static double share(ToDoubleFunction<SplittableRandom> noise) {
        SplittableRandom random = new SplittableRandom(7);
        int surprising = 0;
        for (int i = 0; i < SIMULATED; i++) {
            double[] values = new double[50];
            for (int run = 0; run < values.length; run++) {
                values[run] = noise.applyAsDouble(random);
            }
            double deviation = Math.sqrt(Sample.of(values).variance());
            double next = noise.applyAsDouble(random);
            surprising += RecordTail.of(values, deviation, 49).twoSided(next) < 0.02 ? 1 : 0;
        }
        return (double) surprising / SIMULATED;
    }

    private static double student3(SplittableRandom random) {
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            double z = random.nextGaussian();
            squares += z * z;
        }
        return random.nextGaussian() / Math.sqrt(squares / 3);
    }
}
