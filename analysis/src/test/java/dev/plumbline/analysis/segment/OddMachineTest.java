package dev.plumbline.analysis.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A machine that is odder than the one odd machine that a series has seen, with one value per run and no other series to tell it by. */
class OddMachineTest {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("ms/op"));
    private static final int SERIES = 100;

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());

    @Test
    void isNoSuspicionInAYoungSeries() {
        assertThat(suspected(10, 0.15)).isLessThan(SERIES / 20);
    }

    @Test
    void isOneAfterFiftyRuns() {
        assertThat(suspected(50, 0.15)).isGreaterThan(SERIES * 9 / 10);
    }

    @Test
    void whatIsFarBeyondEverythingIsOneInAYoungSeriesToo() {
        assertThat(suspected(10, 0.5)).isGreaterThan(SERIES * 9 / 10);
    }

    /** In how many series whose third run was 10 % off the newest run is suspected, which is this far off. */
    private int suspected(int before, double off) {
        SplittableRandom random = new SplittableRandom(20_260_101);
        int suspected = 0;
        for (int series = 0; series < SERIES; series++) {
            List<double[]> runs = new ArrayList<>();
            for (int run = 0; run <= before; run++) {
                double distance = run == 2 ? 0.1 : run == before ? off : 0;
                runs.add(new double[] {10 * Math.exp(0.005 * random.nextGaussian() + distance)});
            }
            suspected += segmenter.segment(TIME, runs).changePoints().stream()
                            .anyMatch(point -> point.state() == ChangePoint.State.SUSPECTED)
                    ? 1
                    : 0;
        }
        return suspected;
    }
}
