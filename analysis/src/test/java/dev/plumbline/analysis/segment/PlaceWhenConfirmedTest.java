package dev.plumbline.analysis.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.judge.Simulated;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shift is told at the run at which noise has helped enough; the range of its place must know that. */
class PlaceWhenConfirmedTest {

    private static final int BEFORE = 40;
    private static final int AFTER = 30;
    private static final int SERIES = 300;

    /** A change found farther away is another one. */
    private static final int NEAR = 15;

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());

    /** Steps of a half of to five standard deviations of a run, of which the smaller ones are told only where noise helps. */
    @ParameterizedTest
    @CsvSource({"1.02,0.04", "1.02,0.025", "1.05,0.04", "1.10,0.04"})
    void theRangeHoldsThePlaceAsOftenAsItSaysWhenItIsFirstTold(double step, double noise) {
        int told = 0;
        int held = 0;
        for (int seed = 0; seed < SERIES; seed++) {
            List<double[]> runs =
                    Simulated.around(new SplittableRandom(seed), BEFORE + AFTER, noise, run -> run < BEFORE ? 1 : step);
            for (int size = BEFORE + 3; size <= runs.size(); size++) {
                List<ChangePoint> points =
                        segmenter.segment(Simulated.TIME, runs.subList(0, size)).changePoints().stream()
                                .filter(point -> point.state() == ChangePoint.State.CONFIRMED && point.worse())
                                .filter(point -> Math.abs(point.index() - BEFORE) <= NEAR)
                                .toList();
                if (!points.isEmpty()) {
                    told++;
                    held += points.get(0).earliest() <= BEFORE && points.get(0).latest() >= BEFORE ? 1 : 0;
                    break;
                }
            }
        }
        assertThat(told).isGreaterThan(SERIES / 20);
        assertThat((double) held).isGreaterThan(Simulated.atLeast(0.95, told));
    }
}
