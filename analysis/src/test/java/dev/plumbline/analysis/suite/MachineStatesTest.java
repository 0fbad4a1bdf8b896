package dev.plumbline.analysis.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Suites on machines of three kinds that take turns at random: as the first, 20 % faster and 12 % slower, which benchmarks take differently. */
class MachineStatesTest {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("ns/op"));
    private static final double[] KINDS = {0, -0.2, 0.12};
    private static final int RUNS = 80;
    private static final int PLACE = 45;

    private static List<AlignedSeries> suite(int series, double response, double step, long seed) {
        Random random = new Random(seed);
        int[] kind = random.ints(RUNS, 0, KINDS.length).toArray();
        List<AlignedSeries> suite = new ArrayList<>();
        for (int which = 0; which < series; which++) {
            double[] taken = new double[KINDS.length];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = KINDS[i] * (1 + response * random.nextGaussian());
            }
            List<double[]> runs = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                double level = taken[kind[run]] + (run >= PLACE ? step : 0);
                runs.add(new double[] {100 * Math.exp(level + 0.02 * random.nextGaussian())});
            }
            suite.add(new AlignedSeries(TIME, runs));
        }
        return suite;
    }

    private static double[] without(List<AlignedSeries> suite) {
        CommonMode mode = CommonMode.of(suite);
        return MachineStates.without(mode, mode.shared(), suite.size(), new int[0]);
    }

    @Test
    void aStepOfAllIsReportedWhereItIsSmallerThanWhatMachinesDiffer() {
        for (long seed = 1; seed <= 10; seed++) {
            List<EnvironmentShift> shifts = SuiteHistory.of(
                            suite(40, 0.3, Math.log(1.08), seed), SegmentationSettings.defaults())
                    .shifts();

            assertThat(shifts).as("seed %d", seed).hasSize(1);
            ChangePoint point = shifts.get(0).point();
            assertThat(point.index()).isBetween(PLACE - 2, PLACE + 2);
            assertThat(point.state()).isEqualTo(ChangePoint.State.CONFIRMED);
            assertThat(point.ratio()).isCloseTo(1.08, within(0.02));
        }
    }

    @Test
    void machinesThatTakeTurnsAreNoShift() {
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(SuiteHistory.of(suite(40, 0.3, 0, seed), SegmentationSettings.defaults())
                            .shifts())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void whatIsLeftIsTheStepWithoutTheMachines() {
        double[] rest = without(suite(40, 0.3, Math.log(1.08), 1));

        for (int run = PLACE; run < RUNS; run++) {
            rest[run] -= Math.log(1.08);
        }
        // The machines' kinds alone scatter by √((0.2² + 0.12²) / 3 − (0.08 / 3)²) = 13 %.
        assertThat(rest).hasSize(RUNS);
        assertThat(Math.sqrt(Sample.of(rest).variance())).isLessThan(0.025);
    }

    @Test
    void machinesThatAllBenchmarksTakeAlikeCanNotBeTold() {
        assertThat(without(suite(40, 0, 0, 1))).isEmpty();
    }

    @Test
    void fewBenchmarksHaveNoProfile() {
        assertThat(without(suite(9, 0.3, 0, 1))).isEmpty();
    }
}
