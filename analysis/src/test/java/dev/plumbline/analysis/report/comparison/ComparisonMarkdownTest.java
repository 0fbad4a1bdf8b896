package dev.plumbline.analysis.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonMarkdownTest {

    @Test
    void foldsWhatIsUnchanged() {
        ComparisonReport report = Comparisons.report(
                ComparisonOrder.VERDICT,
                Comparisons.time(Outcome.UNCHANGED, "com.acme.Text.count", "10", 1.2e-8, 1.2e-8, 0.9),
                Comparisons.time(Outcome.REGRESSED, "com.acme.Text.split", "1000", 9.6e-7, 1.24e-6, 0.0004));

        assertThat(ComparisonMarkdown.render(report)).isEqualTo("""
                        **1 of 2 got slower, 1 unchanged.**

                        `base.json` → `head.json`

                        ### Time per operation, lower is better

                        | | benchmark | base | head | change | interval | p | forks | verdict |
                        |---|---|---:|---:|---:|---:|---:|---:|---|
                        | ✗ | `Text.split (size=1000)` | 960 ns/op ± 3.1 % | 1,240 ns/op ± 0.4 % | +29.2 % | +24.0 … +34.3 % | &#60;0.001 | 3 / 3 | regressed |

                        <details><summary>1 unchanged</summary>

                        | | benchmark | base | head | change | interval | p | forks | verdict |
                        |---|---|---:|---:|---:|---:|---:|---:|---|
                        | ~ | `Text.count (size=10)` | 12.0 ns/op ± 3.1 % | 12.0 ns/op ± 0.4 % | ~ | −4.0 … +4.0 % | 0.900 | 3 / 3 | unchanged |

                        </details>

                        <sub>The baseline is one run: how much runs differ from each other is not known.<br>± is the standard deviation between forks. Intervals are at 95 %. p is corrected for 2 comparisons. ~ unchanged: no more than 2 % either way.</sub>

                        """);
    }

    @Test
    void letsNoNameBecomeMarkup() {
        String hostile = "a|b` <img src=x onerror=alert(1)> **[x](http://evil.example)** @someone \\| www.evil.example";
        ComparisonReport report = new ComparisonReport(
                new ComparisonReport.Side(hostile, 1),
                new ComparisonReport.Side("<b>head</b>", 1),
                MetricComparison.group(
                        List.of(Comparisons.time(Outcome.REGRESSED, hostile, "1", 1, 2, 0.001)),
                        ComparisonOrder.CHANGE),
                1,
                List.of(hostile),
                List.of("<script>"),
                MissingBenchmarks.NONE,
                List.of(hostile),
                Comparisons.TERMS);

        String markdown = ComparisonMarkdown.render(report);

        String outsideOfCode = markdown.replaceAll("`[^`\n]*`", "");
        assertThat(outsideOfCode)
                .doesNotContain("<img", "<b>", "<script>", "[x]", "http:", "@someone", "www.evil", "`");
        assertThat(markdown.lines().filter(line -> line.startsWith("| ✗")))
                .allMatch(line ->
                        line.chars().filter(character -> character == '|').count() == 10);
    }
}
