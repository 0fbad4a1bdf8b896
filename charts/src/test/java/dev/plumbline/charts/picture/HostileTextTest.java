package dev.plumbline.charts.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.Xml;
import dev.plumbline.charts.scale.AxisUnit;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.charts.sparkline.SparklineStyle;
import dev.plumbline.charts.trend.ChartStyle;
import dev.plumbline.charts.trend.TrendChart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

    private final ChartRenderer renderer = new ChartRenderer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "]]><svg onload=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' & &amp; &#0; &bogus;",
                "line\nbreak\tand \u0000\u0001\u001b[31m\u007f\u0085 controls",
                "lone \ud83d surrogate \ude00",
                "astral \ud83d\ude00 \ud835\udd38 kept",
                "\ufffe\uffff",
                "\u202egnp.exe\u202c \u2066x\u2069",
                "%s %d {} ${x} `y`",
                "  "
            })
    void staysTextWhereverItStands(String text) {
        TrendChart chart = new TrendChart(
                text,
                AxisUnit.plain(text),
                true,
                List.of(
                        new TrendChart.TrendPoint(text, 1, 0.9, 1.1, new double[] {1}),
                        new TrendChart.TrendPoint(text, 2, 1.9, 2.1, new double[] {2})),
                List.of(),
                List.of(new TrendChart.ChangeMark(1, true, true, text)),
                List.of(new TrendChart.EnvironmentMark(1, text)));
        Xml svg = Xml.parse(renderer.svg(chart, ChartStyle.of(Theme.DARK)));
        assertThat(svg.all("//script")).isEmpty();
        assertThat(svg.all("//svg")).hasSize(1);
        assertThat(svg.all("//@*[starts-with(name(), 'on')]/..")).isEmpty();
        assertThat(svg.texts("change-label")).allMatch(label -> label.equals(OneLine.of(text)));
        assertThat(renderer.png(chart, ChartStyle.of(Theme.DARK))).isNotEmpty();
        Xml sparkline = Xml.parse(
                renderer.svg(new Sparkline(text, new double[] {1, 2}, List.of()), SparklineStyle.of(Theme.DARK)));
        assertThat(sparkline.all("/svg/title")).hasSize(1);
    }

    @Test
    void keepsAstralCharactersAndReplacesWhatXmlCannotHold() {
        assertThat(OneLine.of("a\ud83d\ude00b")).isEqualTo("a\ud83d\ude00b");
        assertThat(OneLine.of("a\u0000b\ud83dc")).isEqualTo("a\ufffdb\ufffdc");
        assertThat(OneLine.of("  a\n\t b ")).isEqualTo("a b");
    }

    @Test
    void cutsTextsThatAreTooLong() {
        assertThat(OneLine.of("x".repeat(100_000))).hasSize(501).endsWith("…");
        String title = "com.acme." + "x".repeat(300) + ".Benchmark.method";
        TrendChart chart =
                new TrendChart(title, AxisUnit.plain("s/op"), true, List.of(), List.of(), List.of(), List.of());
        Xml svg = Xml.parse(renderer.svg(chart, ChartStyle.of(Theme.LIGHT)));
        assertThat(svg.texts("title").get(0)).startsWith("…").endsWith(".Benchmark.method");
        assertThat(svg.all("/svg/title").get(0).getTextContent()).isEqualTo(title);
    }
}
