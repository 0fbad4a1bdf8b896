package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What the columns of a comparison mean, as far as the comparison needs it. */
final class ComparisonLegend {

    private final ComparisonReport report;
    private final List<ComparedSeries> listed;
    private final Glyphs glyphs;

    /** A legend for what is listed of a report. */
    ComparisonLegend(ComparisonReport report, List<ComparedSeries> listed, Glyphs glyphs) {
        this.report = report;
        this.listed = List.copyOf(listed);
        this.glyphs = glyphs;
    }

    /** Its sentences in one paragraph. */
    String text() {
        ComparisonReport.Terms terms = report.terms();
        List<VerdictRow> rows = listed.stream().map(ComparedSeries::row).toList();
        List<String> parts = new ArrayList<>();
        boolean spread = listed.stream()
                .anyMatch(series -> Double.isFinite(series.baseSpread()) || Double.isFinite(series.headSpread()));
        if (spread) {
            parts.add(glyphs.plusMinus() + " is the standard deviation between "
                    + terms.harness().forks(2) + ".");
        }
        if (rows.stream().anyMatch(row -> Double.isFinite(row.verdict().effect().low()))) {
            parts.add("Intervals are at " + share(terms.confidence()) + ".");
        }
        if (rows.stream()
                .anyMatch(row -> Double.isFinite(row.verdict().evidence().adjusted()))) {
            parts.add("p is corrected for " + Count.of(report.comparisons(), "comparison.", "comparisons."));
        }
        if (rows.stream().anyMatch(VerdictRow::nearExact)) {
            parts.add("exact: compared without error probability, as counts repeat.");
        }
        if (rows.stream().anyMatch(row -> row.outcome() == Outcome.UNCHANGED)) {
            parts.add("~ unchanged: no more than " + minimumEffect() + " either way.");
        }
        if (rows.stream()
                .anyMatch(row -> row.outcome() == Outcome.INCONCLUSIVE
                        && Double.isFinite(row.verdict().evidence().smallestDetectableChange()))) {
            parts.add("detects: the smallest change that would be found in " + share(terms.power())
                    + terms.harness()
                            .spoken(" of cases; needs: how many forks a run, or iterations a fork, would settle it."));
        }
        return String.join(" ", parts);
    }

    private String minimumEffect() {
        boolean exact = false;
        boolean scattering = false;
        for (ComparedSeries series : listed) {
            VerdictRow row = series.row();
            if (row.outcome() == Outcome.UNCHANGED) {
                exact |= row.nearExact();
                scattering |= !row.nearExact();
            }
        }
        String ofExact = whole(Change.magnitude(report.terms().minimumEffectNearExact(), glyphs));
        String ofOthers = whole(Change.magnitude(report.terms().minimumEffect(), glyphs));
        return exact && scattering ? ofOthers + " (exact: " + ofExact + ")" : exact ? ofExact : ofOthers;
    }

    private static String whole(String percent) {
        return percent.replace(".0 %", " %");
    }

    private static String share(double share) {
        return Math.round(share * 100) + " %";
    }
}
