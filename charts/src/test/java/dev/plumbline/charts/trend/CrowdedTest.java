package dev.plumbline.charts.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.Samples;
import dev.plumbline.charts.Xml;
import dev.plumbline.charts.picture.Theme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** A picture is as large as it is wide, however many runs it shows. */
class CrowdedTest {

    private static final ChartStyle OF_A_PAGE = new ChartStyle(Theme.LIGHT, 1120, 440);

    private final ChartRenderer renderer = new ChartRenderer();

    @ParameterizedTest
    @ValueSource(ints = {300, 1_000, 2_059, 20_000})
    void aPictureOfManyRunsIsSmall(int runs) {
        assertThat(renderer.svg(Samples.crowded(runs), OF_A_PAGE)).hasSizeLessThan(50_000);
        assertThat(renderer.svg(Samples.crowded(runs), new ChartStyle(Theme.LIGHT, 400, 320)))
                .hasSizeLessThan(25_000);
    }

    @Test
    void theBarsOfTooltipsHaveAsManyRunsAsEachOtherOrOneMore() {
        TrendChart chart = Samples.plain(values(1_234));
        List<Element> bars = Xml.parse(renderer.svg(chart, OF_A_PAGE)).marks("tip");

        // Without change points, a bar tells of its last run.
        List<Integer> expected = new ArrayList<>();
        for (int bar = 1; bar <= bars.size(); bar++) {
            expected.add(1_234 * bar / bars.size() - 1);
        }
        assertThat(bars.stream().map(bar -> Integer.valueOf(bar.getAttribute("data-index"))))
                .containsExactlyElementsOf(expected);
        assertThat(bars).hasSizeBetween(90, 110);
    }

    @Test
    void aLoneForkIsSeenAmongThousands() {
        TrendChart chart = Samples.crowded(2_059);
        List<TrendChart.TrendPoint> points = new ArrayList<>(chart.points());
        TrendChart.TrendPoint calm = points.get(50);
        // Runs are at 1.2 ms ± 4 %, the highest level at 1.7 ms.
        double lone = 1.42e-3;
        points.set(50, new TrendChart.TrendPoint(calm.label(), calm.value(), calm.low(), calm.high(), new double[] {
            calm.value(), lone
        }));
        TrendChart odd = new TrendChart(
                "", chart.unit(), true, points, chart.segments(), chart.changes(), chart.environmentChanges());

        assertThat(loneDots(odd)).isEqualTo(loneDots(chart) + 1);
    }

    /** The dots of forks in the first column's neighbourhood, where the level is lowest, that stand above the band. */
    private long loneDots(TrendChart chart) {
        String svg = renderer.svg(chart, OF_A_PAGE);
        return Xml.parse(svg).marks("forks").stream()
                .flatMap(path -> List.of(path.getAttribute("d").split("M")).stream())
                .filter(place -> place.endsWith("h0") || place.strip().endsWith("h0"))
                .map(place -> place.strip().replace("h0", "").split(" "))
                .filter(place -> place.length == 2 && Double.parseDouble(place[0]) < 110)
                .filter(place -> Double.parseDouble(place[1]) < 290)
                .count();
    }

    private static double[] values(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = 10 + Math.sin(i);
        }
        return values;
    }
}
