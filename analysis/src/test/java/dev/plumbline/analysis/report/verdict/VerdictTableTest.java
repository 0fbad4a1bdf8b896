package dev.plumbline.analysis.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.UnknownReason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTableTest {

    private static final RunVerdicts RUN = Rows.run(
            Rows.time(
                    Outcome.REGRESSED,
                    "com.acme.text.Tokenizer.split",
                    Map.of("size", "1000", "kind", "ascii"),
                    2.4e-6,
                    3.1e-6),
            Rows.allocation(Outcome.REGRESSED, "com.acme.text.Tokenizer.split", 10024, 10040),
            Rows.time(Outcome.IMPROVED, "com.acme.text.Joiner.join", Map.of(), 3.4e-5, 2.1e-5),
            Rows.noisy("com.acme.text.Joiner.joinAll", 0.041, 9),
            Rows.noisy("com.acme.text.Joiner.joinSome", 0.12, 24),
            Rows.withoutBaseline("com.acme.text.Splitter.brandNew"),
            Rows.time(Outcome.UNCHANGED, "com.acme.text.Tokenizer.count", Map.of(), 1.2e-8, 1.2e-8),
            Rows.time(Outcome.UNCHANGED, "com.acme.text.Tokenizer.peek", Map.of(), 1.2e-9, 1.2e-9));

    /** 3.1 / 2.4 = 1.2917, its interval 4 % of it to either side: 1.24 to 1.3433. 10040 / 10024 = 1.0016. */
    @Test
    void putsNamesAboveTheNumbersAt80Columns() {
        assertThat(render(80, false)).isEqualTo("""
                        acme · faster-split · 3f722d5c1a · ci-linux-x64 · run 17
                        compared with 12 runs, 0a1b2c3d4e … f0e1d2c3b4

                               baseline     this run   change         interval       p   forks
                        Regressed (2)
                          ✗ Tokenizer.split (kind=ascii, size=1000)
                             2.40 µs/op   3.10 µs/op  +29.2 %  +24.0 … +34.3 %  <0.001  3 / 36
                          ✗ Tokenizer.split · gc.alloc.rate.norm
                            10,024 B/op  10,040 B/op   +0.2 %           +0.2 %   exact  3 / 36

                        Improved (1)
                          ✓ Joiner.join
                             34.0 µs/op   21.0 µs/op  −38.2 %  −40.7 … −35.8 %  <0.001  3 / 36

                        Inconclusive (3)
                          1 series: no baseline, nothing is known
                          2 series: smallest detectable change 4.1 … 12.0 %; 9 … 24 forks would settle
                            them

                        Unchanged (2), listed with --all

                        2 of 7 series regressed; 1 improved, 2 unchanged, 2 inconclusive. 1 more had no
                        baseline: of these nothing is known.
                        → https://perf.acme.example/projects/acme/runs/17
                        """);
    }

    @Test
    void listsEverythingOnOneLineEachAt160Columns() {
        assertThat(render(160, true)).isEqualTo("""
                        acme · faster-split · 3f722d5c1a · ci-linux-x64 · run 17
                        compared with 12 runs, 0a1b2c3d4e … f0e1d2c3b4

                                                                        baseline     this run   change         interval       p   forks
                        Regressed (2)
                          ✗ Tokenizer.split (kind=ascii, size=1000)   2.40 µs/op   3.10 µs/op  +29.2 %  +24.0 … +34.3 %  <0.001  3 / 36
                          ✗ Tokenizer.split · gc.alloc.rate.norm     10,024 B/op  10,040 B/op   +0.2 %           +0.2 %   exact  3 / 36

                        Improved (1)
                          ✓ Joiner.join                               34.0 µs/op   21.0 µs/op  −38.2 %  −40.7 … −35.8 %  <0.001  3 / 36

                        Inconclusive (3)
                          ? Joiner.joinAll                            1.00 µs/op   1.02 µs/op   +2.0 %    −2.0 … +6.0 %   0.310  3 / 36
                          ? Joiner.joinSome                           1.00 µs/op   1.02 µs/op   +2.0 %    −2.0 … +6.0 %   0.310  3 / 36
                          ? Splitter.brandNew                                  –   1.00 µs/op        –                –       –       3
                          1 series: no baseline, nothing is known
                          2 series: smallest detectable change 4.1 … 12.0 %; 9 … 24 forks would settle them

                        Unchanged (2)
                          ~ Tokenizer.count                           12.0 ns/op   12.0 ns/op        ~    −4.0 … +4.0 %  <0.001  3 / 36
                          ~ Tokenizer.peek                            1.20 ns/op   1.20 ns/op        ~    −4.0 … +4.0 %  <0.001  3 / 36

                        2 of 7 series regressed; 1 improved, 2 unchanged, 2 inconclusive. 1 more had no baseline: of these nothing is known.
                        → https://perf.acme.example/projects/acme/runs/17
                        """);
    }

    @Test
    void listsNothingWhereAllIsUnchanged() {
        VerdictRow unchanged = Rows.time(Outcome.UNCHANGED, "a.B.c", Map.of(), 1e-6, 1e-6);

        assertThat(VerdictTable.render(Rows.run(unchanged, unchanged), style(80, false, Paint.PLAIN)))
                .isEqualTo("""
                        acme · faster-split · 3f722d5c1a · ci-linux-x64 · run 17
                        compared with 12 runs, 0a1b2c3d4e … f0e1d2c3b4

                        Unchanged (2), listed with --all

                        No regression in 2 series; 2 unchanged.
                        → https://perf.acme.example/projects/acme/runs/17
                        """);
    }

    @Test
    void coloursWithoutMovingAnything() {
        String coloured = VerdictTable.render(RUN, style(80, true, Paint.ANSI));

        assertThat(coloured).contains("\u001b[31m✗\u001b[0m Tokenizer.split");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(render(80, true));
    }

    @Test
    void needsNothingButAscii() {
        assertThat(VerdictTable.render(RUN, new TableStyle(160, true, Glyphs.ASCII, Paint.PLAIN)))
                .isASCII();
    }

    @Test
    void saysAReasonOfAnotherVersionByItsCode() {
        VerdictRow row = Rows.stated("a.B.c", new UnknownReason("phase-of-the-moon"));

        assertThat(VerdictTable.render(Rows.run(row), style(160, false, Paint.PLAIN)))
                .contains(
                        "  1 series: One fork shows no scatter",
                        "  1 series: Reason phase-of-the-moon (of another version).");
    }

    @Test
    void keepsWithinTheWidth() {
        assertThat(render(80, true).lines()).allMatch(line -> Printable.width(line) <= 80);
        assertThat(render(120, true).lines()).allMatch(line -> Printable.width(line) <= 120);
    }

    private static String render(int width, boolean all) {
        return VerdictTable.render(RUN, style(width, all, Paint.PLAIN));
    }

    private static TableStyle style(int width, boolean all, Paint paint) {
        return new TableStyle(width, all, Glyphs.UNICODE, paint);
    }
}
