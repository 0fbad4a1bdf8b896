package dev.plumbline.analysis.report.audit;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.text.BenchmarkLabels;
import dev.plumbline.analysis.text.Markdown;
import java.util.List;

/** An audit as GitHub-flavoured Markdown: a table of the findings, the reasons folded below it. */
public final class AuditMarkdown {

    private static final int NAMED = 10;

    private AuditMarkdown() {}

    /**
     * The audit, ended by a line feed.
     *
     * @param least what is less bad is counted and not listed
     */
    public static String render(AuditReport report, Severity least) {
        List<Finding> listed = report.atLeast(least);
        StringBuilder text = new StringBuilder("**Audit of ")
                .append(Markdown.code(report.name()))
                .append("**: ")
                .append(report.size())
                .append(", ")
                .append(report.counts())
                .append(".\n");
        if (!listed.isEmpty()) {
            text.append('\n').append(table(listed));
            text.append("\n<details><summary>Why it matters</summary>\n\n");
            BenchmarkLabels labels = report.labels();
            listed.forEach(finding -> reason(finding, labels, text));
            text.append("\n</details>\n");
        }
        return text.toString();
    }

    /** Findings as a table, ended by a line feed. */
    public static String table(List<Finding> findings) {
        StringBuilder text = new StringBuilder("| severity | finding | where | what to do |\n|---|---|---|---|\n");
        findings.forEach(finding -> text.append("| ")
                .append(
                        finding.severity() == Severity.INVALID
                                ? "**invalid**"
                                : finding.severity().label())
                .append(" | ")
                .append(Markdown.escaped(finding.what()))
                .append(" | ")
                .append(finding.where())
                .append(" | ")
                .append(Markdown.escaped(finding.code().remedy()))
                .append(" |\n"));
        return text.toString();
    }

    private static void reason(Finding finding, BenchmarkLabels labels, StringBuilder text) {
        text.append("- `")
                .append(finding.code().code())
                .append("`: ")
                .append(Markdown.escaped(finding.code().why()))
                .append('\n');
        boolean alike = finding.cases().stream().allMatch(each -> each.detail().isEmpty());
        if (finding.everywhere() && alike) {
            return;
        }
        finding.cases().stream()
                .limit(NAMED)
                .forEach(each -> text.append("  - ")
                        .append(Markdown.code(labels.label(each.benchmark())))
                        .append(each.detail().isEmpty() ? "" : ": " + Markdown.escaped(each.detail()))
                        .append('\n'));
        int rest = finding.concerned() - Math.min(NAMED, finding.cases().size());
        if (rest > 0) {
            text.append("  - and ").append(rest).append(" more\n");
        }
    }
}
