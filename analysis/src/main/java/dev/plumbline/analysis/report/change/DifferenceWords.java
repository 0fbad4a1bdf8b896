package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.text.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** How the observed machines differ, as Markdown. */
final class DifferenceWords {

    private static final int LONGEST = 200;

    private DifferenceWords() {}

    /** For example: CPU <code>Xeon</code> → <code>EPYC</code>; JVM <code>21</code> → <code>25</code>. */
    static String markdown(List<SuiteReport.Difference> differences) {
        return differences.stream()
                .map(difference -> Markdown.escaped(SuiteReport.name(difference.field())) + " "
                        + value(difference.before()) + " → " + value(difference.after()))
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String value(String text) {
        return text.isBlank() ? "unknown" : Markdown.code(text.substring(0, Math.min(LONGEST, text.length())));
    }
}
