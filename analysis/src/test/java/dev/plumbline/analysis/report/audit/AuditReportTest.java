package dev.plumbline.analysis.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Finding.Case;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.text.BenchmarkLabels;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TableStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditReportTest {

    private static final Finding ALL =
            new Finding(AuditCode.ASSERTIONS_ON, "Assertions were switched on: -ea", 12, 12, cases(12, ""));
    private static final Finding SOME = new Finding(
            AuditCode.STILL_WARMING_UP,
            "The forks were still warming up",
            7,
            12,
            cases(7, "the first 2 of 5 iterations lie 50 % above the rest, the score 18 % above"));

    @Test
    void benchmarksAreNamedWhereTheyDiffer() {
        String text = render(report(SOME, ALL), Severity.MINOR, style(160, false));

        assertThat(text)
                .contains("""
                ! serious  The forks were still warming up
                           7 of 12 benchmarks · still-warming-up
                             Text.split0 (size=10)  the first 2 of 5 iterations lie 50 % above the rest, the score 18 % above
                """)
                .contains("             and 2 more, with --all\n")
                .contains("""
                ! serious  Assertions were switched on: -ea
                           all 12 benchmarks · assertions-on
                           why  They run inside the measured code, but not in production.
                """)
                .endsWith("\n2 serious findings\n");
        assertThat(render(report(SOME), Severity.MINOR, style(160, true)))
                .contains("Text.split6")
                .doesNotContain("more");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120, 160})
    void noLineIsWiderThanTheTerminalButForNames(int width) {
        assertThat(render(report(SOME, ALL), Severity.MINOR, style(width, true)).lines())
                .allSatisfy(line -> assertThat(Printable.width(line)).isLessThanOrEqualTo(width));
    }

    @Test
    void aMeasurementWithoutFindingsIsSaidToHaveNone() {
        assertThat(render(report(), Severity.MINOR, style(80, false)))
                .isEqualTo("result.json · 12 benchmarks\n\nNothing was found against this measurement.\n");
        assertThat(AuditMarkdown.render(report(), Severity.MINOR))
                .isEqualTo("**Audit of `result.json`**: 12 benchmarks, no findings.\n");
    }

    @Test
    void whatIsHiddenIsCounted() {
        assertThat(render(report(ALL), Severity.INVALID, style(80, false)))
                .isEqualTo("result.json · 12 benchmarks\n\n1 serious finding, 1 not listed\n");
    }

    @Test
    void textOfTheFileCannotDoAnything() {
        Finding hostile = new Finding(
                AuditCode.UNKNOWN_AGENT,
                "An agent was attached: -javaagent:\u001b[2J\n| <img src=x> | @everyone `x`",
                1,
                2,
                List.of(new Case(benchmark("a.B.\u202e<b>"), "", Map.of())));

        String text = render(report(hostile), Severity.MINOR, style(80, true));
        String markdown = AuditMarkdown.render(report(hostile), Severity.MINOR);

        assertThat(text).doesNotContain("\u001b", "\u202e");
        assertThat(markdown).doesNotContain("<img", "@everyone", "\u202e").contains(" &#124; &#60;img");
    }

    @Test
    void namesKeepThePackageOnlyWhereItTellsThemApart() {
        BenchmarkId one = new BenchmarkId("a.Text.split", Map.of(), Mode.AVERAGE_TIME, 1);
        BenchmarkId other = new BenchmarkId("b.Text.split", Map.of(), Mode.AVERAGE_TIME, 4);
        BenchmarkId mode = new BenchmarkId("a.Text.join", Map.of("n", "1"), Mode.THROUGHPUT, 1);
        BenchmarkId twin = new BenchmarkId("a.Text.join", Map.of("n", "1"), Mode.SAMPLE_TIME, 1);
        BenchmarkLabels labels = new BenchmarkLabels(List.of(one, other, mode, twin));

        assertThat(List.of(labels.label(one), labels.label(other), labels.label(mode), labels.label(twin)))
                .containsExactly(
                        "a.Text.split",
                        "b.Text.split 4 threads",
                        "Text.join (n=1) [thrpt]",
                        "Text.join (n=1) [sample]");
        assertThat(new BenchmarkLabels(List.of(one)).label(one)).isEqualTo("Text.split");
    }

    private static String render(AuditReport report, Severity least, TableStyle style) {
        return AuditText.render(report, least, style);
    }

    private static AuditReport report(Finding... findings) {
        return new AuditReport("result.json", 12, List.of(findings));
    }

    private static TableStyle style(int width, boolean all) {
        return new TableStyle(width, all, Glyphs.UNICODE, Paint.PLAIN);
    }

    private static List<Case> cases(int count, String detail) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(new Case(benchmark("com.acme.Text.split" + i), detail, Map.of("ratio", 1.5)));
        }
        return cases;
    }

    private static BenchmarkId benchmark(String name) {
        return new BenchmarkId(name, Map.of("size", "10"), Mode.AVERAGE_TIME, 1);
    }
}
