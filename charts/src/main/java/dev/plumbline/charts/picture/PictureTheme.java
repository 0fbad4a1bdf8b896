package dev.plumbline.charts.picture;

import java.awt.Font;
import org.jfree.chart.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.Block;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.AbstractRenderer;
import org.jfree.chart.title.CompositeTitle;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * How a picture looks: colours, fonts and hairlines of a chart with its titles, legend, plots and axes. Narrow pictures have smaller
 * letters. Marks get their colours where they are created.
 *
 * @param palette the colours
 * @param fonts the fonts
 * @param narrow whether letters are small
 * @param transparent whether what is behind the picture is visible
 */
public record PictureTheme(Palette palette, Fonts fonts, boolean narrow, boolean transparent) implements ChartTheme {

    /** The font of a picture's title. */
    public Font titleFont() {
        return fonts.semiBold(narrow ? 13 : 15);
    }

    /** The font of explanations. */
    public Font noteFont() {
        return fonts.regular(narrow ? 11 : 12);
    }

    /** The font along axes. */
    public Font tickFont() {
        return fonts.regular(11);
    }

    /** The font of names in the data area. */
    public Font nameFont() {
        return fonts.regular(12);
    }

    /** The font of labels that stand out. */
    public Font labelFont() {
        return fonts.semiBold(12);
    }

    @Override
    public void apply(JFreeChart chart) {
        chart.setBackgroundPaint(transparent ? null : new Ink("background", palette.background()));
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        if (chart.getTitle() != null) {
            chart.getTitle().setFont(titleFont());
            chart.getTitle().setPaint(new Ink("title", palette.text()));
            chart.getTitle().setBackgroundPaint(null);
        }
        for (int i = 0; i < chart.getSubtitleCount(); i++) {
            apply(chart.getSubtitle(i));
        }
        apply(chart.getXYPlot());
    }

    private void apply(Block title) {
        if (title instanceof CompositeTitle line) {
            for (Object block : line.getContainer().getBlocks()) {
                apply((Block) block);
            }
        } else if (title instanceof TextTitle text) {
            text.setFont(noteFont());
            text.setPaint(new Ink("unit", palette.muted()));
        } else if (title instanceof LegendTitle legend) {
            legend.setItemFont(noteFont());
            legend.setItemPaint(new Ink("key", palette.muted()));
            legend.setBackgroundPaint(null);
        }
    }

    private void apply(XYPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDomainGridlinePaint(new Ink("grid", palette.grid()));
        plot.setDomainGridlineStroke(Strokes.solid(1));
        plot.setRangeGridlinePaint(new Ink("grid", palette.grid()));
        plot.setRangeGridlineStroke(Strokes.solid(1));
        plot.setNoDataMessageFont(noteFont());
        plot.setNoDataMessagePaint(new Ink("notice", palette.muted()));
        apply(plot.getDomainAxis());
        apply(plot.getRangeAxis());
        for (int i = 0; i < plot.getRendererCount(); i++) {
            if (plot.getRenderer(i) instanceof AbstractRenderer renderer) {
                renderer.setAutoPopulateSeriesPaint(false);
                renderer.setAutoPopulateSeriesStroke(false);
                renderer.setAutoPopulateSeriesShape(false);
                renderer.setDefaultCreateEntities(false);
            }
        }
        if (plot instanceof CombinedDomainXYPlot combined) {
            combined.getSubplots().forEach(this::apply);
        }
        if (plot instanceof CombinedRangeXYPlot combined) {
            combined.getSubplots().forEach(this::apply);
        }
    }

    private void apply(@Nullable ValueAxis axis) {
        if (axis != null) {
            axis.setAxisLineVisible(false);
            axis.setTickMarksVisible(false);
            if (Axis.DEFAULT_TICK_LABEL_FONT.equals(axis.getTickLabelFont())) {
                axis.setTickLabelFont(tickFont());
            }
            if (Axis.DEFAULT_TICK_LABEL_PAINT.equals(axis.getTickLabelPaint())) {
                axis.setTickLabelPaint(new Ink("tick", palette.muted()));
            }
        }
    }
}
