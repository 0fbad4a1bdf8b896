package dev.plumbline.analysis.format.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.audit.Audit;
import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Sample mode before JMH 1.14: iterations without histograms, a score that weighs them by their samples. */
class EarlySampleModeTest {

    /** The means of the forks are 1.1 and 1.3, and the score isn't their mean: the first fork had more samples. */
    private static final String DOCUMENT = """
            [{"benchmark": "a.Queue.take", "mode": "sample", "threads": 1, "forks": 2, "primaryMetric": {"score": 1.15,
              "scoreError": 0.01, "scoreUnit": "s/op", "scorePercentiles": {"0.0": 0.5, "50.0": 0.9, "99.0": 4.0,
              "99.99": 90.0, "99.999": 200.0, "100.0": 400.0}, "rawData": [[1.0, 1.2], [1.2, 1.4]]},
              "secondaryMetrics": {}}]
            """;

    @Test
    void keepsTheScoreAndThePercentilesAndAccusesNobody() throws IOException {
        Audit audit = new Audit();
        BenchmarkResult result = read(DOCUMENT).get(0);
        audit.add(result);

        assertThat(result.notes()).extracting(BenchmarkResult.Note::code).containsExactly("samples-unknown");
        assertThat(audit.findings()).extracting(Finding::code).doesNotContain(AuditCode.SCORE_DIFFERS);
        double[] forks = result.primary().forkValues();
        assertThat(Arrays.stream(forks).average().orElseThrow()).isCloseTo(1.15, within(1e-12));
        assertThat(forks[1] / forks[0]).isCloseTo(1.3 / 1.1, within(1e-12));
        assertThat(result.secondary())
                .extracting(metric -> metric.metric().name() + " " + metric.score())
                .containsExactly("p0.00 0.5", "p0.50 0.9", "p0.99 4.0", "p0.9999 90.0", "p1.00 400.0");
    }

    @Test
    void saysInTheUsersWordsThatANumberIsNone() {
        assertThat(refusal(DOCUMENT.replace("0.01,", "NaN,")))
                .contains("NaN is without quotes; JMH writes \"NaN\"", "line 2")
                .doesNotContain("Feature");
        assertThat(refusal(DOCUMENT.replace("0.01,", "-Infinity,"))).contains("\"-INF\"");
        assertThat(refusal("[ // none\n]")).contains("JSON has no comments").doesNotContain("Feature");
        assertThat(refusal("[{'a': 1}]")).contains("''' isn't expected here").doesNotContain("Feature");
        assertThat(refusal("[{\"a\": 01}]")).contains("a number is written as JSON has none");
        assertThat(refusal("[{\"benchmark\": \"" + "x".repeat(70_000) + "\"}]"))
                .contains("longer than allowed")
                .doesNotContain("Constraints");
    }

    private static List<BenchmarkResult> read(String document) throws IOException {
        List<BenchmarkResult> results = new ArrayList<>();
        ResultFormat.read(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                ReadLimits.defaults(),
                results::add);
        return results;
    }

    private static String refusal(String document) {
        return String.valueOf(Assertions.catchThrowable(() -> read(document)).getMessage());
    }
}
