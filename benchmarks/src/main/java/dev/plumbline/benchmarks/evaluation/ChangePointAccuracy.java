package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.benchmarks.evaluation.data.StepSeries;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** E3: change points against exact truth. A found index within three runs of a true one counts once. */
final class ChangePointAccuracy {

    private static final int MARGIN = 3;
    private static final int TIMED_ROUNDS = 5;

    /** How a detector did on one file. */
    record Score(int truth, int found, int hits, int runs, double millisPerSeries) {
        double f1() {
            return 2.0 * hits / Math.max(1, truth + found);
        }

        double falsePerThousand() {
            return 1000.0 * (found - hits) / runs;
        }
    }

    private ChangePointAccuracy() {}

    static Table table(String title, List<StepSeries> clean, List<StepSeries> outliers) {
        Table table = new Table(
                title,
                "detector",
                "clean F1",
                "false/1000",
                "recall",
                "outliers F1",
                "false/1000",
                "recall",
                "CPU ms a series");
        Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
        row(table, "**Plumbline**", clean, outliers, runs -> confirmed(segmenter, runs));
        row(table, "**Plumbline**, run means only", clean, outliers, runs -> confirmed(segmenter, means(runs)));
        row(table, "E-divisive, window 50, p .001 (Otava)", clean, outliers, WindowedDivisive::changePoints);
        row(table, "windowed t as Perfherder's (12 runs, t > 7)", clean, outliers, WindowedT::changePoints);
        row(table, "nothing", clean, outliers, runs -> new int[0]);
        return table;
    }

    private static List<double[]> means(List<double[]> runs) {
        return runs.stream()
                .map(forks -> new double[] {Arrays.stream(forks).average().orElseThrow()})
                .toList();
    }

    static int[] confirmed(Segmenter segmenter, List<double[]> runs) {
        return segmenter.segment(TwoRuns.TIME, runs).changePoints().stream()
                .filter(changePoint -> changePoint.state() == ChangePoint.State.CONFIRMED)
                .mapToInt(ChangePoint::index)
                .toArray();
    }

    private static void row(
            Table table,
            String name,
            List<StepSeries> clean,
            List<StepSeries> outliers,
            Function<List<double[]>, int[]> detector) {
        Score left = score(clean, detector);
        Score right = score(outliers, detector);
        table.row(
                name,
                number("%.3f", left.f1()),
                number("%.2f", left.falsePerThousand()),
                number("%.3f", (double) left.hits() / left.truth()),
                number("%.3f", right.f1()),
                number("%.2f", right.falsePerThousand()),
                number("%.3f", (double) right.hits() / right.truth()),
                number("%.2f", (left.millisPerSeries() + right.millisPerSeries()) / 2));
    }

    static Score score(List<StepSeries> series, Function<List<double[]>, int[]> detector) {
        int truth = 0;
        int found = 0;
        int hits = 0;
        int runs = 0;
        for (StepSeries one : series) {
            int[] indices = detector.apply(one.runs());
            truth += one.truth().length;
            found += indices.length;
            hits += hits(one.truth(), indices);
            runs += one.runs().size();
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < TIMED_ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            int again = 0;
            for (StepSeries one : series) {
                again += detector.apply(one.runs()).length;
            }
            if (again != found) {
                throw new IllegalStateException("found " + found + " change points, and then " + again);
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1e6 / series.size());
        }
        return new Score(truth, found, hits, runs, best);
    }

    /** How many of the true indices have a found one of their own near by; both ascending. */
    static int hits(int[] truth, int[] found) {
        int hits = 0;
        int next = 0;
        for (int index : truth) {
            while (next < found.length && found[next] < index - MARGIN) {
                next++;
            }
            if (next < found.length && found[next] <= index + MARGIN) {
                hits++;
                next++;
            }
        }
        return hits;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
