package dev.plumbline.analysis.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.judge.Suites;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.stats.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuiteHistoryTest {

    private static double noise(List<double[]> runs) {
        double[] logarithms = runs.stream().mapToDouble(run -> Math.log(run[0])).toArray();
        return Math.sqrt(Sample.of(logarithms).variance());
    }

    @Test
    void noiseThatAllShareIsTakenOut() {
        List<AlignedSeries> series = Suites.noisy(30, 60, 0.01, 0.04, 1).series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        for (int which = 0; which < series.size(); which++) {
            assertThat(noise(series.get(which).runs())).isGreaterThan(0.03);
            assertThat(noise(history.under(which, 59))).isLessThan(0.02);
        }
    }

    @Test
    void withoutSharedNoiseHardlyAnythingChanges() {
        List<AlignedSeries> series = Suites.noisy(30, 60, 0.03, 0, 2).series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        double before = 0;
        double after = 0;
        for (int which = 0; which < series.size(); which++) {
            before += noise(series.get(which).runs());
            after += noise(history.under(which, 59));
        }
        assertThat(after / before).isBetween(0.97, 1.03);
        assertThat(history.shifts()).isEmpty();
    }

    @Test
    void theRunWhoseConditionsAreAskedForKeepsItsValues() {
        List<AlignedSeries> series = Suites.noisy(10, 30, 0.01, 0.05, 3).series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.under(4, 17).get(17)).isEqualTo(series.get(4).runs().get(17));
        assertThat(history.under(4, 17).get(16))
                .isNotEqualTo(series.get(4).runs().get(16));
    }

    @Test
    void stepsOfAMinorityAreFoundAndNotSharedOut() {
        for (int moved : new int[] {1, 4, 10}) {
            List<AlignedSeries> series =
                    Suites.noisy(30, 60, 0.01, 0.03, 4).step(moved, 40, 1.10).series();
            SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

            assertThat(history.shifts()).isEmpty();
            for (int which = 0; which < series.size(); which++) {
                List<ChangePoint> points = Suites.changePoints(history, series, which);
                if (which < moved) {
                    assertThat(points).hasSize(1);
                    assertThat(points.get(0).index()).isBetween(39, 41);
                    assertThat(points.get(0).worse()).isTrue();
                    assertThat(Math.abs(Math.log(points.get(0).ratio()))).isCloseTo(Math.log(1.10), within(0.02));
                }
            }
            // Of series without a step a change point is false; one in a thousand runs is what segmentation alone is
            // allowed.
            long elsewhere = IntStream.range(moved, series.size())
                    .filter(which ->
                            !Suites.changePoints(history, series, which).isEmpty())
                    .count();
            assertThat(elsewhere).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aStepOfMostIsOneShiftOfTheSuiteAndThoseThatStayedAreNoImprovements() {
        List<AlignedSeries> series =
                Suites.noisy(30, 60, 0.01, 0.02, 5).step(24, 40, 1.08).series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.shifts()).hasSize(1);
        EnvironmentShift shift = history.shifts().get(0);
        assertThat(shift.point().index()).isBetween(37, 43);
        assertThat(shift.point().state()).isEqualTo(ChangePoint.State.CONFIRMED);
        assertThat(shift.point().worse()).isTrue();
        assertThat(shift.point().ratio()).isCloseTo(1.08, within(0.02));
        assertThat(shift.moved()).isEqualTo(24);
        assertThat(shift.series()).isEqualTo(30);
        for (int which = 0; which < series.size(); which++) {
            assertThat(Suites.changePoints(history, series, which))
                    .as("series %d", which)
                    .noneMatch(point -> Math.abs(point.index() - 40) <= 4);
        }
    }

    @Test
    void aSeriesThatMovesMuchFartherThanTheSuiteKeepsAChangePointOfItsOwn() {
        List<AlignedSeries> series = Suites.noisy(30, 60, 0.01, 0.02, 6)
                .step(30, 40, 1.08)
                .step(3, 4, 40, 1.25)
                .series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.shifts()).hasSize(1);
        assertThat(Suites.changePoints(history, series, 3))
                .anyMatch(point -> Math.abs(point.index() - 40) <= 1 && point.worse());
    }

    /** A machine that slows benchmarks by anything from 4 to 20 % is one event too. */
    @Test
    void aShiftThatBenchmarksTakeDifferentlyIsStillReportedOnce() {
        Suites suite = Suites.noisy(20, 60, 0.01, 0.01, 7);
        for (int which = 0; which < 20; which++) {
            suite = suite.step(which, which + 1, 35, 1.04 + 0.008 * which);
        }
        List<AlignedSeries> series = suite.series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.shifts()).hasSize(1);
        assertThat(history.shifts().get(0).moved()).isEqualTo(20);
        long blamed = 0;
        for (int which = 0; which < series.size(); which++) {
            blamed += Suites.changePoints(history, series, which).stream()
                    .filter(point -> Math.abs(point.index() - 35) <= 4)
                    .count();
        }
        assertThat(blamed).isZero();
    }

    /** Errors are large just behind such a shift, and must not keep the noise of the other runs from being taken out. */
    @Test
    void sharedNoiseIsStillTakenOutBehindAShiftThatBenchmarksTakeDifferently() {
        Suites suite = Suites.noisy(14, 40, 0.005, 0.01, 21);
        for (int which = 0; which < 13; which++) {
            suite = suite.step(which, which + 1, 28, 1.09 + 0.004 * which);
        }
        List<AlignedSeries> series = suite.series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.shifts()).hasSize(1);
        assertThat(history.shifts().get(0).moved()).isEqualTo(13);
        for (int which = 0; which < 13; which++) {
            assertThat(noise(history.under(which, 39).subList(0, 28))).isLessThan(0.0085);
        }
    }

    @Test
    void machinesThatTakeTurnsAreNoShifts() {
        double[][] values = Suites.noisy(20, 90, 0.005, 0.003, 8).values;
        for (double[] row : values) {
            for (int run = 0; run < row.length; run++) {
                row[run] += run / 3 % 2 == 0 ? 0 : 0.06;
            }
        }
        List<AlignedSeries> series = new Suites(values).series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.shifts()).isEmpty();
        assertThat(noise(history.under(3, 89))).isLessThan(0.012);
    }

    @Test
    void fewerThanFiveBenchmarksAreLeftAsTheyAre() {
        List<AlignedSeries> series =
                Suites.noisy(4, 60, 0.01, 0.05, 9).step(4, 40, 1.3).series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.shifts()).isEmpty();
        for (int which = 0; which < 4; which++) {
            List<double[]> corrected = history.under(which, 59);
            for (int run = 0; run < 60; run++) {
                assertThat(corrected.get(run))
                        .isEqualTo(series.get(which).runs().get(run));
            }
        }
    }

    @Test
    void fiveBenchmarksAreASuite() {
        List<AlignedSeries> series =
                Suites.noisy(5, 60, 0.01, 0.03, 10).step(1, 40, 1.2).series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.shifts()).isEmpty();
        assertThat(Suites.changePoints(history, series, 0)).anyMatch(point -> Math.abs(point.index() - 40) <= 1);
    }

    @Test
    void nothingIsTakenOutWithFewerThanFiveRunsBefore() {
        SuiteHistory history = Suites.noisy(20, 5, 0.01, 0.1, 11).history();

        assertThat(history.shared().knownIn(0, 5)).isZero();
        assertThat(Suites.noisy(20, 6, 0.01, 0.1, 11).history().shared().knownIn(0, 6))
                .isEqualTo(6);
    }

    @Test
    void countsNeitherTeachNorFollow() {
        List<AlignedSeries> series =
                new ArrayList<>(Suites.noisy(20, 40, 0.01, 0.05, 12).series());
        Metric bytes = new Metric("gc.alloc.rate.norm", Unit.of("B/op"));
        series.add(new AlignedSeries(bytes, series.get(0).runs()));
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.shared().series()[39]).isEqualTo(20);
        assertThat(history.under(20, 39)).isEqualTo(series.get(20).runs());
    }

    @Test
    void aPercentileFollowsWithoutTeaching() {
        List<AlignedSeries> series =
                new ArrayList<>(Suites.noisy(20, 40, 0.01, 0.05, 13).series());
        series.add(new AlignedSeries(
                new Metric("p0.95", Unit.of("us/op")), series.get(0).runs()));
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.shared().series()[39]).isEqualTo(20);
        assertThat(noise(history.under(20, 39))).isLessThan(0.02);
    }

    @Test
    void aBenchmarkThatDoesNotFeelTheMachineIsLeftAlone() {
        Suites suite = Suites.noisy(20, 80, 0.01, 0.05, 14);
        double[] sleeper = suite.values[0];
        Suites calm = Suites.noisy(1, 80, 0.002, 0, 15);
        System.arraycopy(calm.values[0], 0, sleeper, 0, 80);
        List<AlignedSeries> series = suite.series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(noise(history.under(0, 79))).isLessThan(0.006);
    }

    @Test
    void benchmarksThatComeLaterAndGapsAreNoTrouble() {
        Suites suite = Suites.noisy(20, 60, 0.01, 0.04, 16);
        for (int which = 0; which < 20; which++) {
            for (int run = 0; run < 60; run++) {
                if ((which > 12 && run < 30) || (which + run) % 7 == 0) {
                    suite.values[which][run] = Double.NaN;
                }
            }
        }
        List<AlignedSeries> series = suite.series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(history.shifts()).isEmpty();
        List<double[]> corrected = history.under(3, 59);
        assertThat(noise(corrected.stream().filter(run -> run.length > 0).toList()))
                .isLessThan(0.02);
    }

    @Test
    void hostileValuesBreakNothing() {
        double[] hostile = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 1e-300};
        List<AlignedSeries> series =
                new ArrayList<>(Suites.noisy(8, 40, 0.01, 0.02, 17).series());
        for (double value : hostile) {
            List<double[]> runs = new ArrayList<>(series.get(0).runs());
            for (int run = 3; run < 40; run += 5) {
                runs.set(run, new double[] {value, 1});
            }
            series.add(new AlignedSeries(Suites.TIME, runs));
        }
        List<double[]> constant = new ArrayList<>();
        for (int run = 0; run < 40; run++) {
            constant.add(new double[] {1e-6});
        }
        series.add(new AlignedSeries(Suites.TIME, constant));

        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        assertThat(Arrays.stream(history.shared().movement())).allMatch(Double::isFinite);
        assertThat(Arrays.stream(history.shared().standardError())).allMatch(Double::isFinite);
        for (int which = 0; which < series.size(); which++) {
            assertThat(history.under(which, 20)).hasSize(40);
        }
        assertThat(SuiteHistory.of(List.of(), SegmentationSettings.defaults()).shifts())
                .isEmpty();
    }

    @Test
    void unitsAndTheOrderOfSeriesChangeNothing() {
        List<AlignedSeries> series =
                Suites.noisy(12, 50, 0.01, 0.03, 18).step(12, 30, 1.1).series();
        List<AlignedSeries> scaled = new ArrayList<>();
        for (int which = series.size() - 1; which >= 0; which--) {
            scaled.add(new AlignedSeries(
                    series.get(which).metric(),
                    series.get(which).runs().stream()
                            .map(run -> new double[] {run[0] * 1000})
                            .toList()));
        }
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());
        SuiteHistory other = SuiteHistory.of(scaled, SegmentationSettings.defaults());

        for (int run = 0; run < 50; run++) {
            assertThat(other.shared().movement()[run])
                    .isCloseTo(history.shared().movement()[run], within(1e-9));
        }
        assertThat(other.shifts().get(0).point().index())
                .isEqualTo(history.shifts().get(0).point().index());
    }

    @Test
    void aShiftIsSuspectedAtItsFirstRunAndConfirmedOnceMoreRunsAgree() {
        Suites suite = Suites.noisy(20, 60, 0.01, 0.01, 19).step(20, 40, 1.10);
        for (int runs = 41; runs <= 47; runs++) {
            int seen = runs;
            Suites upToNow = new Suites(Arrays.stream(suite.values)
                    .map(row -> Arrays.copyOf(row, seen))
                    .toArray(double[][]::new));
            List<EnvironmentShift> shifts = upToNow.history().shifts();

            assertThat(shifts).as("%d runs", runs).hasSize(1);
            assertThat(shifts.get(0).point().index()).isBetween(40, 41);
            if (runs < 45 || runs == 47) {
                assertThat(shifts.get(0).point().state())
                        .isEqualTo(runs < 45 ? ChangePoint.State.SUSPECTED : ChangePoint.State.CONFIRMED);
            }
        }
    }

    @Test
    void levelsAsAChartShowsThemHaveTheShiftsInThem() {
        List<AlignedSeries> series =
                Suites.noisy(20, 60, 0.005, 0.01, 20).step(20, 30, 1.2).series();
        SuiteHistory history = SuiteHistory.of(series, SegmentationSettings.defaults());

        // A time under the last run's conditions is a fifth more than it was around run 10.
        assertThat(history.usual(0, 59, 10) / history.usual(0, 59, 50)).isCloseTo(1 / 1.2, within(0.02));
        // A rate the other way round.
        assertThat(history.usual(1, 59, 10) / history.usual(1, 59, 50)).isCloseTo(1.2, within(0.02));
    }
}
