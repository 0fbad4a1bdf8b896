package dev.plumbline.charts.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.Xml;
import dev.plumbline.charts.forest.ForestChart.Direction;
import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.Theme;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForestTest {

    private static final ForestChart.Row SLOWER =
            new ForestChart.Row("Tokenizer.split (size=1000)", 1.29, 1.24, 1.34, "+29.0 %", Direction.WORSE);
    private static final ForestChart.Row FASTER =
            new ForestChart.Row("Reader.parse", 0.87, 0.83, 0.91, "−13.0 %", Direction.BETTER);

    private final ChartRenderer renderer = new ChartRenderer();

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsEachRowInTheColourOfWhatItMeans(Theme theme) {
        String svg = renderer.svg(new ForestChart("Changes", List.of(SLOWER, FASTER), 3), ForestStyle.of(theme));

        Xml.parse(svg);
        assertThat(svg)
                .contains("Tokenizer.split (size=1000)", "+29.0 %", "and 3 more")
                .contains(
                        theme.palette().worse(),
                        theme.palette().better(),
                        theme.palette().background());
    }

    @Test
    void aRatioOfNothingHasNoMark() {
        ForestChart.Row ofNothing = new ForestChart.Row(
                "Json.write", Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, "×∞", Direction.WORSE);

        String svg = renderer.svg(new ForestChart("", List.of(ofNothing), 0), ForestStyle.of(Theme.LIGHT));

        assertThat(svg).contains("Json.write").doesNotContain("class=\"ratio\"", "NaN");
    }

    @Test
    void whatReachesFarBeyondTheOthersIsCutWithAnArrow() {
        ForestChart.Row far = new ForestChart.Row("A.far", 40, 20, 80, "×40", Direction.WORSE);

        String svg = renderer.svg(
                new ForestChart("", List.of(SLOWER, FASTER, SLOWER, FASTER, far), 0), ForestStyle.of(Theme.LIGHT));

        assertThat(svg).contains("class=\"beyond\"");
    }

    @Test
    void hostileNamesAreText() {
        ForestChart.Row hostile =
                new ForestChart.Row("</text><script>alert(1)</script>\u0000", 1.1, 1, 1.2, "+10 %", Direction.WORSE);

        String svg = renderer.svg(new ForestChart("<b>", List.of(hostile), 0), ForestStyle.of(Theme.LIGHT));

        Xml.parse(svg);
        assertThat(svg).doesNotContain("<script", "<b>");
    }

    @Test
    void tooManyRowsAreRefused() {
        assertThatThrownBy(() -> new ForestChart("", Collections.nCopies(41, SLOWER), 0))
                .isInstanceOf(ChartException.class);
    }
}
