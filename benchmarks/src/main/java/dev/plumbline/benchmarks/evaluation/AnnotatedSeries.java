package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.benchmarks.evaluation.data.JsonLines;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * E5: series that several people annotated. F1 and cover as in van den Burg and Williams (2020): margin 5, index 0 belongs to
 * every set, precision against all annotators together, recall and cover averaged over them.
 *
 * @param runs one value each
 * @param annotations the change points that each annotator saw
 */
record AnnotatedSeries(List<double[]> runs, List<int[]> annotations) {

    private static final int MARGIN = 5;

    static List<AnnotatedSeries> read(Path folder) throws IOException {
        return JsonLines.read(folder.resolve("tcpd.jsonl.gz")).stream()
                .map(line -> new AnnotatedSeries(
                        Arrays.stream(JsonLines.numbers(JsonLines.field(line, "values")))
                                .mapToObj(value -> new double[] {value})
                                .toList(),
                        ((Map<?, ?>) line.getOrDefault("annotations", Map.of()))
                                .values().stream()
                                        .map(JsonLines::numbers)
                                        .map(places -> Arrays.stream(places)
                                                .mapToInt(place -> (int) place)
                                                .toArray())
                                        .toList()))
                .toList();
    }

    static Table table(List<AnnotatedSeries> series) {
        Table table = new Table("E5 Annotated series (%d)".formatted(series.size()), "detector", "F1", "cover");
        Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
        row(table, "**Plumbline**", series, runs -> ChangePointAccuracy.confirmed(segmenter, runs));
        row(table, "E-divisive, window 50, p .001 (Otava)", series, WindowedDivisive::changePoints);
        row(table, "nothing", series, runs -> new int[0]);
        return table;
    }

    private static void row(
            Table table, String name, List<AnnotatedSeries> all, Function<List<double[]>, int[]> detector) {
        double f1 = 0;
        double cover = 0;
        for (AnnotatedSeries series : all) {
            int[] found = detector.apply(series.runs);
            f1 += series.f1(found) / all.size();
            cover += series.cover(found) / all.size();
        }
        table.row(name, String.format(Locale.ROOT, "%.3f", f1), String.format(Locale.ROOT, "%.3f", cover));
    }

    private double f1(int[] found) {
        Set<Integer> places = withZero(found);
        Set<Integer> union = new TreeSet<>();
        double recall = 0;
        for (int[] annotation : annotations) {
            Set<Integer> truth = withZero(annotation);
            union.addAll(truth);
            recall += (double) hits(truth, places) / truth.size() / annotations.size();
        }
        double precision = (double) hits(union, places) / places.size();
        return 2 * precision * recall / (precision + recall);
    }

    private static int hits(Set<Integer> truth, Set<Integer> found) {
        Set<Integer> left = new TreeSet<>(found);
        int hits = 0;
        for (int place : truth) {
            Integer nearest = left.stream()
                    .filter(candidate -> Math.abs(candidate - place) <= MARGIN)
                    .min((a, b) -> Integer.compare(Math.abs(a - place), Math.abs(b - place)))
                    .orElse(null);
            if (nearest != null) {
                left.remove(nearest);
                hits++;
            }
        }
        return hits;
    }

    private double cover(int[] found) {
        List<int[]> segments = segments(withZero(found));
        double cover = 0;
        for (int[] annotation : annotations) {
            for (int[] truth : segments(withZero(annotation))) {
                double best = 0;
                for (int[] segment : segments) {
                    double both = Math.min(truth[1], segment[1]) - Math.max(truth[0], segment[0]);
                    double either = Math.max(truth[1], segment[1]) - Math.min(truth[0], segment[0]);
                    best = both > 0 ? Math.max(best, both / either) : best;
                }
                cover += best * (truth[1] - truth[0]) / runs.size() / annotations.size();
            }
        }
        return cover;
    }

    private List<int[]> segments(NavigableSet<Integer> starts) {
        List<int[]> segments = new ArrayList<>();
        for (int start : starts) {
            Integer end = starts.higher(start);
            segments.add(new int[] {start, end == null ? runs.size() : end});
        }
        return segments;
    }

    private static NavigableSet<Integer> withZero(int[] places) {
        NavigableSet<Integer> set = new TreeSet<>(List.of(0));
        Arrays.stream(places).forEach(set::add);
        return set;
    }
}
