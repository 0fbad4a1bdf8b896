package dev.plumbline.server.site.frame;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Theme;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.charts.sparkline.SparklineStyle;
import dev.plumbline.charts.trend.ChartStyle;
import dev.plumbline.charts.trend.TrendChart;
import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * An SVG picture that is part of a page itself: its colours are the page's, by the names that the palette and the style
 * sheet share, so that it follows the reader's choice of theme. The renderer escapes every text in it.
 *
 * @param svg the element
 */
public record InlinePicture(String svg) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(svg);
    }

    public static InlinePicture of(ChartRenderer renderer, Sparkline sparkline, int width, int height) {
        return new InlinePicture(themed(renderer.svg(sparkline, new SparklineStyle(Theme.LIGHT, width, height))));
    }

    public static InlinePicture of(ChartRenderer renderer, TrendChart chart, int width, int height) {
        return new InlinePicture(themed(renderer.svg(chart, new ChartStyle(Theme.LIGHT, width, height))));
    }

    /** Replaces the light theme's colours by the page's, and leaves out what only a separate file needs. */
    private static String themed(String document) {
        Palette light = Palette.LIGHT;
        return document.substring(document.indexOf("<svg"))
                .replace(quoted(light.background()), "\"var(--background)\"")
                .replace(quoted(light.text()), "\"var(--text)\"")
                .replace(quoted(light.muted()), "\"var(--muted)\"")
                .replace(quoted(light.grid()), "\"var(--line)\"")
                .replace(quoted(light.series()), "\"var(--series)\"")
                .replace(quoted(light.worse()), "\"var(--worse)\"")
                .replace(quoted(light.better()), "\"var(--better)\"")
                .replace(quoted(light.neutral()), "\"var(--neutral)\"");
    }

    private static String quoted(String colour) {
        return '"' + colour + '"';
    }
}
