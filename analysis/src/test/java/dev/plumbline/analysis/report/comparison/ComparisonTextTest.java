package dev.plumbline.analysis.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTextTest {

    private static final ComparisonReport REPORT = Comparisons.report(
            ComparisonOrder.VERDICT,
            Comparisons.time(Outcome.UNCHANGED, "com.acme.text.Tokenizer.count", "10", 1.2e-8, 1.2e-8, 0.9),
            Comparisons.noisy("com.acme.text.Joiner.joinAll", "10", 0.12, 24),
            Comparisons.noisy("com.acme.text.Joiner.joinAll", "1000", 123, 0),
            Comparisons.time(Outcome.REGRESSED, "com.acme.text.Tokenizer.split", "1000", 9.6e-7, 1.24e-6, 0.0004),
            Comparisons.time(Outcome.IMPROVED, "com.acme.text.Joiner.join", "10", 3.4e-5, 2.1e-5, 0.0002),
            Comparisons.rate(Outcome.REGRESSED, "com.acme.text.Router.route", "10", 1.5e6, 1.2e6),
            Comparisons.allocation(Outcome.REGRESSED, "com.acme.text.Tokenizer.split", "1000", 10024, 10040));

    /**
     * 1.24 / 0.96 = 1.2917, its interval 4 % of it to either side: 1.24 to 1.3433. The geometric mean of 1, 1.02, 1.02,
     * 1.2917 and 0.6176 is 0.9633; their logarithms have the standard deviation 0.270, so the 95 % interval is
     * 0.9633 × e^(± 2.776 × 0.270 / √5).
     */
    @Test
    void putsNamesAboveTheNumbersAt80Columns() {
        assertThat(render(REPORT, 80)).isEqualTo("""
                        3 of 7 got worse, 1 better, 1 unchanged, 2 can't be told.
                        base.json → head.json · 3 forks a side

                        Time per operation, lower is better
                                            base                  head   change         interval       p
                          ✗ Tokenizer.split (size=1000)                                        regressed
                              960 ns/op  ± 3.1 %  1,240 ns/op  ± 0.4 %  +29.2 %  +24.0 … +34.3 %  <0.001
                          ✓ Joiner.join (size=10)                                               improved
                             34.0 µs/op  ± 3.1 %   21.0 µs/op  ± 0.4 %  −38.2 %  −40.7 … −35.8 %  <0.001
                          ? Joiner.joinAll (size=10)      inconclusive, detects 12.0 %, needs 24 forks ¹
                             1.00 µs/op  ± 3.1 %   1.02 µs/op  ± 0.4 %   +2.0 %    −2.1 … +6.1 %   0.310
                          ? Joiner.joinAll (size=1000)                    inconclusive, detects >900 % ¹
                             1.00 µs/op  ± 3.1 %   1.02 µs/op  ± 0.4 %   +2.0 %    −2.1 … +6.1 %   0.310
                          ~ Tokenizer.count (size=10)                                          unchanged
                             12.0 ns/op  ± 3.1 %   12.0 ns/op  ± 0.4 %        ~    −4.0 … +4.0 %   0.900
                            geometric mean of 5                          −3.7 %  −31.1 … +34.7 %

                        Operations per second, higher is better
                                            base                  head   change         interval       p
                          ✗ Router.route (size=10)                                             regressed
                            1.50 Mops/s  ± 3.1 %  1.20 Mops/s  ± 0.4 %  −20.0 %  −23.2 … −16.8 %  <0.001

                        gc.alloc.rate.norm, B/op, lower is better
                                            base                  head   change         interval       p
                          ✗ Tokenizer.split (size=1000)                                        regressed
                            10,024 B/op    ± 0 %  10,040 B/op ± 0.02 %   +0.2 %           +0.2 %   exact

                        ¹ These pairs scatter too much to tell. More pairs would settle it.
                        The baseline is one run: how much runs differ from each other is not known.
                        ± is the standard deviation between forks. Intervals are at 95 %. p is corrected
                        for 7 comparisons. exact: compared without error probability, as counts repeat.
                        ~ unchanged: no more than 2 % either way. detects: the smallest change that
                        would be found in 80 % of cases; needs: how many forks a run, or iterations a
                        fork, would settle it.
                        """);
    }

    @Test
    void listsEverySeriesOnALineOfItsOwnAt160Columns() {
        assertThat(render(REPORT, 160)).isEqualTo("""
                        3 of 7 got worse, 1 better, 1 unchanged, 2 can't be told.
                        base.json → head.json · 3 forks a side

                        Time per operation, lower is better
                                                                         base                  head   change         interval       p  detects     needs
                          ✗ Tokenizer.split (size=1000)    960 ns/op  ± 3.1 %  1,240 ns/op  ± 0.4 %  +29.2 %  +24.0 … +34.3 %  <0.001                     regressed
                          ✓ Joiner.join (size=10)         34.0 µs/op  ± 3.1 %   21.0 µs/op  ± 0.4 %  −38.2 %  −40.7 … −35.8 %  <0.001                     improved
                          ? Joiner.joinAll (size=10)      1.00 µs/op  ± 3.1 %   1.02 µs/op  ± 0.4 %   +2.0 %    −2.1 … +6.1 %   0.310   12.0 %  24 forks  inconclusive ¹
                          ? Joiner.joinAll (size=1000)    1.00 µs/op  ± 3.1 %   1.02 µs/op  ± 0.4 %   +2.0 %    −2.1 … +6.1 %   0.310   >900 %            inconclusive ¹
                          ~ Tokenizer.count (size=10)     12.0 ns/op  ± 3.1 %   12.0 ns/op  ± 0.4 %        ~    −4.0 … +4.0 %   0.900                     unchanged
                            geometric mean of 5                                                       −3.7 %  −31.1 … +34.7 %

                        Operations per second, higher is better
                                                                         base                  head   change         interval       p  detects     needs
                          ✗ Router.route (size=10)       1.50 Mops/s  ± 3.1 %  1.20 Mops/s  ± 0.4 %  −20.0 %  −23.2 … −16.8 %  <0.001                     regressed

                        gc.alloc.rate.norm, B/op, lower is better
                                                                         base                  head   change         interval       p  detects     needs
                          ✗ Tokenizer.split (size=1000)  10,024 B/op    ± 0 %  10,040 B/op ± 0.02 %   +0.2 %           +0.2 %   exact                     regressed

                        ¹ These pairs scatter too much to tell. More pairs would settle it.
                        The baseline is one run: how much runs differ from each other is not known.
                        ± is the standard deviation between forks. Intervals are at 95 %. p is corrected for 7 comparisons. exact: compared without error probability, as counts repeat.
                        ~ unchanged: no more than 2 % either way. detects: the smallest change that would be found in 80 % of cases; needs: how many forks a run, or iterations a fork,
                        would settle it.
                        """);
    }

    @Test
    void keepsWithinTheWidthAndMovesNothingForColours() {
        for (int width : new int[] {80, 100, 120, 160, 200}) {
            assertThat(render(REPORT, width).lines()).allMatch(line -> Printable.width(line) <= width);
        }
        String coloured = ComparisonText.render(REPORT, new TableStyle(80, true, Glyphs.UNICODE, Paint.ANSI));
        assertThat(coloured).contains("\u001b[31m✗\u001b[0m Tokenizer.split");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(render(REPORT, 80));
    }

    @Test
    void listsOnlyChangesWhenAskedTo() {
        String changed = ComparisonText.render(REPORT, new TableStyle(160, false, Glyphs.UNICODE, Paint.PLAIN));

        assertThat(changed)
                .contains("Tokenizer.split (size=1000)", "  not listed: 1 unchanged and 2 inconclusive\n")
                .doesNotContain("joinAll", "These pairs scatter too much to tell. More pairs would settle it.");
    }

    @Test
    void saysWhatHoldsEverywhereOnce() {
        String text = render(
                Comparisons.report(
                        ComparisonOrder.FILE,
                        Comparisons.time(Outcome.UNCHANGED, "a.B.c", "10", 1e-6, 1e-6, 0.9),
                        Comparisons.time(Outcome.UNCHANGED, "a.B.d", "10", 1e-6, 1e-6, 0.9)),
                80);

        assertThat(text)
                .startsWith("None of 2 got slower: 2 unchanged.\n")
                .contains(
                        "3 forks a side · everywhere size=10\n",
                        "~ B.c  ",
                        "\nThe baseline is one run: how much runs differ from each other is not known.\n")
                .doesNotContain("(size", "¹");
    }

    @Test
    void neverReadsAsAPassWhereNothingIsKnown() {
        ComparisonReport nothing = new ComparisonReport(
                new ComparisonReport.Side("base.json", 1),
                new ComparisonReport.Side("head", 3),
                List.of(),
                0,
                List.of("a.B.c [avgt]"),
                List.of("a.B.d [avgt]", "a.B.e [avgt]"),
                MissingBenchmarks.NONE,
                List.of(),
                Comparisons.TERMS);

        assertThat(render(nothing, 80)).isEqualTo("""
                        Nothing was compared: the two sides have no benchmark in common. This isn't a
                        pass.
                        base.json → head (3 runs)

                        Only in base.json (1)
                          a.B.c [avgt]

                        Only in head (2)
                          a.B.d [avgt]
                          a.B.e [avgt]
                        """);
        assertThat(render(Comparisons.report(ComparisonOrder.FILE, Comparisons.noisy("a.B.c", "1", 0.1, 9)), 80))
                .startsWith("The one comparison can't be told from noise. This isn't a pass.\n");
    }

    @Test
    void saysTheSentenceAgainWhereTheBeginningIsOutOfSight() {
        ComparedSeries[] many = new ComparedSeries[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = Comparisons.time(Outcome.UNCHANGED, "a.B.c", Integer.toString(i), 1e-6, 1e-6, 0.9);
        }

        assertThat(render(Comparisons.report(ComparisonOrder.NAME, many), 120))
                .startsWith("None of 60 got slower: 60 unchanged.\n")
                .endsWith("\n\nNone of 60 got slower: 60 unchanged.\n")
                .containsSubsequence("(size=9)", "(size=10)", "(size=59)");
    }

    @Test
    void letsNothingFromAFileReachTheTerminal() {
        String hostile = "a.B.\u001b[31mré\u202ed\n";
        ComparisonReport report = new ComparisonReport(
                new ComparisonReport.Side(hostile, 1),
                new ComparisonReport.Side(hostile, 2),
                MetricComparison.group(
                        List.of(
                                Comparisons.time(Outcome.REGRESSED, hostile, hostile, 1, 2, 0.001),
                                Comparisons.time(Outcome.REGRESSED, hostile, "", 1, 2, 0.001)),
                        ComparisonOrder.CHANGE),
                2,
                List.of(hostile),
                List.of(hostile),
                MissingBenchmarks.NONE,
                List.of(hostile),
                Comparisons.TERMS);

        assertThat(render(report, 80)).doesNotContain("\u001b", "\u202e").contains("\ufffd[31mré\ufffdd");
        assertThat(ComparisonText.render(report, new TableStyle(80, true, Glyphs.ASCII, Paint.PLAIN)))
                .isASCII()
                .doesNotContain("\u001b")
                .contains("\\u{fffd}[31mr\\u{e9}\\u{fffd}d");
    }

    private static String render(ComparisonReport report, int width) {
        return ComparisonText.render(report, new TableStyle(width, true, Glyphs.UNICODE, Paint.PLAIN));
    }
}
