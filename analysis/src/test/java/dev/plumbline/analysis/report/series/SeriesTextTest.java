package dev.plumbline.analysis.report.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.Segmentation;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TableStyle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTextTest {

    private static final ChangePoint WORSE =
            new ChangePoint(8, ChangePoint.State.CONFIRMED, 0.002, 0.003, 1.5, 1.46, 1.54, 0.00001, true, 7, 8);

    private static final ChangePoint BETTER =
            new ChangePoint(16, ChangePoint.State.SUSPECTED, 0.003, 0.0025, 0.8333, 0.81, 0.86, 0.0012, false, 16, 16);

    /** Runs around 2, 3 and 2.5 ms; one of them far off. */
    private static final SeriesReport SERIES = series("com.acme.Text.split", 20, WORSE, BETTER);

    @Test
    void drawsTheHistoryOfOneSeriesAt80Columns() {
        assertThat(render(80, Glyphs.UNICODE, SERIES)).isEqualTo("""
                        2 change points in 20 runs: 1 for the worse, 1 for the better; 1 suspected,
                        which the next runs confirm or take back.
                        series.csv · com.acme.Text.split · lower is better

                        3.06 ms/op ┤                         ↑ ━━━━━━━━━━━━━━━━━━━━━━━━━━━
                                   │                                   ⠈                ⠈
                                   │
                                   │
                                   │                                                           ⠠      ⡀
                        2.51 ms/op ┤                                                      ━━━━━━━━━━━━━━
                                   │
                                   │
                                   │
                        1.96 ms/op ┤━━━━━━━━━━━━━━━━━━━━━━━━━━━
                                   └────────────────────────────────────────────────────────────────────
                                                               ▲1                         ▲2

                                before       after   change         interval       p
                          ✗ 1  run 9 (8 to 9), after 0000000006 up to 0000000008        worse, confirmed
                            2.00 ms/op  3.00 ms/op  +50.0 %  +46.0 … +54.0 %  <0.001
                          ✓ 2  run 17, after 0000000015 up to 0000000016               better, suspected
                            3.00 ms/op  2.50 ms/op  −16.7 %  −19.0 … −14.0 %   0.001

                        A shift lies after the first run named and no later than the second, with 95 %
                        confidence; intervals are at 95 %, too.
                        """);
    }

    @Test
    void drawsTheSameInAscii() {
        String text = render(80, Glyphs.ASCII, SERIES);

        assertThat(text).isASCII();
        assertThat(text).isEqualTo("""
                        2 change points in 20 runs: 1 for the worse, 1 for the better; 1 suspected,
                        which the next runs confirm or take back.
                        series.csv - com.acme.Text.split - lower is better

                        3.06 ms/op +                         ^ ===========================
                                   |                                   '                '
                                   |
                                   |
                                   |                                                           .      .
                        2.51 ms/op +                                                      ==============
                                   |
                                   |
                                   |
                        1.96 ms/op +===========================
                                   +--------------------------------------------------------------------
                                                               ^1                         ^2

                                before       after   change          interval       p
                          x 1  run 9 (8 to 9), after 0000000006 up to 0000000008        worse, confirmed
                            2.00 ms/op  3.00 ms/op  +50.0 %  +46.0 .. +54.0 %  <0.001
                          + 2  run 17, after 0000000015 up to 0000000016               better, suspected
                            3.00 ms/op  2.50 ms/op  -16.7 %  -19.0 .. -14.0 %   0.001

                        A shift lies after the first run named and no later than the second, with 95 %
                        confidence; intervals are at 95 %, too.
                        """);
    }

    @Test
    void tellsWhatItFoundOnALineEachAt160Columns() {
        assertThat(render(160, Glyphs.UNICODE, SERIES))
                .contains("  ✗ 1  run 9 (8 to 9), after 0000000006 up to 0000000008  2.00 ms/op  3.00 ms/op  +50.0 %"
                        + "  +46.0 … +54.0 %  <0.001  worse, confirmed\n");
    }

    @Test
    void givesManySeriesALineEachAndCountsThoseWithoutAChangePoint() {
        SeriesReport calm = series("com.acme.Text.join", 20);
        String text = render(100, Glyphs.UNICODE, SERIES, SERIES, SERIES, SERIES, calm);

        assertThat(text)
                .startsWith(
                        "8 change points in 4 of 5 series: 4 for the worse, 4 for the better; 4 suspected, which the"
                                + " next\nruns confirm or take back.\n")
                .contains(
                        "com.acme.Text.split\n  ▁▁▁▁▁▁▁█████████▄▅▄▅  20 runs, lower is better\n  ✗ 1  run 9 (8 to 9)")
                .contains("\n1 more without a change point, listed with --all\n")
                .doesNotContain("join", "┤");
    }

    @Test
    void saysWhenThereAreTooFewRuns() {
        assertThat(render(80, Glyphs.UNICODE, series("x", 3)))
                .startsWith(
                        "No change point in 3 runs: fewer than 6 can't show one.\nseries.csv · x · lower is better\n");
    }

    @Test
    void keepsWithinTheWidthAndMovesNothingForColours() {
        for (int width : new int[] {60, 80, 100, 160}) {
            assertThat(render(width, Glyphs.UNICODE, SERIES).lines()).allMatch(line -> Printable.width(line) <= width);
        }
        String coloured = SeriesText.render(
                "series.csv", List.of(SERIES), List.of(), new TableStyle(80, false, Glyphs.UNICODE, Paint.ANSI));
        assertThat(coloured).contains("\u001b[31m━");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(render(80, Glyphs.UNICODE, SERIES));
    }

    @Test
    void drawsWhateverTheValuesAre() {
        double[][] hostile = {
            {},
            {0},
            {Double.NaN},
            {0, 0, 0},
            {-1, 1},
            {Double.MAX_VALUE, -Double.MAX_VALUE},
            {Double.MIN_VALUE, 0},
            {5},
            {1e300, 1e-300, Double.POSITIVE_INFINITY}
        };
        for (double[] values : hostile) {
            List<double[]> runs = new ArrayList<>();
            List<String> labels = new ArrayList<>();
            for (double value : values) {
                runs.add(new double[] {value});
                labels.add("\u001b[31m\n");
            }
            SeriesReport report = new SeriesReport(
                    "\u001b]0;x\u0007", "\u202e", Direction.HIGHER_IS_BETTER, labels, runs, Segmentation.NONE);
            assertThat(render(80, Glyphs.UNICODE, report)).doesNotContain("\u001b", "\u202e", "\u0007");
            assertThat(SeriesMarkdown.render("`|\n", List.of(report, report), List.of("<b>")))
                    .doesNotContain("\u001b", "\u202e", "<b>");
        }
    }

    @Test
    void writesCsvAndMarkdown() {
        assertThat(SeriesCsv.render(List.of(SERIES)).lines())
                .hasSize(3)
                .element(1)
                .isEqualTo("com.acme.Text.split,s/op,9,8,9,0000000006,0000000008,0.002,0.003,1.5,1.46,1.54,1.0E-5,true,"
                        + "confirmed");
        assertThat(SeriesMarkdown.render("series.csv", List.of(SERIES), List.of()))
                .startsWith("**2 change points in 20 runs")
                .contains(
                        "```text\n",
                        "| ✗ | run 9 (8 to 9), after 0000000006 up to 0000000008 | 2.00 ms/op | 3.00 ms/op |");
    }

    private static SeriesReport series(String name, int length, ChangePoint... changes) {
        List<double[]> runs = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int run = 0; run < length; run++) {
            double level = changes.length == 0 || run < 8 ? 0.002 : run < 16 ? 0.003 : 0.0025;
            double noise = 1 + 0.01 * ((run * 7) % 5 - 2);
            runs.add(new double[] {run == 7 ? 0.02 : level * noise, run == 7 ? 0.02 : level * noise});
            labels.add(String.format("%010d%030d", run, 0));
        }
        return new SeriesReport(
                name, "s/op", Direction.LOWER_IS_BETTER, labels, runs, new Segmentation(List.of(changes)));
    }

    private static String render(int width, Glyphs glyphs, SeriesReport... series) {
        return SeriesText.render(
                "series.csv", List.of(series), List.of(), new TableStyle(width, false, glyphs, Paint.PLAIN));
    }
}
