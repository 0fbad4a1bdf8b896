package dev.plumbline.charts.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.Samples;
import dev.plumbline.charts.Xml;
import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.Theme;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkedRunTest {

    private final ChartRenderer renderer = new ChartRenderer();

    private Xml draw(TrendChart chart) {
        return Xml.parse(renderer.svg(chart, ChartStyle.of(Theme.LIGHT)));
    }

    private static TrendChart marked(int index) {
        return Samples.typical().marking(Optional.of(new MarkedRun(index, Candidate.Found.WORSE)));
    }

    @Test
    void hasADiamondAndALineAndItsNameInTheLegend() {
        Xml svg = draw(marked(24));

        assertThat(svg.marks("marked")).hasSize(1);
        assertThat(svg.marks("marked-guide")).hasSize(1);
        assertThat(svg.all("//text").stream().map(text -> text.getTextContent()))
                .contains("this run");
        assertThat(svg.all("/svg/desc").get(0).getTextContent())
                .contains("Marked is commit " + Samples.commit(24) + ", worse than its baseline.");
        // It is a run of the trend: every run keeps its dot and its tooltip.
        assertThat(svg.dots("run")).isEqualTo(60);
        assertThat(svg.marks("tip")).hasSize(60);
    }

    @Test
    void isMarkedInAPartThatHasIt() {
        assertThat(marked(24).part(20, 29).marked()).contains(new MarkedRun(4, Candidate.Found.WORSE));
        assertThat(marked(24).part(30, 39).marked()).isEmpty();
        assertThat(draw(marked(24).part(20, 29)).marks("marked")).hasSize(1);
    }

    @Test
    void isOneOfTheRuns() {
        assertThatThrownBy(() -> marked(60))
                .isInstanceOf(ChartException.class)
                .hasMessageContaining("the marked run is at index 60, the series has 60 points");
    }
}
