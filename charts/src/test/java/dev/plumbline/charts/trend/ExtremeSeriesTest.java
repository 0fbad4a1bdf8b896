package dev.plumbline.charts.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.Samples;
import dev.plumbline.charts.Xml;
import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.Theme;
import dev.plumbline.charts.scale.AxisUnit;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.charts.sparkline.SparklineStyle;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class ExtremeSeriesTest {

    /** A place of a path; the group is its distance to the upper edge. */
    private static final Pattern PLACE = Pattern.compile("[0-9.]+ ([0-9.]+)");

    /** A unit with a prefix for everything. */
    private static final AxisUnit SCALED = typical ->
            new AxisUnit.Scale("x", typical == 0 ? 1 : Math.pow(10, -Math.floor(Math.log10(Math.abs(typical)))));

    private final ChartRenderer renderer = new ChartRenderer();

    static Stream<double[]> series() {
        return Stream.of(
                new double[] {},
                new double[] {1},
                new double[] {1, 2},
                new double[] {0, 0, 0},
                new double[] {7, 7, 7, 7},
                new double[] {-3, -2, -1},
                new double[] {-1, 1},
                new double[] {Double.NaN},
                new double[] {Double.NaN, Double.NaN, Double.NaN},
                new double[] {1, Double.NaN, 2, Double.NaN, 3},
                new double[] {1, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY},
                new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, 1},
                new double[] {1e300, -1e300, 1e299},
                new double[] {1e300, 1e300},
                new double[] {Double.MIN_VALUE, 2 * Double.MIN_VALUE},
                new double[] {1e-300, 2e-300},
                new double[] {1e-20, 1e20},
                new double[] {1e-200, 1e-200, 1e-200, 1e300},
                new double[] {1e-200, 2e-200, 1e-200, 1e-200, 2e-200, 1e-200, 1e300, 1e-200, 1e-200, 2e-200, 1e-200},
                new double[] {1, Math.nextUp(1), 1},
                DoubleStream.iterate(1, v -> v * 1.3).limit(200).toArray());
    }

    @ParameterizedTest
    @MethodSource("series")
    void areDrawn(double[] values) {
        for (AxisUnit unit : List.of(AxisUnit.plain("s/op"), AxisUnit.plain(""), SCALED)) {
            TrendChart plain = Samples.plain(values);
            TrendChart chart = new TrendChart("t", unit, false, plain.points(), List.of(), List.of(), List.of());
            for (int width : new int[] {200, 4000}) {
                String svg = renderer.svg(chart, new ChartStyle(Theme.LIGHT, width, 160));
                Xml.parse(svg);
                assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity").hasSizeLessThan(200_000);
            }
        }
        Xml.parse(renderer.svg(new Sparkline("s", values, List.of()), SparklineStyle.of(Theme.DARK)));
    }

    @Test
    void saysSoWhenThereIsNothingToShow() {
        assertThat(draw(Samples.plain()).texts("notice")).containsExactly("No runs yet");
        assertThat(draw(Samples.plain(Double.NaN)).texts("notice")).containsExactly("No run has a value");
    }

    @Test
    void breakTheLineAtGaps() {
        Xml svg = draw(Samples.plain(1, 2, Double.NaN, 3, Double.NaN, 4, 5));
        // A line from 1 to 2 and one from 4 to 5; 3 is alone and only a dot.
        assertThat(svg.marks("line").get(0).getAttribute("d").chars().filter(c -> c == 'M'))
                .hasSize(2);
        assertThat(svg.dots("run")).isEqualTo(5);
    }

    @Test
    void ofTenThousandRunsKeepChangePointsAndExtremes() {
        TrendChart crowded = Samples.crowded(10_000);
        String text = renderer.svg(crowded, ChartStyle.of(Theme.LIGHT));
        Xml svg = Xml.parse(text);
        assertThat(svg.marks("change confirmed").size()
                        + svg.marks("change suspected").size())
                .isEqualTo(9);
        // A path's place is about ten characters; a column of pixels has a place of the line and a stroke of two.
        String line = svg.marks("line").get(0).getAttribute("d");
        assertThat(line.chars().filter(c -> c == ' ').count() / 2).isLessThanOrEqualTo(900);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 5_000, 9_998, 9_999})
    void ofTenThousandRunsKeepAnExtremeWhereverItIs(int index) {
        double[] few = {10, 10, 10.2, 10, 10, 10};
        double[] many = new double[10_000];
        Arrays.fill(many, 10);
        many[index] = 10.2;
        assertThat(highest(Samples.plain(many))).isEqualTo(highest(Samples.plain(few)));
    }

    /** The least distance of the line to the upper edge. */
    private double highest(TrendChart chart) {
        double least = Double.MAX_VALUE;
        for (Element path : draw(chart).marks("line")) {
            Matcher place = PLACE.matcher(path.getAttribute("d"));
            while (place.find()) {
                least = Math.min(least, Double.parseDouble(place.group(1)));
            }
        }
        return least;
    }

    @ParameterizedTest
    @CsvSource({"199,400", "4001,400", "0,400", "-1,400", "960,159", "960,1201"})
    void ofOtherSizesAreRefused(int width, int height) {
        assertThatThrownBy(() -> new ChartStyle(Theme.LIGHT, width, height))
                .isInstanceOfSatisfying(
                        ChartException.class, e -> assertThat(e.code()).isEqualTo("chart-size-out-of-range"))
                .hasMessageMatching("(width|height) is -?\\d+; ask for \\d+ to \\d+ pixels");
    }

    @Test
    void refuseMarksOutsideTheSeries() {
        List<TrendChart.TrendPoint> points = Samples.plain(1, 2).points();
        TrendChart.ChangeMark beyond = new TrendChart.ChangeMark(2, true, true, "+1 %");
        assertThatThrownBy(() ->
                        new TrendChart("", AxisUnit.plain("s/op"), true, points, List.of(), List.of(beyond), List.of()))
                .isInstanceOf(ChartException.class)
                .hasMessage("change point '+1 %' is at index 2, the series has 2 points");
        assertThatThrownBy(() -> new Sparkline("", new double[] {1}, List.of(new Sparkline.Shift(1, true))))
                .isInstanceOf(ChartException.class);
    }

    private Xml draw(TrendChart chart) {
        return Xml.parse(renderer.svg(chart, ChartStyle.of(Theme.LIGHT)));
    }
}
