package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.suite.AlignedSeries;
import dev.plumbline.analysis.suite.SuiteHistory;
import dev.plumbline.benchmarks.evaluation.data.HistorySeries;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * E4 with the common mode taken out: the histories of whole suites on real CI machines, with steps of +10 % put into one
 * series at a time, and steps of +8 % put into all of them at once.
 */
final class CommonModeAccuracy {

    private static final double STEP = Math.log(1.10);
    private static final double SHARED_STEP = Math.log(1.08);
    private static final int RUNS_BEFORE = 20;
    private static final int RUNS_AFTER = 15;
    private static final int STEPS_PER_SERIES = 4;
    private static final int SHARED_STEPS = 20;
    private static final int NEAR = 3;
    private static final int WIDE = 10;

    private final Map<String, List<AlignedSeries>> suites = new TreeMap<>();
    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
    private final long seed;

    CommonModeAccuracy(List<HistorySeries> histories, long seed) {
        this.seed = seed;
        Map<String, List<HistorySeries>> sources = new LinkedHashMap<>();
        histories.forEach(history -> sources.computeIfAbsent(history.source(), source -> new ArrayList<>())
                .add(history));
        sources.forEach((source, members) -> {
            double[] dates = members.stream()
                    .flatMapToDouble(member -> Arrays.stream(member.dates()))
                    .distinct()
                    .sorted()
                    .toArray();
            List<AlignedSeries> suite =
                    members.stream().map(member -> aligned(member, dates)).toList();
            boolean told = dates.length > RUNS_BEFORE + RUNS_AFTER
                    && history(suite).shared().known(dates.length - 1);
            if (told) {
                suites.put(source, suite);
            }
        });
    }

    static AlignedSeries aligned(HistorySeries series, double[] dates) {
        List<double[]> runs = new ArrayList<>();
        for (int i = 0; i < dates.length; i++) {
            runs.add(new double[0]);
        }
        for (int i = 0; i < series.values().length; i++) {
            runs.set(Arrays.binarySearch(dates, series.dates()[i]), new double[] {series.values()[i]});
        }
        return new AlignedSeries(series.metric(), runs);
    }

    /** The noise and the share of steps found, as it is and with the common mode taken out. */
    Table steps() {
        Table table = new Table(
                "E4 Steps of +10 %% in one series of a suite (seed %d)".formatted(seed),
                "suite",
                "series",
                "runs",
                "noise",
                "taken out",
                "steps",
                "found",
                "taken out",
                "told place and noise",
                "change points per 1,000",
                "taken out");
        int[] all = new int[4];
        suites.forEach((source, suite) -> {
            int[] counts = found(suite);
            for (int i = 0; i < all.length; i++) {
                all[i] += counts[i];
            }
            SuiteHistory history = history(suite);
            List<List<double[]>> raw = suite.stream().map(AlignedSeries::runs).toList();
            List<List<double[]>> corrected = corrected(suite, history);
            table.row(
                    source,
                    String.valueOf(suite.size()),
                    String.valueOf(suite.get(0).runs().size()),
                    percent(noise(raw)),
                    percent(noise(corrected)),
                    String.valueOf(counts[0]),
                    share(counts[1], counts[0]),
                    share(counts[2], counts[0]),
                    share(counts[3], counts[0]),
                    perThousand(suite, raw),
                    perThousand(suite, corrected));
        });
        table.row(
                "all",
                "",
                "",
                "",
                "",
                String.valueOf(all[0]),
                share(all[1], all[0]),
                share(all[2], all[0]),
                share(all[3], all[0]),
                "",
                "");
        return table;
    }

    /** Steps of all series at once: reported once as a shift of the environment, and what it did to the series. */
    Table sharedSteps() {
        Table table = new Table(
                "E4 Steps of +8 %% in all series of a suite (seed %d)".formatted(seed),
                "suite",
                "scatter of what it shares",
                "steps",
                "reported as a shift",
                "within ten runs of it",
                "told place and noise",
                "told levels and noise",
                "told place and density",
                "more than once",
                "series blamed as well",
                "taken out: series blamed",
                "shifts without a step");
        suites.forEach((source, suite) -> {
            SplittableRandom random = new SplittableRandom(seed);
            int runs = suite.get(0).runs().size();
            int natural = history(suite).shifts().size();
            int once = 0;
            int around = 0;
            int tellable = 0;
            int placed = 0;
            int likely = 0;
            int more = 0;
            int blamed = 0;
            int blamedAfter = 0;
            List<List<double[]>> raw = suite.stream().map(AlignedSeries::runs).toList();
            List<List<double[]>> asIs = corrected(suite, history(suite));
            for (int i = 0; i < SHARED_STEPS; i++) {
                int place = random.nextInt(RUNS_BEFORE, runs - RUNS_AFTER);
                List<AlignedSeries> shifted = suite.stream()
                        .map(series -> stepped(series, place, SHARED_STEP))
                        .toList();
                SuiteHistory history = history(shifted);
                long reported = history.shifts().stream()
                        .filter(shift -> near(shift.point(), place))
                        .count();
                once += reported >= 1 ? 1 : 0;
                around += history.shifts().stream()
                                .anyMatch(shift -> told(shift.point()) && within(shift.point(), place, WIDE))
                        ? 1
                        : 0;
                SharedStepOracle oracle = SharedStepOracle.of(history(suite), place, SHARED_STEP);
                tellable += oracle.tellable() ? 1 : 0;
                placed += oracle.tellable() && Math.abs(oracle.likeliest() - place) <= NEAR ? 1 : 0;
                likely += oracle.tellableByDensity() ? 1 : 0;
                more += reported > 1 ? 1 : 0;
                List<List<double[]>> after = corrected(shifted, history);
                for (int which = 0; which < suite.size(); which++) {
                    blamed += moved(shifted, shifted.get(which).runs(), which, place)
                                    && !moved(suite, raw.get(which), which, place)
                            ? 1
                            : 0;
                    blamedAfter += moved(shifted, after.get(which), which, place)
                                    && !moved(suite, asIs.get(which), which, place)
                            ? 1
                            : 0;
                }
            }
            int steps = SHARED_STEPS;
            table.row(
                    source,
                    percent(scatter(history(suite))),
                    String.valueOf(steps),
                    String.valueOf(once),
                    String.valueOf(around),
                    String.valueOf(tellable),
                    String.valueOf(placed),
                    String.valueOf(likely),
                    String.valueOf(more),
                    String.format(Locale.ROOT, "%.1f", (double) blamed / steps),
                    String.format(Locale.ROOT, "%.1f", (double) blamedAfter / steps),
                    String.valueOf(natural));
        });
        return table;
    }

    /** The robust standard deviation of the movement around its levels, without a step. */
    private static double scatter(SuiteHistory history) {
        double[] movement = history.shared().movement();
        double[] residuals = new double[movement.length];
        int[] starts = IntStream.concat(
                        IntStream.of(0),
                        history.shifts().stream()
                                .mapToInt(shift -> shift.point().index()))
                .toArray();
        for (int segment = 0; segment < starts.length; segment++) {
            int to = segment + 1 < starts.length ? starts[segment + 1] : movement.length;
            double level = Median.of(Arrays.copyOfRange(movement, starts[segment], to));
            for (int run = starts[segment]; run < to; run++) {
                residuals[run] = movement[run] - level;
            }
        }
        return Median.scaleAround(0, residuals);
    }

    private boolean moved(List<AlignedSeries> suite, List<double[]> runs, int which, int place) {
        return segmenter.segment(suite.get(which).metric(), runs).changePoints().stream()
                .anyMatch(point -> near(point, place));
    }

    private static boolean near(ChangePoint point, int place) {
        return within(point, place, NEAR) && told(point);
    }

    private static boolean within(ChangePoint point, int place, int runs) {
        return Math.abs(point.index() - place) <= runs;
    }

    private static boolean told(ChangePoint point) {
        return point.worse() && point.state() == ChangePoint.State.CONFIRMED;
    }

    private static SuiteHistory history(List<AlignedSeries> suite) {
        return SuiteHistory.of(suite, SegmentationSettings.defaults());
    }

    private static List<List<double[]>> corrected(List<AlignedSeries> suite, SuiteHistory history) {
        List<List<double[]>> corrected = new ArrayList<>();
        for (int which = 0; which < suite.size(); which++) {
            corrected.add(history.under(which, suite.get(which).runs().size() - 1));
        }
        return corrected;
    }

    /** Steps; found as it is, with the common mode taken out, and by one who is told the place and the noise that is left. */
    private int[] found(List<AlignedSeries> suite) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = new int[4];
        for (int which = 0; which < suite.size(); which++) {
            AlignedSeries series = suite.get(which);
            int[] measured = measured(series);
            if (measured.length < RUNS_BEFORE + RUNS_AFTER + 2) {
                continue;
            }
            for (int i = 0; i < STEPS_PER_SERIES; i++) {
                int index = random.nextInt(RUNS_BEFORE, measured.length - RUNS_AFTER);
                int place = measured[index];
                List<AlignedSeries> stepped = new ArrayList<>(suite);
                stepped.set(which, stepped(series, place, STEP));
                List<double[]> corrected =
                        history(stepped).under(which, series.runs().size() - 1);
                counts[0]++;
                counts[1] += moved(stepped, stepped.get(which).runs(), which, place) ? 1 : 0;
                counts[2] += moved(stepped, corrected, which, place) ? 1 : 0;
                counts[3] += tellable(corrected, index, measured.length) ? 1 : 0;
            }
        }
        return counts;
    }

    /** Whether the mean of the runs behind a known place differs by the penalty that a change point costs, at the noise that is left. */
    private static boolean tellable(List<double[]> corrected, int before, int runs) {
        double error = noise(List.of(corrected)) * Math.sqrt(1.0 / before + 1.0 / (runs - before));
        double standardised = STEP / error;
        return standardised * standardised / 2 > SegmentationSettings.defaults().penalty();
    }

    private static int[] measured(AlignedSeries series) {
        int[] places = new int[series.runs().size()];
        int count = 0;
        for (int run = 0; run < places.length; run++) {
            if (series.runs().get(run).length > 0) {
                places[count++] = run;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static AlignedSeries stepped(AlignedSeries series, int place, double step) {
        double factor = Math.exp(series.metric().unit().direction().worseSign() * step);
        List<double[]> runs = new ArrayList<>(series.runs());
        for (int run = place; run < runs.size(); run++) {
            runs.set(
                    run,
                    Arrays.stream(runs.get(run)).map(value -> value * factor).toArray());
        }
        return new AlignedSeries(series.metric(), runs);
    }

    /** The median over the series of the robust scale of neighbouring runs' differences. */
    private static double noise(List<List<double[]>> suite) {
        double[] scales = suite.stream()
                .mapToDouble(runs -> {
                    double[] logarithms = runs.stream()
                            .filter(forks -> forks.length > 0)
                            .mapToDouble(forks -> Math.log(forks[0]))
                            .toArray();
                    double[] distances = new double[Math.max(0, logarithms.length - 1)];
                    Arrays.setAll(distances, i -> logarithms[i + 1] - logarithms[i]);
                    return Median.scaleAround(0, distances) / Math.sqrt(2);
                })
                .filter(Double::isFinite)
                .toArray();
        return Median.of(scales);
    }

    private String perThousand(List<AlignedSeries> suite, List<List<double[]>> runs) {
        int points = 0;
        int measured = 0;
        for (int which = 0; which < suite.size(); which++) {
            points += (int) segmenter.segment(suite.get(which).metric(), runs.get(which)).changePoints().stream()
                    .filter(point -> point.state() == ChangePoint.State.CONFIRMED)
                    .count();
            measured += measured(suite.get(which)).length;
        }
        return String.format(Locale.ROOT, "%.1f", 1000.0 * points / measured);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }

    private static String share(int part, int whole) {
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * part / Math.max(1, whole));
    }
}
