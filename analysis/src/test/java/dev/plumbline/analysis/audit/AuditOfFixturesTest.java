package dev.plumbline.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.SamplePercentile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the audit says of files that JMH wrote; how each was made stands in the README beside them. */
class AuditOfFixturesTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "jmh");

    @ParameterizedTest
    @CsvSource({
        "debug-arguments.json, compiler-limited",
        "debug-arguments.json, assertions-on",
        "debug-arguments.json, no-warm-up",
        "interpreted-debugged.json, interpreted-only",
        "interpreted-debugged.json, debugger",
        "interpreted-debugged.json, short-iterations",
        "no-forks.json, in-harness-jvm",
        "one-fork-one-iteration.json, one-fork",
        "no-raw-data-edited.json, forks-unknown",
        "ragged-edited.json, score-differs",
        "sample.json.gz, percentile-without-samples",
        "no-parameters.json, short-warm-up"
    })
    void aMeasurementToDistrustIsOne(String file, String code) throws IOException {
        assertThat(audit(file)).extracting(finding -> finding.code().code()).contains(code);
    }

    @Test
    void whatIsWorstComesFirst() throws IOException {
        assertThat(audit("debug-arguments.json"))
                .extracting(Finding::what)
                .startsWith(
                        "The optimising compiler was disabled: -XX:TieredStopAtLevel=1",
                        "No warm-up: -wi 0",
                        "Assertions were switched on: -ea");
    }

    @Test
    void aColdStartInSingleShotModeIsNotSaidToLackWarmUp() throws IOException {
        assertThat(audit("single-shot.json"))
                .extracting(finding -> finding.code().code())
                .doesNotContain("short-warm-up", "no-warm-up", "short-iterations");
    }

    @Test
    void everyFileIsAudited() throws IOException {
        try (var files = Files.list(FIXTURES)) {
            for (Path file :
                    files.filter(path -> path.toString().contains(".json")).toList()) {
                if (!file.endsWith("all-failed.json")) {
                    assertThat(audit(file.getFileName().toString())).allSatisfy(finding -> {
                        assertThat(finding.concerned()).isBetween(1, finding.benchmarks());
                        assertThat(finding.cases()).hasSize(Math.min(finding.concerned(), Finding.MOST_CASES));
                    });
                }
            }
        }
    }

    @Test
    void theSamplesThatAPercentileTakesAreThoseOfItsFartherTail() {
        assertThat(SamplePercentile.ALL)
                .extracting(SamplePercentile::leastSamples)
                .containsExactly(1L, 20L, 100L, 200L, 1_000L, 10_000L, 100_000L, 1L);
    }

    private static List<Finding> audit(String file) throws IOException {
        Audit audit = new Audit();
        try (InputStream document = Files.newInputStream(FIXTURES.resolve(file))) {
            ResultFormat.JMH_JSON.reader().read(document, ReadLimits.defaults(), audit::add);
        }
        return audit.findings();
    }
}
