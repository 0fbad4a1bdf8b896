package dev.plumbline.analysis.report.series;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.text.TextSparkline;
import java.util.List;

/** Change points as GitHub-flavoured Markdown. */
public final class SeriesMarkdown {

    private static final Glyphs GLYPHS = Glyphs.UNICODE;
    private static final int WIDEST_SPARKLINE = 60;
    private static final int PLOT_WIDTH = 100;

    private SeriesMarkdown() {}

    /**
     * The text, each line ended by a line feed. Of several series those without a change point are left out.
     *
     * @param source where the series are from
     * @param series the series
     * @param warnings what else to know
     */
    public static String render(String source, List<SeriesReport> series, List<String> warnings) {
        StringBuilder text = new StringBuilder();
        text.append("**").append(new SeriesSentence(series).text()).append("**\n\n");
        text.append(Markdown.code(source)).append("\n\n");
        warnings.forEach(
                warning -> text.append("⚠ ").append(Markdown.escaped(warning)).append("\n\n"));
        for (SeriesReport each : series) {
            if (series.size() == 1) {
                plot(each, text);
            } else if (!each.changePoints().isEmpty()) {
                text.append("### ").append(Markdown.code(each.name())).append("\n\n`");
                text.append(TextSparkline.of(each.means(), WIDEST_SPARKLINE, GLYPHS))
                        .append("` ");
                text.append(each.directionText()).append("\n\n");
            }
            table(each, text);
        }
        return text.toString();
    }

    private static void plot(SeriesReport series, StringBuilder text) {
        TableStyle style = new TableStyle(PLOT_WIDTH, true, GLYPHS, Paint.PLAIN);
        text.append("```text\n");
        new SeriesPlot(series, style).lines().forEach(line -> text.append(line).append('\n'));
        text.append("```\n\n");
    }

    private static void table(SeriesReport series, StringBuilder text) {
        if (series.changePoints().isEmpty()) {
            return;
        }
        text.append("| | place | before | after | change | interval | p | |\n");
        text.append("|---|---|---:|---:|---:|---:|---:|---|\n");
        for (ChangePoint change : series.changePoints()) {
            text.append("| ").append(GLYPHS.mark(series.outcome(change)));
            text.append(" | ").append(Markdown.escaped(ChangePointCells.place(series, change)));
            for (String cell : ChangePointCells.of(change, series.unit(), GLYPHS)) {
                text.append(" | ").append(Markdown.escaped(cell));
            }
            text.append(" | ").append(ChangePointCells.state(series, change)).append(" |\n");
        }
        text.append('\n');
    }
}
