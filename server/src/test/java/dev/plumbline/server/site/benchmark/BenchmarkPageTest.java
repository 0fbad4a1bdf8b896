package dev.plumbline.server.site.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.history.BenchmarkFamily;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.site.frame.Assets;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageTheme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchmarkPageTest {

    /** Valgrind's tools measure fifty metrics of each benchmark. */
    @Test
    void ofManyMetricsTheFirstAreDrawnAndTheOthersNamed() {
        List<SeriesIdentity> series = IntStream.range(0, 50)
                .mapToObj(metric -> new SeriesIdentity(
                        metric + 1, 1, "words.split", Map.of(), "count", 1, "m" + metric, "#", Direction.NOT_KNOWN))
                .toList();
        HistoryChoices.Environment environment = new HistoryChoices.Environment(1, "ci", 3);

        BenchmarkPage page = BenchmarkPage.of(
                new PageFrame(
                        "",
                        List.of(),
                        PageTheme.SYSTEM,
                        false,
                        "/projects/acme/benchmarks/1",
                        Assets.load(),
                        ForgeLinks.NONE,
                        Optional.empty()),
                new Project(1, "acme", "Acme", "main", true, Instant.EPOCH),
                1,
                List.of(environment),
                environment,
                new BenchmarkFamily(series, Map.of()),
                new ChartRenderer());

        assertThat(page.variants()).hasSize(1);
        assertThat(page.variants().get(0).cells()).hasSize(12);
        assertThat(page.variants().get(0).more())
                .hasSize(38)
                .first()
                .isEqualTo(new BenchmarkPage.Latest("m12", "/projects/acme/series/13", "no runs here"));
    }
}
