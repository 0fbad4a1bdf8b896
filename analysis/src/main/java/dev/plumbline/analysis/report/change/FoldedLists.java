package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.audit.AuditMarkdown;
import dev.plumbline.analysis.report.audit.AuditReport;
import dev.plumbline.analysis.report.verdict.Inconclusive;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.BenchmarkLabels;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What a comment folds for one environment: what can't be told, why to distrust it, and which benchmarks were added and removed. */
final class FoldedLists {

    private static final Glyphs GLYPHS = Glyphs.UNICODE;

    private final EnvironmentReport environment;
    private final ChangeRows rows;
    private final int most;
    private final CommentText text;

    /**
     * The lists.
     *
     * @param most lines of each; 0: only how many there would be
     */
    FoldedLists(EnvironmentReport environment, ChangeRows rows, int most, CommentText text) {
        this.environment = environment;
        this.rows = rows;
        this.most = most;
        this.text = text;
    }

    void write() {
        inconclusive();
        audit();
        benchmarks();
    }

    private void inconclusive() {
        List<ReportedSeries> open = environment.with(Outcome.INCONCLUSIVE).stream()
                .filter(series -> series.row().hasBaseline())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        text.open(
                open.size() + " can't be told from noise, and what would settle " + (open.size() == 1 ? "it" : "them"));
        text.block(new Inconclusive(open.stream().map(ReportedSeries::row).toList(), GLYPHS)
                .sentences().stream()
                        .map(sentence -> "- " + Markdown.escaped(sentence.endsWith(".") ? sentence : sentence + "."))
                        .toList());
        if (most > 0) {
            List<String> lines = new ArrayList<>();
            lines.add(
                    "| benchmark | seen | a change of this size would have been found | forks that would settle it |");
            lines.add("|---|---:|---:|---:|");
            open.stream().limit(most).forEach(series -> lines.add(openRow(series)));
            text.block(lines);
        }
        rest(open.size());
        text.close();
    }

    private String openRow(ReportedSeries series) {
        VerdictRow row = series.row();
        return "| " + rows.name(series) + " | "
                + Markdown.escaped(Change.interval(
                        row.verdict().effect().low(), row.verdict().effect().high(), GLYPHS))
                + " | "
                + Markdown.escaped(Change.magnitude(row.verdict().evidence().smallestDetectableChange(), GLYPHS))
                + " | "
                + (row.verdict().remedy().forks() > 0 ? row.verdict().remedy().forks() : GLYPHS.unknown()) + " |";
    }

    private void audit() {
        List<Finding> findings = environment.findings();
        if (findings.isEmpty()) {
            return;
        }
        text.open("Audit: " + new AuditReport(environment.environment(), 0, findings).counts());
        if (most > 0) {
            text.paragraph(AuditMarkdown.table(findings.subList(0, Math.min(most, findings.size())))
                    .stripTrailing());
        }
        rest(findings.size());
        text.close();
    }

    private void benchmarks() {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        BenchmarkLabels labels = new BenchmarkLabels(named());
        for (BenchmarkChange change : environment.benchmarks()) {
            if (change instanceof BenchmarkChange.Added each) {
                added.add("- added: " + Markdown.code(labels.label(each.benchmark())));
            } else if (change instanceof BenchmarkChange.Removed each) {
                removed.add("- removed: " + Markdown.code(labels.label(each.benchmark())));
            } else if (change instanceof BenchmarkChange.Renamed each) {
                renamed.add("- most likely renamed: " + Markdown.code(labels.label(each.before())) + " → "
                        + Markdown.code(labels.label(each.after())));
            }
        }
        List<String> counts = new ArrayList<>();
        count(counts, removed.size(), "removed");
        count(counts, added.size(), "added");
        count(counts, renamed.size(), "renamed");
        if (counts.isEmpty()) {
            return;
        }
        List<String> all = new ArrayList<>(removed);
        all.addAll(renamed);
        all.addAll(added);
        text.open("Benchmarks that were not compared: " + String.join(", ", counts));
        text.block(all.subList(0, Math.min(most, all.size())));
        rest(all.size());
        text.close();
    }

    private List<BenchmarkId> named() {
        List<BenchmarkId> named = new ArrayList<>();
        for (BenchmarkChange change : environment.benchmarks()) {
            if (change instanceof BenchmarkChange.Added each) {
                named.add(each.benchmark());
            } else if (change instanceof BenchmarkChange.Removed each) {
                named.add(each.benchmark());
            } else if (change instanceof BenchmarkChange.Renamed each) {
                named.add(each.before());
                named.add(each.after());
            }
        }
        return named;
    }

    private void rest(int all) {
        if (all > most) {
            text.paragraph(most == 0 ? "Listed on the page of the run." : "And " + (all - most) + " more.");
        }
    }

    private static void count(List<String> counts, int count, String what) {
        if (count > 0) {
            counts.add(count + " " + what);
        }
    }
}
