package dev.plumbline.analysis.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Expected values are those of NumPy and SciPy:
 *
 * <pre>
 * x = numpy.array([102, 98, 101, 97, 105, 99, 100, 103])
 * m, s = x.mean(), x.std()                                  # 100.625, 2.496873 (divided by n)
 * m + s * scipy.stats.norm.ppf(.99)                         # 106.433595
 * m + s * scipy.stats.t.ppf(.99, 7)                         # 108.110504
 * mu, sigma = numpy.log(x).mean(), numpy.log(x).std()
 * scipy.stats.lognorm.ppf(.99, sigma, scale=exp(mu))        # 106.556696, mirrored at exp(mu): 94.631562
 * q1, q2, q3 = numpy.percentile(x, [25, 50, 75])            # 98.75, 100.5, 102.25
 * d = abs(x[1:] - x[:-1]) / x[:-1]                          # x is newest first
 * d1, d2, d3 = numpy.percentile(d, [25, 50, 75])            # 0.03030612, 0.03921569, 0.04837341
 * </pre>
 */
class ClassicModelTest {

    /** Newest first, as the derivation has them. */
    private static final double[] NEWEST_FIRST = {102, 98, 101, 97, 105, 99, 100, 103};

    private static final double[] RUNS = reversed(NEWEST_FIRST);
    private static final Offset<Double> DIGITS = within(1e-8);

    @Test
    void aStaticBoundaryIsTheLimitAndNeedsNoRuns() {
        assertThat(ClassicModel.of(ClassicTest.STATIC, -5, 120).limits(new double[0]))
                .isEqualTo(new Limits(Double.NaN, -5, 120));
    }

    @Test
    void percentageIsAShareBeyondTheMean() {
        Limits limits = both(ClassicTest.PERCENTAGE, 0.1);

        assertThat(limits.baseline()).isEqualTo(100.625);
        assertThat(limits.lower()).isCloseTo(90.5625, DIGITS);
        assertThat(limits.upper()).isCloseTo(110.6875, DIGITS);
    }

    @Test
    void zScoreIsANormalQuantile() {
        Limits limits = both(ClassicTest.Z_SCORE, 0.99);

        assertThat(limits.lower()).isCloseTo(94.81640470134091, DIGITS);
        assertThat(limits.upper()).isCloseTo(106.43359529865909, DIGITS);
    }

    @Test
    void tTestIsAStudentQuantileWithOneDegreeLessThanRuns() {
        Limits limits = both(ClassicTest.T_TEST, 0.99);

        assertThat(limits.lower()).isCloseTo(93.13949554417998, DIGITS);
        assertThat(limits.upper()).isCloseTo(108.11050445582002, DIGITS);
    }

    @Test
    void logNormalMirrorsItsUpperQuantileAtTheLevel() {
        Limits limits = both(ClassicTest.LOG_NORMAL, 0.99);

        assertThat(limits.baseline()).isCloseTo(100.59412890991622, DIGITS);
        assertThat(limits.lower()).isCloseTo(94.63156136947593, DIGITS);
        assertThat(limits.upper()).isCloseTo(106.55669645035651, DIGITS);
    }

    @Test
    void iqrIsSoManyRangesBeyondTheMedian() {
        // 100.5 ± 3 · (102.25 − 98.75)
        assertThat(both(ClassicTest.IQR, 3)).isEqualTo(new Limits(100.5, 90, 111));
    }

    @Test
    void deltaIqrTakesTheRangeOfTheChangesFromRunToRun() {
        Limits limits = both(ClassicTest.DELTA_IQR, 3);

        // 100.5 · (1 ± 3 · (0.04837341 − 0.03030612))
        assertThat(limits.baseline()).isEqualTo(100.5);
        assertThat(limits.lower()).isCloseTo(95.05271317437865, DIGITS);
        assertThat(limits.upper()).isCloseTo(105.94728682562135, DIGITS);
    }

    /** The values that the tests of Bencher's own library pin: mean 0, deviation 1, and the changes of 1 to 5. */
    @Test
    void agreesWithTheValuesThatBenchersOwnTestsPin() {
        Limits normal = new ClassicModel(ClassicTest.Z_SCORE, Double.NaN, 0.85, 1, 9, 1).limits(new double[] {-1, 1});
        assertThat(normal.upper()).isCloseTo(1.0364333894937896, DIGITS);
        // Its t has five degrees of freedom: six values of deviation 1.
        Limits student = ClassicModel.of(ClassicTest.T_TEST, 0.85, 0.85).limits(new double[] {-1, 1, -1, 1, -1, 1});
        assertThat(student.upper()).isCloseTo(1.1557673428942912, DIGITS);
        assertThat(student.lower()).isCloseTo(-1.1557673428942912, DIGITS);
        // Its delta quartiles of 1, 2, 3, 4, 5 in the order it reads them, newest first, are 0.3125 and 0.625, the
        // median is 3.
        Limits delta = ClassicModel.of(ClassicTest.DELTA_IQR, Double.NaN, 1).limits(new double[] {5, 4, 3, 2, 1});
        assertThat(delta.upper()).isCloseTo(3 + 3 * 0.3125, DIGITS);
    }

    @ParameterizedTest
    @EnumSource
    void leavesASideWithoutBoundaryOpen(ClassicTest test) {
        double boundary = 0.9;
        Limits upper = ClassicModel.of(test, Double.NaN, boundary).limits(RUNS);
        Limits lower = ClassicModel.of(test, boundary, Double.NaN).limits(RUNS);

        assertThat(upper.side(-1e9)).isZero();
        assertThat(upper.side(1e9)).isEqualTo(1);
        assertThat(lower.side(1e9)).isZero();
        assertThat(lower.side(-1e9)).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STATIC")
    void moreThanTheMostRunsChangeNothing(ClassicTest test) {
        ClassicModel model = new ClassicModel(test, 0.9, 0.9, 2, RUNS.length, Long.MAX_VALUE);
        double[] longer = new double[RUNS.length + 3];
        Arrays.fill(longer, 1_000);
        System.arraycopy(RUNS, 0, longer, 3, RUNS.length);

        assertThat(model.limits(longer)).isEqualTo(model.limits(RUNS));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STATIC")
    void fewerThanTheLeastRunsGiveNoLimits(ClassicTest test) {
        ClassicModel model = new ClassicModel(test, 0.9, 0.9, RUNS.length + 1, 100, Long.MAX_VALUE);

        assertThat(model.limits(RUNS)).isEqualTo(Limits.NONE);
        assertThat(ClassicModel.of(test, 0.9, 0.9).limits(new double[0]).known())
                .isFalse();
    }

    @Test
    void runsThatAModelHasNoNumbersForGiveNoLimits() {
        double[] same = {5, 5, 5};
        for (ClassicTest test : new ClassicTest[] {ClassicTest.Z_SCORE, ClassicTest.T_TEST, ClassicTest.LOG_NORMAL}) {
            assertThat(ClassicModel.of(test, 0.9, 0.9).limits(same).known())
                    .as("%s", test)
                    .isFalse();
            assertThat(ClassicModel.of(test, 0.9, 0.9).limits(new double[] {5}).known())
                    .as("%s", test)
                    .isFalse();
        }
        assertThat(ClassicModel.of(ClassicTest.LOG_NORMAL, 0.9, 0.9)
                        .limits(new double[] {1, 0, 2})
                        .known())
                .isFalse();
        assertThat(ClassicModel.of(ClassicTest.DELTA_IQR, 1, 1)
                        .limits(new double[] {0, 0, 2})
                        .known())
                .isFalse();
    }

    /** Units change nothing: every limit but the static one scales with the values. */
    @Test
    void limitsScaleWithTheValues() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        for (int round = 0; round < 200; round++) {
            double[] values = random.doubles(3 + random.nextInt(30), 1, 2).toArray();
            double factor = Math.exp(random.nextDouble(-20, 20));
            double[] scaled = Arrays.stream(values).map(x -> x * factor).toArray();
            for (ClassicTest test : ClassicTest.values()) {
                if (test != ClassicTest.STATIC) {
                    ClassicModel model = ClassicModel.of(test, 0.9, 0.9);
                    Limits limits = model.limits(values);
                    assertThat(model.limits(scaled).upper() / factor).isCloseTo(limits.upper(), within(1e-9));
                    assertThat(model.limits(scaled).lower() / factor).isCloseTo(limits.lower(), within(1e-9));
                    assertThat(limits.lower()).isLessThanOrEqualTo(limits.baseline());
                    assertThat(limits.upper()).isGreaterThanOrEqualTo(limits.baseline());
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoBoundaryOfTheTest() {
        refused(() -> ClassicModel.of(ClassicTest.PERCENTAGE, Double.NaN, Double.NaN), "has no boundary");
        refused(
                () -> ClassicModel.of(ClassicTest.PERCENTAGE, -0.1, Double.NaN),
                "lowerBoundary is -0.1, expected a share");
        refused(
                () -> ClassicModel.of(ClassicTest.T_TEST, Double.NaN, 99),
                "upperBoundary is 99.0, expected a probability");
        refused(() -> ClassicModel.of(ClassicTest.Z_SCORE, 0.4, 0.9), "lowerBoundary is 0.4, expected a probability");
        refused(() -> ClassicModel.of(ClassicTest.IQR, Double.NaN, Double.POSITIVE_INFINITY), "expected a multiple");
        refused(() -> ClassicModel.of(ClassicTest.STATIC, 2, 1), "expected at most upperBoundary");
        refused(() -> new ClassicModel(ClassicTest.IQR, 1, 1, 5, 4, 1), "maxSampleSize is 4");
    }

    private static void refused(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessageContaining(message);
    }

    private static Limits both(ClassicTest test, double boundary) {
        return ClassicModel.of(test, boundary, boundary).limits(RUNS);
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[values.length - 1 - i] = values[i];
        }
        return reversed;
    }
}
