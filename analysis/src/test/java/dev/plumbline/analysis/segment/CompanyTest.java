package dev.plumbline.analysis.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analysis.judge.Suites;
import dev.plumbline.analysis.suite.RunSpread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A suite of a thousand, judged run by run. */
class CompanyTest {

    private static final int SERIES = 1000;
    private static final int RUNS = 64;
    private static final int FIRST = 48;

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());

    /** Logarithms of run means with heavy tails (t with four degrees of freedom), 1 to 5 % wide. */
    private static double[][] noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[SERIES][RUNS];
        for (int which = 0; which < SERIES; which++) {
            double scale = 0.01 + 0.04 * random.nextDouble();
            for (int run = 0; run < RUNS; run++) {
                double squares = 0;
                for (int i = 0; i < 4; i++) {
                    double normal = random.nextGaussian();
                    squares += normal * normal;
                }
                values[which][run] = scale * random.nextGaussian() / Math.sqrt(squares / 4);
            }
        }
        return values;
    }

    private static List<List<double[]>> upTo(double[][] values, int runs) {
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row, 0, runs)
                        .mapToObj(value -> new double[] {Math.exp(value)})
                        .toList())
                .toList();
    }

    /** The change points of each series with so many runs. */
    private List<List<ChangePoint>> judged(double[][] values, int runs) {
        List<List<double[]>> suite = upTo(values, runs);
        Company company = new Company(SERIES, RunSpread.of(suite, runs), new int[0]);
        return suite.stream()
                .map(series -> segmenter
                        .append(Suites.TIME, series, company, new int[0], 0)
                        .changePoints())
                .toList();
    }

    @Test
    void withoutAChangeAThousandSeriesSuspectAboutOnceInAHundredRuns() {
        double[][] values = noise(1);
        int found = 0;
        int confirmed = 0;
        for (int runs = FIRST; runs <= RUNS; runs++) {
            for (List<ChangePoint> points : judged(values, runs)) {
                found += points.size();
                confirmed += (int) points.stream()
                        .filter(point -> point.state() == ChangePoint.State.CONFIRMED)
                        .count();
            }
        }

        // One in a hundred runs is 0.17 in these 17; a false one may be seen for up to five runs. More than 2 would be
        // found
        // with p < 0.001 (Poisson with the mean 0.17).
        assertThat(found).isLessThanOrEqualTo(2 * 5);
        assertThat(confirmed).isZero();
        // Alone, each series would have its own false ones.
        long alone = upTo(values, RUNS).stream()
                .mapToLong(series ->
                        segmenter.segment(Suites.TIME, series).changePoints().size())
                .sum();
        assertThat(alone).isGreaterThan(10);
    }

    @Test
    void oneLargeChangeAmongAThousandIsSuspectedAtOnceAndConfirmedSoon() {
        double[][] values = noise(2);
        double scale = 0.01;
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < RUNS; run++) {
            values[7][run] = scale * random.nextGaussian() + (run >= 50 ? Math.log(1.3) : 0);
        }

        List<ChangePoint> atOnce = judged(values, 51).get(7);
        List<ChangePoint> soon = judged(values, 54).get(7);

        assertThat(atOnce).singleElement().satisfies(point -> {
            assertThat(point.index()).isEqualTo(50);
            assertThat(point.state()).isEqualTo(ChangePoint.State.SUSPECTED);
        });
        assertThat(soon).singleElement().satisfies(point -> {
            assertThat(point.index()).isEqualTo(50);
            assertThat(point.state()).isEqualTo(ChangePoint.State.CONFIRMED);
        });
    }

    @Test
    void whatIsObviousIsFoundInAYoungSuite() {
        double[][] values = noise(9);
        SplittableRandom random = new SplittableRandom(10);
        for (int run = 0; run < RUNS; run++) {
            values[7][run] = 0.005 * random.nextGaussian() + (run >= 10 ? Math.log(1.25) : 0);
        }

        assertThat(judged(values, 16).get(7)).singleElement().satisfies(point -> {
            assertThat(point.index()).isEqualTo(10);
            assertThat(point.state()).isEqualTo(ChangePoint.State.CONFIRMED);
        });
    }

    @Test
    void aYoungSuiteWithoutAChangeHasHardlyAnyFinding() {
        int found = 0;
        int confirmed = 0;
        for (int seed = 20; seed < 24; seed++) {
            double[][] values = noise(seed);
            for (int runs = 4; runs <= 34; runs += 3) {
                for (List<ChangePoint> points : judged(values, runs)) {
                    found += points.size();
                    confirmed += (int) points.stream()
                            .filter(point -> point.state() == ChangePoint.State.CONFIRMED)
                            .count();
                }
            }
        }

        // 44 looks at a suite of a thousand. One in a hundred is 0.44, and more than 3 would be found with p < 0.001; a
        // false one may
        // be seen at two looks.
        assertThat(found).isLessThanOrEqualTo(2 * 3);
        assertThat(confirmed).isZero();
    }

    @Test
    void aRunInWhichAllAreOffTellsNothingOfAnyOfThem() {
        double[][] values = noise(4);
        SplittableRandom random = new SplittableRandom(5);
        for (double[] row : values) {
            row[55] += 0.2 * random.nextGaussian();
        }

        assertThat(judged(values, 56).stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(2);
    }

    @Test
    void whatASeriesDoesAtAShiftOfTheSuiteIsNoChangeOfItsOwn() {
        double[][] values = noise(6);
        for (int run = 30; run < RUNS; run++) {
            values[0][run] += 0.2;
        }
        List<double[]> series = new ArrayList<>(upTo(values, RUNS).get(0));
        Company company = new Company(SERIES, new double[RUNS], new int[0]);

        assertThat(segmenter.append(Suites.TIME, series, company, new int[0], 0).changePoints())
                .singleElement()
                .satisfies(point -> assertThat(point.index()).isBetween(29, 31));
        assertThat(segmenter
                        .append(Suites.TIME, series, company.shiftingAt(31), new int[0], 0)
                        .changePoints())
                .isEmpty();
    }

    @Test
    void whatTheSuiteWasConvincedOfIsKeptOnTheEvidenceOfTheSeries() {
        Company company = new Company(SERIES, new double[RUNS], new int[0]);
        int kept = 0;
        for (int percent = 1; percent <= 20; percent++) {
            List<double[]> series = withStep(0.01 * percent);
            List<ChangePoint> alone = segmenter.segment(Suites.TIME, series).changePoints();
            List<ChangePoint> amongOthers = segmenter
                    .append(Suites.TIME, series, company, new int[0], 0)
                    .changePoints();
            List<ChangePoint> knowing = segmenter
                    .append(Suites.TIME, series, company.knowing(30), new int[0], 0)
                    .changePoints();

            assertThat(knowing).hasSameSizeAs(alone);
            kept += knowing.size() - amongOthers.size();
        }
        assertThat(kept).isPositive();
    }

    @Test
    void aPlaceThatWasToldHoldsStillWhileNoOtherIsBetter() {
        List<double[]> series = new ArrayList<>(withStep(0.2));
        double between = Math.sqrt(series.get(29)[0] * series.get(31)[0]);
        series.set(30, new double[] {between});
        Company company = new Company(1, new double[RUNS], new int[0]);

        for (int told = 30; told <= 31; told++) {
            assertThat(segmenter
                            .append(Suites.TIME, series, company.knowing(told), new int[0], 0)
                            .changePoints())
                    .singleElement()
                    .extracting(ChangePoint::index)
                    .isEqualTo(told);
        }
    }

    private static List<double[]> withStep(double step) {
        double[][] values = noise(6);
        for (int run = 30; run < RUNS; run++) {
            values[0][run] += step;
        }
        return upTo(values, RUNS).get(0);
    }

    @Test
    void aLonelySeriesIsJudgedAsBefore() {
        double[][] values = noise(8);
        for (int which = 0; which < 20; which++) {
            List<double[]> series = upTo(values, RUNS).get(which);
            assertThat(segmenter.append(Suites.TIME, series, Company.NONE, new int[0], 0))
                    .isEqualTo(segmenter.append(Suites.TIME, series, new int[0], 0));
        }
    }

    @Test
    void gapsKeepWhatIsKnownOfTheOtherRuns() {
        Company company = new Company(5, new double[] {0, 0.1, 0, 0.3}, new int[] {2});

        Company there = company.at(new int[] {1, 3});

        assertThat(IntStream.range(0, 2).mapToDouble(there::spread)).containsExactly(0.1, 0.3);
        assertThat(there.isBoundary(1)).isTrue();
        assertThat(there.isBoundary(0)).isFalse();
    }

    @Test
    void aCompanyHasAtLeastTheSeriesItself() {
        assertThatThrownBy(() -> new Company(0, new double[0], new int[0]))
                .hasMessageContaining("series is 0, expected at least 1");
    }
}
