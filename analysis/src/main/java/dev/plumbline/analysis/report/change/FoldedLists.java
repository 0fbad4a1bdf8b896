package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.audit.AuditMarkdown;
import dev.plumbline.analysis.report.audit.AuditReport;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.verdict.Inconclusive;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.BenchmarkLabels;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        text.open(open.size() + " series can't be told from noise, and what would settle "
                + (open.size() == 1 ? "it" : "them"));
        text.block(new Inconclusive(open.stream().map(ReportedSeries::row).toList(), GLYPHS)
                .sentences().stream()
                        .map(sentence -> "- " + Markdown.escaped(sentence.endsWith(".") ? sentence : sentence + "."))
                        .toList());
        if (most > 0) {
            List<String> lines = new ArrayList<>();
            lines.add("| benchmark | seen | a change of this size would have been found | "
                    + environment.harness().forks(2) + " that would settle it |");
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
        List<String> lines = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        BenchmarkLabels labels = new BenchmarkLabels(named());
        for (Kind kind : Kind.values()) {
            List<String> listed = environment.benchmarks().stream()
                    .filter(change -> Kind.of(change) == kind)
                    .map(change -> "- " + line(change, labels))
                    .toList();
            if (!listed.isEmpty()) {
                counts.add(listed.size() + " " + kind.words);
                lines.addAll(listed);
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        text.open("Benchmarks that were not compared: " + String.join(", ", counts));
        text.block(lines.subList(0, Math.min(most, lines.size())));
        rest(lines.size());
        text.close();
    }

    /** What benchmarks that weren't compared are counted as, in the order of the list. */
    private enum Kind {
        MISSING("missing"),
        FAILED("failed"),
        WITHOUT_NUMBER("without a number in some metrics"),
        REMOVED("removed"),
        RENAMED("renamed"),
        ADDED("added");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        static Kind of(BenchmarkChange change) {
            if (change instanceof BenchmarkChange.Absent absent) {
                return absent.absence() instanceof Absence.Missing
                        ? MISSING
                        : absent.absence() instanceof Absence.Failed ? FAILED : WITHOUT_NUMBER;
            }
            return change instanceof BenchmarkChange.Removed
                    ? REMOVED
                    : change instanceof BenchmarkChange.Renamed ? RENAMED : ADDED;
        }
    }

    private static String line(BenchmarkChange change, BenchmarkLabels labels) {
        List<String> names = benchmarks(change).stream()
                .map(labels::label)
                .map(Markdown::code)
                .toList();
        String name = String.join(" → ", names);
        if (change instanceof BenchmarkChange.Absent absent && !absent.absence().whole()) {
            String metrics =
                    absent.absence().metrics().stream().map(Markdown::code).collect(Collectors.joining(", "));
            return "no number: " + name + " in " + metrics;
        }
        return switch (Kind.of(change)) {
            case MISSING, WITHOUT_NUMBER -> "missing: " + name;
            case FAILED -> "failed, its score is no number: " + name;
            case REMOVED -> "removed" + accepted(change) + ": " + name;
            case RENAMED -> "most likely renamed: " + name;
            case ADDED -> "added: " + name;
        };
    }

    private static String accepted(BenchmarkChange change) {
        return change instanceof BenchmarkChange.Removed removed
                ? ", accepted by " + Markdown.escaped(Printable.line(removed.by()))
                : "";
    }

    private static List<BenchmarkId> benchmarks(BenchmarkChange change) {
        if (change instanceof BenchmarkChange.Renamed renamed) {
            return List.of(renamed.before(), renamed.after());
        }
        if (change instanceof BenchmarkChange.Removed removed) {
            return List.of(removed.benchmark());
        }
        return change instanceof BenchmarkChange.Added added
                ? List.of(added.benchmark())
                : List.of(((BenchmarkChange.Absent) change).absence().benchmark());
    }

    private List<BenchmarkId> named() {
        return environment.benchmarks().stream()
                .flatMap(change -> benchmarks(change).stream())
                .toList();
    }

    private void rest(int all) {
        if (all > most) {
            text.paragraph(most == 0 ? "Listed on the page of the run." : "And " + (all - most) + " more.");
        }
    }
}
