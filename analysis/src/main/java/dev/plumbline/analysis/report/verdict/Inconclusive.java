package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.UnknownReason;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Why series of a run are inconclusive, and what would settle them. */
public final class Inconclusive {

    private final List<VerdictRow> rows;
    private final Glyphs glyphs;

    public Inconclusive(List<VerdictRow> rows, Glyphs glyphs) {
        this.rows = rows;
        this.glyphs = glyphs;
    }

    /** One sentence for each cause, each with how many series it has. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        int missing = (int) rows.stream().filter(row -> !row.hasBaseline()).count();
        if (missing > 0) {
            sentences.add(series(missing) + ": no baseline, nothing is known");
        }
        List<VerdictRow> noisy = rows.stream()
                .filter(VerdictRow::hasBaseline)
                .filter(row -> Double.isFinite(detectable(row)))
                .toList();
        if (!noisy.isEmpty()) {
            sentences.add(noise(noisy));
        }
        Map<String, Integer> reasons = new LinkedHashMap<>();
        rows.stream().flatMap(Inconclusive::reasons).forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        Harness harness = VerdictRow.harness(rows);
        reasons.forEach((reason, count) -> sentences.add(series(count) + ": " + harness.spoken(reason)));
        return sentences;
    }

    private String noise(List<VerdictRow> noisy) {
        DoubleSummaryStatistics change =
                noisy.stream().mapToDouble(Inconclusive::detectable).summaryStatistics();
        String smallest = Change.magnitude(change.getMin(), glyphs);
        String largest = Change.magnitude(change.getMax(), glyphs);
        String range =
                smallest.equals(largest) ? largest : smallest.replace(" %", "") + " " + glyphs.to() + " " + largest;
        IntSummaryStatistics forks = noisy.stream()
                .mapToInt(row -> row.verdict().remedy().forks())
                .filter(needed -> needed > 0)
                .summaryStatistics();
        return series(noisy.size()) + ": smallest detectable change " + range + remedy(forks, noisy.size());
    }

    private String remedy(IntSummaryStatistics forks, int count) {
        if (forks.getCount() == 0) {
            return "";
        }
        String most = Integer.toString(forks.getMax());
        String range = forks.getMin() == forks.getMax() ? most : forks.getMin() + " " + glyphs.to() + " " + most;
        return "; " + range + " " + VerdictRow.harness(rows).forks(2) + " would settle " + (count == 1 ? "it" : "them");
    }

    /** The first reason of a series that nothing above explains, and whatever another version states of any. */
    private static Stream<String> reasons(VerdictRow row) {
        List<StatedReason> stated = row.verdict().reasons();
        Stream<String> first = row.hasBaseline() && !Double.isFinite(detectable(row))
                ? Stream.of(stated.isEmpty() ? "too little data" : stated.get(0).sentence())
                : Stream.empty();
        Stream<String> unknown =
                stated.stream().filter(UnknownReason.class::isInstance).map(StatedReason::sentence);
        return Stream.concat(first, unknown).distinct();
    }

    private static double detectable(VerdictRow row) {
        return row.verdict().evidence().smallestDetectableChange();
    }

    private static String series(int count) {
        return Count.of(count) + " series";
    }
}
