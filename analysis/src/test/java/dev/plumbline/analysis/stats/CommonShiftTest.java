package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonShiftTest {

    private static final int DRAWS = 20_000;
    private static final double SIGNIFICANCE = 0.001;

    @Test
    void isTheLargestOfTheFTestsOfEveryPlace() {
        // With numpy and scipy: y = x - x.mean(1, keepdims=True); for before in 1..3:
        //   d = y[:, before:].mean() - y[:, :before].mean(); e = 3 * before * (5 - before) / 5 * d**2
        //   F = e / (((y**2).sum() - e) / 11)
        // gives F = 218.493, 6.934, 2.282; stats.f.sf(218.49321663, 1, 11) * 3 = 3.98962e-8.
        CommonShift shift = CommonShift.find(List.of(
                new double[] {1.30, 1.02, 0.99, 1.01, 1.00},
                new double[] {1.25, 0.98, 1.01, 1.00, 1.03},
                new double[] {1.40, 1.05, 1.02, 0.99, 1.01}));

        assertThat(shift.before()).isEqualTo(1);
        assertThat(shift.step()).isEqualTo(-0.3075, within(1e-12));
        assertThat(shift.sharing()).isEqualTo(3);
        assertThat(shift.pValue()).isEqualTo(3.98962e-8, within(1e-12));
    }

    /** The bound is four standard errors of one in a thousand: 4 · √(0.001 · 0.999 / 20,000) = 0.0009. */
    @ParameterizedTest
    @CsvSource({"2, 3", "2, 5", "3, 3", "3, 5", "5, 5", "10, 5", "3, 10", "5, 20", "1, 10"})
    void steadySequencesShiftOnceInAThousand(int sequences, int length) {
        SplittableRandom random = new SplittableRandom(100L * sequences + length);
        int found = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            found += CommonShift.find(noise(random, sequences, length, 0, 0)).pValue() < SIGNIFICANCE ? 1 : 0;
        }
        assertThat((double) found / DRAWS).isLessThan(SIGNIFICANCE + 0.0009);
    }

    /** The bound is four standard errors of nine in ten: 4 · √(0.9 · 0.1 / 2,000) = 0.027. */
    @ParameterizedTest
    @CsvSource({"3, 5, 1, 6", "3, 5, 2, 5", "5, 5, 1, 4", "5, 10, 3, 2.5"})
    void aCommonShiftOfSomeStandardDeviationsIsFound(int sequences, int length, int before, double size) {
        SplittableRandom random = new SplittableRandom(7);
        int draws = 2_000;
        int found = 0;
        for (int draw = 0; draw < draws; draw++) {
            CommonShift shift = CommonShift.find(noise(random, sequences, length, before, size));
            found += shift.pValue() < SIGNIFICANCE && shift.before() == before && shift.step() < 0 ? 1 : 0;
        }
        assertThat((double) found / draws).isGreaterThan(0.9 - 0.027);
    }

    @Test
    void aStrayValueInOneSequenceOfThreeIsNoCommonShift() {
        List<double[]> sequences = noise(new SplittableRandom(3), 3, 5, 0, 0);
        sequences.get(1)[0] = 1_000;

        assertThat(CommonShift.find(sequences).pValue()).isGreaterThan(SIGNIFICANCE);
    }

    @Test
    void levelsAndScaleOfTheSequencesDoNotMatter() {
        List<double[]> sequences = noise(new SplittableRandom(5), 3, 6, 2, 4);
        List<double[]> moved = new ArrayList<>();
        for (double[] sequence : sequences) {
            double[] copy = sequence.clone();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = 1e6 * (moved.size() + 1) + 8 * copy[i];
            }
            moved.add(copy);
        }
        assertThat(CommonShift.find(moved).pValue())
                .isEqualTo(CommonShift.find(sequences).pValue(), within(1e-9));
    }

    @Test
    void nothingIsSaidOfTooLittleOrOfConstants() {
        assertThat(CommonShift.find(List.of()).pValue()).isEqualTo(1);
        assertThat(CommonShift.find(List.of(new double[] {1, 2})).pValue()).isEqualTo(1);
        assertThat(CommonShift.find(List.of(new double[] {1, 1, 1}, new double[] {2, 2, 2}))
                        .pValue())
                .isEqualTo(1);
        assertThat(CommonShift.find(List.of(new double[] {3, 1, 1}, new double[] {4, 2, 2}))
                        .pValue())
                .isLessThan(1e-9);
    }

    private static List<double[]> noise(SplittableRandom random, int sequences, int length, int before, double size) {
        List<double[]> all = new ArrayList<>();
        for (int sequence = 0; sequence < sequences; sequence++) {
            double[] values = new double[length];
            for (int i = 0; i < length; i++) {
                values[i] = random.nextGaussian() + (i < before ? size : 0);
            }
            all.add(values);
        }
        return all;
    }
}
