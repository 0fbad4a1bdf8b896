package dev.plumbline.charts.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.Samples;
import dev.plumbline.charts.Xml;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class TrendSvgTest {

    private final ChartRenderer renderer = new ChartRenderer();

    private Xml draw(TrendChart chart) {
        return Xml.parse(renderer.svg(chart, ChartStyle.of(Theme.LIGHT)));
    }

    @Test
    void scalesAndIsNamedForScreenReaders() {
        Element root = draw(Samples.typical()).root();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 960 400");
        assertThat(root.getAttribute("width")).isEqualTo("960");
        assertThat(root.getAttribute("height")).isEqualTo("400");
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(draw(Samples.typical()).all("/svg/title").get(0).getTextContent())
                .isEqualTo("com.acme.text.TokenizerBenchmark.splitLines (size=1000)");
        assertThat(draw(Samples.typical()).all("/svg/desc").get(0).getTextContent())
                .startsWith("60 runs in µs/op, lower is better.")
                .contains("confirmed change for the worse +34 % at commit " + Samples.commit(24))
                .contains("confirmed change for the better −15 % at commit " + Samples.commit(45));
    }

    @Test
    void drawsOneMarkForEachRunAndOneDotForEachFork() {
        Xml svg = draw(Samples.typical());
        assertThat(svg.dots("run")).isEqualTo(60);
        // 60 runs of 3 forks.
        assertThat(svg.dots("forks")).isEqualTo(180);
    }

    @Test
    void stepsFromLevelToLevel() {
        Xml svg = draw(Samples.typical());
        assertThat(svg.marks("level-band")).hasSize(3);
        // Three flat lines, and between them two risers in the colours of the changes.
        assertThat(svg.marks("level"))
                .hasSize(3)
                .allMatch(level -> level.getAttribute("y1").equals(level.getAttribute("y2")));
        assertThat(svg.marks("level-riser"))
                .extracting(riser -> riser.getAttribute("stroke"))
                .containsExactly(Palette.LIGHT.worse(), Palette.LIGHT.better());
    }

    @Test
    void showsChangePointsByShapeAndLabel() {
        Xml svg = draw(Samples.typical());
        List<Element> triangles = svg.marks("change confirmed");
        assertThat(triangles).hasSize(2);
        assertThat(pointsUp(triangles.get(0))).as("+34 % of a time").isTrue();
        assertThat(pointsUp(triangles.get(1))).as("−15 % of a time").isFalse();
        assertThat(svg.texts("change-label")).containsExactlyInAnyOrder("+34 %", "−15 %");
    }

    @Test
    void leavesSuspectedChangePointsHollow() {
        Xml svg = draw(Samples.suspected());
        assertThat(svg.marks("change confirmed")).isEmpty();
        List<Element> triangles = svg.marks("change suspected");
        assertThat(triangles).hasSize(1);
        assertThat(triangles.get(0).getAttribute("fill")).isEqualTo("none");
        assertThat(pointsUp(triangles.get(0))).as("less throughput").isFalse();
        assertThat(svg.texts("key")).contains("suspected");
    }

    @Test
    void labelsANewBaselineWithItsNoteAtASolidLine() {
        TrendChart plain = Samples.plain(1, 1, 1, 2, 2, 2);
        Xml svg = draw(new TrendChart(
                plain.title(),
                plain.unit(),
                true,
                plain.points(),
                List.of(),
                List.of(),
                List.of(new TrendChart.EnvironmentMark(
                        3, "larger <input>", TrendChart.EnvironmentMark.Kind.BASELINE))));

        assertThat(svg.marks("environment")).hasSize(1);
        assertThat(svg.all("//*[@stroke-dasharray][@class='environment' or ../@class='environment']"
                        + " | //g[@class='environment'][@stroke-dasharray]"))
                .isEmpty();
        assertThat(svg.texts("environment-label")).containsExactly("new baseline: larger <input>");
        assertThat(svg.marks("tip").get(3).getTextContent()).endsWith("new baseline: larger <input>");
    }

    @Test
    void labelsEnvironmentChangesAtDashedLines() {
        Xml svg = draw(Samples.suspected());
        assertThat(svg.marks("environment")).hasSize(2);
        assertThat(svg.all("//*[@stroke-dasharray][@class='environment' or ../@class='environment']"
                        + " | //g[@class='environment'][@stroke-dasharray]"))
                .isNotEmpty();
        assertThat(svg.texts("environment-label")).containsExactly("Intel Xeon Platinum 8370C, 4 cores", "Linux 6.8");
    }

    @Test
    void clipsALoneOutlierVisibly() {
        Xml svg = draw(Samples.suspected());
        assertThat(svg.marks("beyond")).hasSize(1);
        assertThat(svg.texts("beyond-value")).containsExactly("410");
        // Runs are between 40 and 49 Mops/s: an axis up to 410 would have no tick between 40 and 50.
        assertThat(svg.texts("value")).contains("45");
        assertThat(svg.dots("run")).isEqualTo(39);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void usesOnlyColoursOfItsTheme(Theme theme) {
        Palette palette = theme.palette();
        Xml svg = Xml.parse(renderer.svg(Samples.suspected(), ChartStyle.of(theme)));
        List<String> colours = new ArrayList<>();
        svg.all("//*[@fill]").forEach(element -> colours.add(element.getAttribute("fill")));
        svg.all("//*[@stroke]").forEach(element -> colours.add(element.getAttribute("stroke")));
        assertThat(colours)
                .isSubsetOf(
                        "none",
                        palette.background(),
                        palette.text(),
                        palette.muted(),
                        palette.grid(),
                        palette.series(),
                        palette.worse(),
                        palette.better(),
                        palette.neutral());
        assertThat(svg.marks("background").get(0).getAttribute("fill")).isEqualTo(palette.background());
    }

    @Test
    void hasRealTextAndNothingThatRunsOrCollides() {
        String text = renderer.svg(Samples.typical(), ChartStyle.of(Theme.LIGHT));
        assertThat(text).contains(">+34 %</text>").contains("sans-serif");
        assertThat(text)
                .doesNotContain("<script")
                .doesNotContain("<style")
                .doesNotContain("style=")
                .doesNotContain(" id=")
                .doesNotContain("<defs")
                .doesNotContain("clip-path")
                .doesNotContain("<!DOCTYPE")
                .doesNotContain("href")
                .doesNotContain("NaN");
    }

    @Test
    void tellsEachRunInATooltip() {
        Xml svg = draw(Samples.typical());
        List<Element> tips = svg.marks("tip");
        assertThat(tips).hasSize(60);
        assertThat(tips.get(24).getAttribute("data-index")).isEqualTo("24");
        assertThat(tips.get(24).getTextContent())
                .startsWith(Samples.commit(24) + "\n")
                .contains("µs/op\ninterval ")
                .contains("\n3 forks\nconfirmed change for the worse +34 %");
        assertThat(tips.get(38).getTextContent()).endsWith("new environment: JDK 25.0.2");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 360, 520, 960, 1600, 4000})
    void keepsLabelsApartAndInside(int width) {
        for (TrendChart chart : List.of(Samples.typical(), Samples.suspected(), Samples.crowded(1000))) {
            Xml svg = Xml.parse(renderer.svg(chart, new ChartStyle(Theme.LIGHT, width, 400)));
            List<Box> boxes = svg.all("//text").stream().map(TrendSvgTest::box).toList();
            for (int i = 0; i < boxes.size(); i++) {
                assertThat(boxes.get(i).left()).as(boxes.get(i).text()).isGreaterThanOrEqualTo(0);
                assertThat(boxes.get(i).right()).as(boxes.get(i).text()).isLessThanOrEqualTo(width);
                for (int j = 0; j < i; j++) {
                    assertThat(boxes.get(i).overlaps(boxes.get(j)))
                            .as("%s over %s at width %d", boxes.get(i), boxes.get(j), width)
                            .isFalse();
                }
            }
        }
    }

    /** Where a text stands, in any font: its width is given. */
    private record Box(String text, double left, double right, double top, double bottom) {

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private static Box box(Element text) {
        double size = Double.parseDouble(inherited(text, "font-size"));
        double left = Double.parseDouble(text.getAttribute("x"));
        double width = Double.parseDouble(text.getAttribute("textLength"));
        double y = Double.parseDouble(text.getAttribute("y"));
        return new Box(text.getTextContent(), left, left + width, y - size * 0.75, y + size * 0.2);
    }

    private static String inherited(Element element, String name) {
        return element.hasAttribute(name)
                ? element.getAttribute(name)
                : ((Element) element.getParentNode()).getAttribute(name);
    }

    /** A triangle's path begins at its tip; it points up when the other corners are below. */
    private static boolean pointsUp(Element triangle) {
        Scanner numbers = new Scanner(triangle.getAttribute("d").replaceAll("[MLZ]", "")).useLocale(Locale.ROOT);
        numbers.nextDouble();
        double tip = numbers.nextDouble();
        numbers.nextDouble();
        return tip < numbers.nextDouble();
    }
}
