package dev.plumbline.charts.sparkline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.Xml;
import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    private static final double[] STEP = {1, 1.02, 0.99, 1, 1.3, 1.31, 1.29};

    private final ChartRenderer renderer = new ChartRenderer();

    private Xml draw(Sparkline.Shift... shifts) {
        return Xml.parse(renderer.svg(new Sparkline("Foo.bar", STEP, List.of(shifts)), SparklineStyle.of(Theme.LIGHT)));
    }

    @Test
    void showsTheStepOfAChangeForTheWorse() {
        Xml svg = draw(new Sparkline.Shift(4, true));
        assertThat(svg.root().getAttribute("viewBox")).isEqualTo("0 0 120 28");
        assertThat(svg.marks("level")).hasSize(2);
        assertThat(svg.marks("level").get(1).getAttribute("stroke")).isEqualTo(Palette.LIGHT.worse());
        // The riser and the level: three corners.
        assertThat(svg.marks("level").get(1).getAttribute("d").split("[ M]")).hasSize(1 + 6);
        assertThat(svg.marks("last").get(0).getAttribute("stroke")).isEqualTo(Palette.LIGHT.worse());
        assertThat(svg.all("/svg/desc").get(0).getTextContent())
                .isEqualTo("7 runs, 1 change point, the last for the worse");
    }

    @Test
    void isColouredByTheLastChange() {
        Xml svg = draw(new Sparkline.Shift(2, true), new Sparkline.Shift(4, false));
        assertThat(svg.marks("last").get(0).getAttribute("stroke")).isEqualTo(Palette.LIGHT.better());
    }

    @Test
    void isCalmWithoutChanges() {
        Xml svg = draw();
        assertThat(svg.marks("level")).isEmpty();
        assertThat(svg.marks("last").get(0).getAttribute("stroke")).isEqualTo(Palette.LIGHT.series());
        assertThat(svg.all("//text")).isEmpty();
    }

    @Test
    void drawsTheIntervalsAsABandThatIsBrokenWhereNoneIsKnown() {
        double[] low = {0.9, 0.9, Double.NaN, 0.9, 1.2, 1.2, 1.2};
        double[] high = {1.1, 1.1, 1.1, 1.1, 1.4, 1.4, 1.4};
        Sparkline sparkline = new Sparkline("Foo.bar", STEP, List.of(), new Sparkline.Interval(low, high));

        Xml svg = Xml.parse(renderer.svg(sparkline, SparklineStyle.of(Theme.LIGHT)));

        assertThat(svg.marks("interval")).hasSize(2);
    }

    @Test
    void refusesIntervalsOfOtherValues() {
        Sparkline.Interval interval = new Sparkline.Interval(new double[] {1}, new double[] {2});

        assertThatThrownBy(() -> new Sparkline("Foo.bar", STEP, List.of(), interval))
                .isInstanceOf(ChartException.class)
                .hasMessage("7 values have 1 intervals; give each one or none");
    }

    @Test
    void isSmall() {
        assertThat(renderer.svg(
                        new Sparkline("Foo.bar", STEP, List.of(new Sparkline.Shift(4, true))),
                        SparklineStyle.of(Theme.LIGHT)))
                .hasSizeLessThan(1_500);
    }

    @Test
    void refusesChangePointsOutOfOrder() {
        assertThatThrownBy(() -> draw(new Sparkline.Shift(4, true), new Sparkline.Shift(2, true)))
                .isInstanceOf(ChartException.class)
                .hasMessage("change points must ascend, 2 follows 4");
    }
}
