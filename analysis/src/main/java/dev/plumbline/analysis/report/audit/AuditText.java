package dev.plumbline.analysis.report.audit;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.text.BenchmarkLabels;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.text.TextTone;
import java.util.ArrayList;
import java.util.List;

/**
 * An audit as text for a terminal: worst first, each finding with what, where, why it matters and what to do, broken to
 * fit. Names of benchmarks are never cut.
 */
public final class AuditText {

    /** Benchmarks that a finding names unless all are requested. */
    private static final int NAMED = 5;

    /** Sentences on longer lines are hard to read. */
    private static final int WIDEST = 110;

    private static final String GAP = "  ";

    private final AuditReport report;
    private final TableStyle style;
    private final Glyphs glyphs;
    private final BenchmarkLabels labels;
    private final String margin;
    private final List<String> lines = new ArrayList<>();

    private AuditText(AuditReport report, TableStyle style) {
        this.report = report;
        this.style = style;
        this.glyphs = style.glyphs();
        this.labels = report.labels();
        this.margin = " ".repeat(Severity.SERIOUS.label().length() + 4);
    }

    /**
     * The audit, each line ended by a line feed.
     *
     * @param least what is less bad is counted and not listed
     */
    public static String render(AuditReport report, Severity least, TableStyle style) {
        AuditText text = new AuditText(report, style);
        text.write(least);
        return String.join("\n", text.lines) + "\n";
    }

    private void write(Severity least) {
        String dot = " " + glyphs.dot() + " ";
        lines.add(style.paint().apply(TextTone.STRONG, Printable.line(report.name()))
                + style.paint().apply(TextTone.MUTED, dot + report.size()));
        List<Finding> listed = report.atLeast(least);
        listed.forEach(this::finding);
        lines.add("");
        if (report.findings().isEmpty()) {
            lines.add(style.paint().apply(TextTone.BETTER, "Nothing was found against this measurement."));
            return;
        }
        int hidden = report.findings().size() - listed.size();
        lines.add(style.paint()
                        .apply(
                                listed.isEmpty()
                                        ? TextTone.MUTED
                                        : tone(listed.get(0).severity()),
                                report.counts())
                + (hidden == 0 ? "" : style.paint().apply(TextTone.MUTED, ", " + hidden + " not listed")));
    }

    private void finding(Finding finding) {
        lines.add("");
        TextTone tone = tone(finding.severity());
        String label = mark(finding.severity()) + " " + finding.severity().label();
        String start = style.paint().apply(tone, label) + " ".repeat(margin.length() - Printable.width(label));
        for (String line : wrapped(finding.what(), margin.length())) {
            lines.add(start + style.paint().apply(TextTone.STRONG, line));
            start = margin;
        }
        wrapped(finding.where() + " " + glyphs.dot() + " " + finding.code().code(), margin.length())
                .forEach(line -> lines.add(margin + style.paint().apply(TextTone.MUTED, line)));
        if (finding.benchmarks() > 1
                || finding.cases().stream().anyMatch(each -> !each.detail().isEmpty())) {
            cases(finding);
        }
        paragraph("why", finding.code().why());
        paragraph("do", finding.code().remedy());
    }

    /** The benchmarks, if not all of them are alike. */
    private void cases(Finding finding) {
        boolean alike = finding.cases().stream().allMatch(each -> each.detail().isEmpty());
        if (finding.everywhere() && alike) {
            return;
        }
        List<Finding.Case> shown = style.all()
                ? finding.cases()
                : finding.cases().stream().limit(NAMED).toList();
        int widest = shown.stream()
                .mapToInt(each -> Printable.width(labels.label(each.benchmark())))
                .max()
                .orElse(0);
        String indent = margin + GAP;
        boolean oneLine = shown.stream()
                .allMatch(each -> indent.length()
                                + widest
                                + GAP.length()
                                + Printable.width(glyphs.spelled(Printable.line(each.detail())))
                        <= style.width());
        for (Finding.Case each : shown) {
            String label = labels.label(each.benchmark());
            String detail = glyphs.spelled(Printable.line(each.detail()));
            if (oneLine) {
                String padding = detail.isEmpty() ? "" : " ".repeat(widest - Printable.width(label)) + GAP;
                lines.add(indent + label + padding + style.paint().apply(TextTone.MUTED, detail));
            } else {
                lines.add(indent + label);
                for (String line : Printable.wrapped(detail, style.width() - indent.length() - GAP.length())) {
                    lines.add(indent + GAP + style.paint().apply(TextTone.MUTED, line));
                }
            }
        }
        int rest = finding.concerned() - shown.size();
        if (rest > 0) {
            lines.add(indent
                    + style.paint()
                            .apply(TextTone.MUTED, "and " + rest + " more" + (style.all() ? "" : ", with --all")));
        }
    }

    private void paragraph(String name, String text) {
        String indent = margin + " ".repeat("why".length() + GAP.length());
        String start =
                margin + style.paint().apply(TextTone.MUTED, name) + " ".repeat("why".length() - name.length()) + GAP;
        for (String line : wrapped(text, indent.length())) {
            lines.add(start + line);
            start = indent;
        }
    }

    private List<String> wrapped(String text, int indent) {
        return Printable.wrapped(glyphs.spelled(Printable.line(text)), Math.min(style.width(), WIDEST) - indent);
    }

    private String mark(Severity severity) {
        return switch (severity) {
            case INVALID -> glyphs.worse();
            case SERIOUS -> "!";
            case MINOR -> glyphs.dot();
        };
    }

    private static TextTone tone(Severity severity) {
        return switch (severity) {
            case INVALID -> TextTone.WORSE;
            case SERIOUS -> TextTone.CAUTION;
            case MINOR -> TextTone.MUTED;
        };
    }
}
