package dev.plumbline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.charts.picture.Theme;
import dev.plumbline.charts.trend.ChartStyle;
import dev.plumbline.charts.trend.TrendChart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RepeatabilityTest {

    private static final ChartStyle STYLE = ChartStyle.of(Theme.LIGHT);

    @Test
    void givesTheSameBytesForTheSameChart() {
        assertThat(new ChartRenderer().svg(Samples.typical(), STYLE))
                .isEqualTo(new ChartRenderer().svg(Samples.typical(), STYLE));
        assertThat(new ChartRenderer().png(Samples.typical(), STYLE))
                .isEqualTo(new ChartRenderer().png(Samples.typical(), STYLE));
    }

    @Test
    void givesTheSameBytesOnManyThreadsAtOnce() throws InterruptedException, ExecutionException {
        ChartRenderer renderer = new ChartRenderer();
        TrendChart chart = Samples.crowded(300);
        String alone = renderer.svg(chart, STYLE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> drawn = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                drawn.add(threads.submit(() -> renderer.svg(chart, STYLE)));
            }
            for (Future<String> one : drawn) {
                assertThat(one.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
