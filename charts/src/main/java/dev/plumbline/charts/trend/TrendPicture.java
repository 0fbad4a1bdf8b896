package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Fit;
import dev.plumbline.charts.picture.Fonts;
import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.picture.Picture;
import dev.plumbline.charts.picture.PictureTheme;
import dev.plumbline.charts.scale.Ticks;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockContainer;
import org.jfree.chart.block.BorderArrangement;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.CompositeTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A trend chart as a picture: the values over the commits, between a strip of change points and one of environment changes. */
public final class TrendPicture {

    private static final int NARROW = 520;
    private static final int LOW = 240;
    private static final double MOST_LEGEND_LINES = 1.8;

    private final TrendChart chart;
    private final ChartStyle style;
    private final PictureTheme theme;
    private final PlotFrame frame;
    private final ChangeLane changes;
    private final EnvironmentLane environments;

    private TrendPicture(TrendChart chart, ChartStyle style, Fonts fonts) {
        this.chart = chart;
        this.style = style;
        this.theme =
                new PictureTheme(style.theme().palette(), fonts.showing(texts(chart)), style.width() < NARROW, false);
        double strips = (chart.changes().isEmpty() ? 0 : ChangeLane.ROW)
                + (chart.environmentChanges().isEmpty() ? 0 : EnvironmentLane.HEIGHT);
        double height = style.height() - header() - CommitAxis.HEIGHT - bottom();
        this.frame = PlotFrame.of(chart, theme, style.width(), height - strips, padding());
        this.changes = new ChangeLane(chart, frame, theme, style.height() < LOW ? 1 : 2);
        this.environments = new EnvironmentLane(chart.environmentChanges(), frame, theme);
    }

    /** The picture of a chart. */
    public static Picture of(TrendChart chart, ChartStyle style, Fonts fonts) {
        TrendPicture picture = new TrendPicture(chart, style, fonts);
        return new Picture(
                picture.drawn(),
                picture.theme,
                style.width(),
                style.height(),
                picture.isTitled() ? OneLine.of(chart.title()) : "Trend",
                Description.of(chart, picture.frame.unit()));
    }

    /** A strip of labels along the data area, whose range axis counts rows upwards, each in the middle of its height. */
    static XYPlot lane(int rows) {
        NumberAxis axis = new NumberAxis();
        axis.setVisible(false);
        axis.setRange(-0.5, rows - 0.5);
        axis.setTickUnit(new NumberTickUnit(2.0 * rows));
        XYPlot lane = new XYPlot(null, null, axis, null);
        lane.setRangeGridlinesVisible(false);
        lane.setDomainGridlinesVisible(false);
        return lane;
    }

    /** Text from outside. */
    private static String texts(TrendChart chart) {
        String environments = chart.environmentChanges().stream()
                .map(TrendChart.EnvironmentMark::caption)
                .collect(Collectors.joining(" "));
        return OneLine.of(chart.title()) + OneLine.of(environments);
    }

    private JFreeChart drawn() {
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(new CommitAxis(chart, frame, theme));
        plot.setGap(0);
        plot.setInsets(new RectangleInsets(6, 0, bottom(), frame.right()));
        double strips = 0;
        if (changes.rows() > 0 && !frame.isEmpty()) {
            plot.add(changes.plot(), (int) (changes.rows() * ChangeLane.ROW));
            strips += changes.rows() * ChangeLane.ROW;
        }
        boolean environmental = !environments.isEmpty() && !frame.isEmpty();
        strips += environmental ? EnvironmentLane.HEIGHT : 0;
        double height = style.height() - header() - CommitAxis.HEIGHT - bottom() - strips;
        plot.add(values(), Math.max(1, (int) height));
        if (environmental) {
            plot.add(environments.plot(), (int) EnvironmentLane.HEIGHT);
        }
        JFreeChart drawn = new JFreeChart(null, null, plot, false);
        if (isTitled()) {
            drawn.setTitle(title());
        }
        addSubtitles(drawn);
        return drawn;
    }

    private XYPlot values() {
        XYPlot values = new XYPlot(null, null, valueAxis(), null);
        values.setDomainGridlinesVisible(false);
        if (frame.isEmpty()) {
            values.setNoDataMessage(chart.points().isEmpty() ? "No runs yet" : "No run has a value");
            return values;
        }
        environments.addLines(values);
        CandidateMark.addBaseline(values, chart, frame, theme);
        Intervals.add(values, chart.points(), frame, theme.palette());
        Forks.add(values, chart.points(), frame, theme.palette());
        Levels.add(values, chart, frame, theme.palette());
        Runs.add(values, chart, frame, theme.palette());
        changes.addGuides(values);
        CandidateMark.addRun(values, chart, frame, theme);
        RunMark.add(values, chart, frame, theme);
        Outliers.add(values, chart.points(), frame, theme);
        Tips.add(values, chart, frame);
        return values;
    }

    private NumberAxis valueAxis() {
        NumberAxis axis = new NumberAxis();
        axis.setRange(frame.low(), frame.high());
        axis.setTickLabelsVisible(!frame.isEmpty());
        axis.setTickUnit(new FewTicks(frame.ticks()));
        axis.setFixedDimension(frame.left());
        axis.setTickLabelInsets(new RectangleInsets(0, PlotFrame.GAP - 2, 0, 0));
        axis.setTickLabelPaint(new Ink("value", theme.palette().muted()));
        return axis;
    }

    private TextTitle title() {
        double width = style.width() - padding() - frame.right();
        String text = Fit.end(OneLine.of(chart.title()), theme.titleFont(), width);
        TextTitle title = new TextTitle(text, theme.titleFont());
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setMaximumLinesToDisplay(1);
        title.setPadding(new RectangleInsets(padding() - 4, padding(), 0, 0));
        return title;
    }

    /** The unit and which way values get better, with the legend at the other end of the line or, if there is no room, below. */
    private void addSubtitles(JFreeChart drawn) {
        double width = style.width() - padding() - frame.right();
        TextTitle unit = new TextTitle(Fit.start(unit(), theme.noteFont(), width), theme.noteFont());
        unit.setMaximumLinesToDisplay(1);
        Legend legend = new Legend(chart, theme.palette());
        double beside = width - Fonts.width(unit.getText(), theme.noteFont());
        double legendWidth = legend.width(theme.noteFont());
        if (!legend.isNeedless() && legendWidth <= beside) {
            unit.setHorizontalAlignment(HorizontalAlignment.LEFT);
            unit.setExpandToFitSpace(true);
            BlockContainer line = new BlockContainer(new BorderArrangement());
            line.add(unit);
            line.add(legend.title(true), RectangleEdge.RIGHT);
            drawn.addSubtitle(placed(new CompositeTitle(line)));
            return;
        }
        drawn.addSubtitle(placed(unit));
        if (!legend.isNeedless() && style.height() >= LOW && legendWidth <= MOST_LEGEND_LINES * width) {
            drawn.addSubtitle(placed(legend.title(false)));
        }
    }

    /** A title at the left of its line. */
    private <T extends Title> T placed(T title) {
        title.setPosition(RectangleEdge.TOP);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(4, padding(), 0, frame.right()));
        return title;
    }

    private String unit() {
        String label = frame.unit().label();
        return label.isEmpty() || chart.better().isEmpty() ? label + chart.better() : label + " · " + chart.better();
    }

    private boolean isTitled() {
        return !OneLine.of(chart.title()).isEmpty();
    }

    private double padding() {
        return theme.narrow() ? 12 : 16;
    }

    private double bottom() {
        return theme.narrow() ? 6 : 10;
    }

    /** The height of the titles, about. */
    private double header() {
        return isTitled() ? 60 : 36;
    }

    /** The step of ticks chosen beforehand, with our own number format. */
    private static final class FewTicks extends NumberTickUnit {

        private final transient Ticks ticks;

        FewTicks(Ticks ticks) {
            super(
                    ticks.values().size() < 2
                            ? 2
                            : ticks.values().get(1) - ticks.values().get(0));
            this.ticks = ticks;
        }

        @Override
        public String valueToString(double value) {
            return ticks.label(value);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
