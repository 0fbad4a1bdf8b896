package dev.plumbline.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KotlinxReportTest {

    private static final String REPORT = """
            [{"benchmark": "test.CommonBenchmark.mathBenchmark", "mode": "thrpt", "configurationName": "main",
              "warmupIterations": 10, "warmupTime": "1 s", "measurementIterations": 3, "measurementTime": "1 s",
              "params": {}, "primaryMetric": {"score": 100.0, "scoreError": 1.0, "scoreUnit": "ops/s",
              "rawData": [[99.0, 100.0, 101.0]]}, "secondaryMetrics": {}}]
            """;

    @Test
    void advisesWhatItsUsersCanDo() throws IOException {
        Audit audit = new Audit();
        ResultFormat.read(
                new ByteArrayInputStream(REPORT.getBytes(StandardCharsets.UTF_8)), ReadLimits.defaults(), audit::add);

        assertThat(audit.findings())
                .extracting(Finding::code)
                .contains(AuditCode.ONE_PROCESS)
                .doesNotContain(AuditCode.ONE_FORK);
        assertThat(audit.findings()).extracting(Finding::what).anyMatch(text -> text.contains("warmups is -wi"));
    }
}
