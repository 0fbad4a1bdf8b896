package dev.plumbline.analysis.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SegmenterTest {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("us/op"));
    private static final Metric ALLOCATION = new Metric("gc.alloc.rate.norm", Unit.of("B/op"));

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());

    @Test
    void findsTwoStepsWhereTheyAre() {
        //  110 %            ┌──────────┐
        //  100 %  ──────────┘          └─────────   noise 1 %
        //         0         20         45        70
        Segmentation segmentation = segmenter.segment(TIME, series(1, 0.01, 20, 1.0, 25, 1.1, 25, 1.0));
        assertThat(indices(segmentation)).containsExactly(20, 45);
        ChangePoint first = segmentation.changePoints().get(0);
        assertThat(first.state()).isEqualTo(ChangePoint.State.CONFIRMED);
        assertThat(first.worse()).isTrue();
        assertThat(first.ratio()).isCloseTo(1.1, within(0.01));
        assertThat(first.ratioLow()).isLessThan(1.1);
        assertThat(first.ratioHigh()).isGreaterThan(1.1);
        assertThat(segmentation.changePoints().get(1).worse()).isFalse();
        assertThat(segmentation.currentSegmentStart()).isEqualTo(45);
    }

    @Test
    void aLoneOutlierRunIsNoChangePoint() {
        //                  ×            (+60 %)
        //  100 %  ────────── ──────────
        List<double[]> runs = series(2, 0.01, 60, 1.0);
        runs.set(30, new double[] {1.6, 1.61, 1.59});
        assertThat(segmenter.segment(TIME, runs).changePoints()).isEmpty();
    }

    @Test
    void constantCodeHasNoChangePoints() {
        int found = 0;
        for (int seed = 0; seed < 100; seed++) {
            found += segmenter.segment(TIME, series(100 + seed, 0.02, 150, 1.0)).changePoints().stream()
                    .filter(point -> point.state() == ChangePoint.State.CONFIRMED)
                    .toList()
                    .size();
        }
        // 15,000 runs; wanted is fewer than 0.4 false points per 1,000 runs: 6. Poisson, four standard errors more: 16.
        assertThat(found).isLessThan(16);
    }

    @Test
    void theNewestRunOffItsSegmentIsSuspectedAndConfirmedByTheNext() {
        List<double[]> runs = series(3, 0.01, 30, 1.0, 5, 1.1);
        for (int after = 1; after <= 5; after++) {
            Segmentation segmentation = segmenter.segment(TIME, runs.subList(0, 30 + after));
            assertThat(indices(segmentation)).containsExactly(30);
            assertThat(segmentation.changePoints().get(0).state())
                    .isEqualTo(after < 3 ? ChangePoint.State.SUSPECTED : ChangePoint.State.CONFIRMED);
        }
    }

    @Test
    void aSuspicionThatTheNextRunsDoNotShareIsGone() {
        List<double[]> runs = series(4, 0.01, 30, 1.0, 1, 1.2, 6, 1.0);
        assertThat(indices(segmenter.segment(TIME, runs.subList(0, 31)))).containsExactly(30);
        assertThat(segmenter.segment(TIME, runs).changePoints()).isEmpty();
    }

    @Test
    void theUnitAndTheOrderOfForksChangeNothing() {
        List<double[]> runs = series(5, 0.02, 40, 1.0, 40, 1.08, 40, 0.95);
        int[] expected = indices(segmenter.segment(TIME, runs));
        List<double[]> scaled = runs.stream()
                .map(run -> Arrays.stream(run).map(value -> 1e-6 * value).toArray())
                .toList();
        assertThat(indices(segmenter.segment(TIME, scaled))).containsExactly(expected);
        List<double[]> reversed =
                runs.stream().map(run -> new double[] {run[2], run[0], run[1]}).toList();
        assertThat(indices(segmenter.segment(TIME, reversed))).containsExactly(expected);
    }

    @Test
    void throughputGetsWorseDownwards() {
        Metric throughput = new Metric(Metric.SCORE, Unit.of("ops/s"));
        Segmentation segmentation = segmenter.segment(throughput, series(6, 0.01, 30, 1.0, 30, 0.8));
        assertThat(segmentation.changePoints()).hasSize(1);
        assertThat(segmentation.changePoints().get(0).worse()).isTrue();
    }

    @Test
    void allocationStepsAreExact() {
        //   40 B                ┌──────
        //   24 B  ──────┐       │          a stray of 1,000 B at run 4 is none
        //    0 B        └───────┘
        List<double[]> runs = new ArrayList<>();
        for (int run = 0; run < 30; run++) {
            double level = run < 10 ? 24 : run < 20 ? 1e-4 : 40;
            runs.add(new double[] {level + 0.0003, level * 1.00001, level + 0.0012});
        }
        runs.set(4, new double[] {1000, 1001, 1000});
        Segmentation segmentation = segmenter.segment(ALLOCATION, runs);
        assertThat(indices(segmentation)).containsExactly(10, 20);
        assertThat(segmentation.changePoints().get(0).worse()).isFalse();
        assertThat(segmentation.changePoints().get(1).worse()).isTrue();
        assertThat(segmentation.changePoints().get(1).ratio()).isNaN();
        assertThat(segmentation.changePoints().get(1).levelAfter()).isCloseTo(40, within(0.01));
    }

    @Test
    void allocationThatBecomesRestlessIsOneStep() {
        //  6.3 KB              ┌─ ─ ─ ─    each fork at one of three sizes up to 4 % apart
        //  2.7 KB  ────────────┘           exact
        SplittableRandom random = new SplittableRandom(13);
        double[] sizes = {6057, 6273, 6297};
        List<double[]> runs = new ArrayList<>(Collections.nCopies(41, new double[] {2744, 2744, 2744}));
        for (int run = 0; run < 23; run++) {
            runs.add(new double[] {sizes[random.nextInt(3)], sizes[random.nextInt(3)], sizes[random.nextInt(3)]});
        }
        assertThat(indices(segmenter.segment(ALLOCATION, runs))).containsExactly(41);
    }

    @Test
    void appendKeepsWhatIsFrozenAndFindsWhatIsNew() {
        List<double[]> runs = series(7, 0.01, 100, 1.0, 200, 1.1, 40, 1.25);
        Segmentation segmentation = segmenter.append(TIME, runs, new int[] {100}, 265);
        assertThat(indices(segmentation)).containsExactly(100, 300);
        assertThat(segmentation.changePoints().get(0).ratio()).isCloseTo(1.1, within(0.02));
        assertThat(segmentation.currentSegmentStart()).isEqualTo(300);
    }

    @Test
    void appendDescribesTheSettledOnesOfItsWindowAndTheLastOfAll() {
        List<double[]> runs = series(14, 0.01, 100, 1.0, 100, 1.1, 200, 1.2);
        assertThat(indices(segmenter.append(TIME, runs, new int[] {100, 200}, 325)))
                .containsExactly(200);
        assertThat(indices(segmenter.append(TIME, runs.subList(0, 300), new int[] {100, 200}, 225)))
                .containsExactly(200);
        assertThat(indices(segmenter.append(TIME, runs.subList(0, 240), new int[] {100, 200}, 225)))
                .containsExactly(100, 200);
    }

    @Test
    void appendPlacesNothingBeforeTheFrozenPart() {
        List<double[]> runs = series(8, 0.01, 50, 1.0, 90, 1.1);
        assertThat(segmenter.append(TIME, runs, new int[0], 60).changePoints()).allMatch(point -> point.index() >= 60);
    }

    @Test
    void runsWithoutAValueAreSkippedAndIndicesStay() {
        List<double[]> runs = series(9, 0.01, 20, 1.0, 20, 1.2);
        runs.set(5, new double[0]);
        runs.set(19, new double[] {Double.NaN, Double.NaN});
        runs.add(0, new double[] {Double.NaN});
        assertThat(indices(segmenter.segment(TIME, runs))).containsExactly(21);
    }

    @Test
    void hostileSeriesAreSegmentedWithoutAWord() {
        List<List<double[]>> hostile = new ArrayList<>();
        hostile.add(List.of());
        hostile.add(List.of(new double[] {1}));
        hostile.add(Collections.nCopies(100, new double[] {5, 5, 5}));
        hostile.add(Collections.nCopies(100, new double[] {0}));
        hostile.add(Collections.nCopies(10, new double[] {Double.NaN}));
        hostile.add(series(10, 0.5, 50, -3.0, 50, 2.0));
        hostile.add(series(11, 0.1, 50, 1e-300, 50, 1e300));
        hostile.add(series(12, 0.0, 50, 1.0, 50, 1.0001));
        List<double[]> trend = new ArrayList<>();
        List<double[]> alternating = new ArrayList<>();
        for (int run = 0; run < 200; run++) {
            trend.add(new double[] {1 + 0.01 * run});
            alternating.add(new double[] {run % 2, run % 2});
        }
        hostile.add(trend);
        hostile.add(alternating);
        for (Metric metric : List.of(TIME, ALLOCATION)) {
            for (List<double[]> runs : hostile) {
                for (int size = 0; size <= runs.size(); size += Math.max(1, runs.size() / 20)) {
                    Segmentation segmentation = segmenter.segment(metric, runs.subList(0, size));
                    int[] indices = indices(segmentation);
                    assertThat(indices).isSorted().doesNotHaveDuplicates();
                    assertThat(segmenter.segment(metric, runs.subList(0, size))).isEqualTo(segmentation);
                }
            }
        }
    }

    @Test
    void constantValuesThatShiftAreFound() {
        List<double[]> runs = new ArrayList<>(Collections.nCopies(20, new double[] {5, 5, 5}));
        runs.addAll(Collections.nCopies(20, new double[] {6, 6, 6}));
        assertThat(indices(segmenter.segment(TIME, runs))).containsExactly(20);
    }

    private static int[] indices(Segmentation segmentation) {
        return segmentation.changePoints().stream().mapToInt(ChangePoint::index).toArray();
    }

    /** Runs of three forks with relative normal noise: pairs of (length, level). */
    private static List<double[]> series(long seed, double noise, double... lengthsAndLevels) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> runs = new ArrayList<>();
        for (int i = 0; i < lengthsAndLevels.length; i += 2) {
            for (int run = 0; run < lengthsAndLevels[i]; run++) {
                double level = lengthsAndLevels[i + 1];
                runs.add(new double[] {
                    level * (1 + noise * random.nextGaussian()),
                    level * (1 + noise * random.nextGaussian()),
                    level * (1 + noise * random.nextGaussian())
                });
            }
        }
        return runs;
    }
}
