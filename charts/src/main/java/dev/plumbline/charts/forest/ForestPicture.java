package dev.plumbline.charts.forest;

import dev.plumbline.charts.forest.ForestChart.Direction;
import dev.plumbline.charts.picture.Fit;
import dev.plumbline.charts.picture.Fonts;
import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.picture.Picture;
import dev.plumbline.charts.picture.PictureTheme;
import dev.plumbline.charts.picture.Strokes;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** A forest plot as a picture: names at the left, intervals in the middle, changes at the right, the scale below. */
public final class ForestPicture {

    private static final double PADDING = 14;
    private static final double ROW = 22;
    private static final double HEADER = 26;
    private static final double AXIS = 24;
    private static final double NAMES = 0.44;
    private static final double CHANGES = 90;
    private static final double GAP = 12;

    private final ForestChart chart;
    private final ForestStyle style;
    private final PictureTheme theme;

    private ForestPicture(ForestChart chart, ForestStyle style, Fonts fonts) {
        this.chart = chart;
        this.style = style;
        String names = chart.rows().stream()
                .map(row -> OneLine.of(row.label()))
                .collect(Collectors.joining(" ", OneLine.of(chart.title()), ""));
        this.theme = new PictureTheme(style.theme().palette(), fonts.showing(names), true, false);
    }

    /** The picture of a forest plot. */
    public static Picture of(ForestChart chart, ForestStyle style, Fonts fonts) {
        ForestPicture picture = new ForestPicture(chart, style, fonts);
        return new Picture(
                picture.drawn(),
                picture.theme,
                style.width(),
                picture.height(),
                picture.isTitled() ? OneLine.of(chart.title()) : "Changes",
                picture.description());
    }

    private String description() {
        int all = chart.rows().size() + chart.more();
        return all == 1 ? "1 change with its interval" : all + " changes with their intervals";
    }

    private int height() {
        double above = isTitled() ? PADDING + HEADER : PADDING;
        double below = AXIS + (chart.more() > 0 ? ROW : 0) + PADDING / 2;
        return (int) Math.ceil(above + ROW * Math.max(1, chart.rows().size()) + below);
    }

    private boolean isTitled() {
        return !OneLine.of(chart.title()).isEmpty();
    }

    private JFreeChart drawn() {
        CombinedRangeXYPlot plot = new CombinedRangeXYPlot(names());
        plot.setGap(0);
        plot.setInsets(new RectangleInsets(isTitled() ? 0 : PADDING, 0, 0, PADDING));
        double width = style.width() * (1 - NAMES) - 2 * PADDING - CHANGES;
        plot.add(intervals(width), (int) width);
        plot.add(changes(), (int) CHANGES);
        JFreeChart drawn = new JFreeChart(null, null, plot, false);
        if (isTitled()) {
            drawn.setTitle(title());
        }
        if (chart.more() > 0) {
            drawn.addSubtitle(more());
        }
        return drawn;
    }

    /** The names, the first row's at the top. */
    private SymbolAxis names() {
        List<String> labels =
                chart.rows().stream().map(row -> OneLine.of(row.label())).toList();
        String[] names =
                Fit.apart(labels, theme.nameFont(), NAMES * style.width() - GAP).toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis(null, names.length == 0 ? new String[] {""} : names);
        axis.setGridBandsVisible(false);
        axis.setInverted(true);
        axis.setRange(-0.5, Math.max(1, names.length) - 0.5);
        axis.setFixedDimension(PADDING + NAMES * style.width());
        axis.setTickLabelInsets(new RectangleInsets(0, GAP - 2, 0, 0));
        axis.setTickLabelFont(theme.nameFont());
        axis.setTickLabelPaint(new Ink("name", theme.palette().text()));
        return axis;
    }

    private XYPlot intervals(double width) {
        ForestScale scale = ForestScale.of(chart.rows());
        RatioAxis axis = new RatioAxis(scale, width);
        axis.setFixedDimension(AXIS);
        XYPlot plot = new XYPlot(null, axis, null, null);
        plot.setRangeGridlinesVisible(false);
        for (Direction direction : Direction.values()) {
            new Rows(chart.rows(), direction, scale, theme.palette()).addTo(plot);
        }
        ValueMarker noChange =
                new ValueMarker(1, new Ink("grid", theme.palette().neutral()), Strokes.solid(1));
        noChange.setAlpha(1);
        plot.addDomainMarker(noChange, Layer.BACKGROUND);
        return plot;
    }

    /** The changes in words, as a plot beside the intervals' that shares their rows. */
    private XYPlot changes() {
        NumberAxis axis = new NumberAxis();
        axis.setVisible(false);
        axis.setRange(0, 1);
        axis.setTickUnit(new NumberTickUnit(2));
        XYPlot plot = new XYPlot(null, axis, null, null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        for (int i = 0; i < chart.rows().size(); i++) {
            ForestChart.Row row = chart.rows().get(i);
            XYTextAnnotation change = new XYTextAnnotation(OneLine.of(row.change()), 1, i);
            change.setFont(theme.labelFont());
            change.setPaint(new Ink("change", row.direction().colour(theme.palette())));
            change.setTextAnchor(TextAnchor.CENTER_RIGHT);
            plot.addAnnotation(change);
        }
        return plot;
    }

    private TextTitle title() {
        String text = Fit.start(OneLine.of(chart.title()), theme.titleFont(), style.width() - 2 * PADDING);
        TextTitle title = new TextTitle(text, theme.titleFont());
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setMaximumLinesToDisplay(1);
        title.setPadding(new RectangleInsets(PADDING - 2, PADDING, 12, PADDING));
        return title;
    }

    private TextTitle more() {
        TextTitle more = new TextTitle("and " + chart.more() + " more", theme.nameFont());
        more.setPosition(RectangleEdge.BOTTOM);
        more.setHorizontalAlignment(HorizontalAlignment.LEFT);
        more.setPadding(new RectangleInsets(0, PADDING, PADDING, 0));
        return more;
    }
}
