package dev.plumbline.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherHarnessTest {

    @Test
    void oneProcessOfManySamplesIsOneProcess() {
        assertThat(codes(result(Mode.AVERAGE_TIME, "ns/op", 1, 100, Map.of()))).containsExactly(AuditCode.ONE_PROCESS);
        assertThat(codes(result(Mode.AVERAGE_TIME, "ns/op", 3, 100, Map.of()))).isEmpty();
    }

    @Test
    void fewSamplesAreFew() {
        assertThat(codes(result(Mode.AVERAGE_TIME, "ns/op", 3, 9, Map.of()))).containsExactly(AuditCode.FEW_SAMPLES);
        assertThat(codes(result(Mode.AVERAGE_TIME, "ns/op", 10, 1, Map.of()))).isEmpty();
    }

    @Test
    void countsNeedOneExecution() {
        assertThat(codes(result(Mode.COUNT, "#", 1, 0, Map.of()))).isEmpty();
    }

    @Test
    void theBuildAndTheProcessorAreLookedAt() {
        assertThat(codes(result(
                        Mode.AVERAGE_TIME,
                        "ns/op",
                        3,
                        100,
                        Map.of(Setup.BUILD, "debug", Setup.FREQUENCY_SCALING, "on"))))
                .containsExactly(AuditCode.DEBUG_BUILD, AuditCode.FREQUENCY_SCALING);
        assertThat(codes(result(
                        Mode.AVERAGE_TIME,
                        "ns/op",
                        3,
                        100,
                        Map.of(Setup.BUILD, "release", Setup.FREQUENCY_SCALING, "off"))))
                .isEmpty();
    }

    @Test
    void settingsThatDifferAreSaid() {
        List<Finding> findings = SetupComparison.of(
                runSetup("3.22.0", "2"),
                ObservedMachine.UNKNOWN,
                runSetup("3.19.0", "1"),
                ObservedMachine.UNKNOWN,
                List.of("a"));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(AuditCode.HARNESS_DIFFERS, AuditCode.SETTING_DIFFERS);
        assertThat(findings).extracting(Finding::what).anyMatch(text -> text.contains("cache-level 1 → 2"));
    }

    private static RunSetup runSetup(String version, String level) {
        RunSetup.Gathering gathering = new RunSetup.Gathering();
        gathering.add("a", Setup.of(Harness.CALLGRIND, version, Map.of("cache-level", level)));
        return gathering.setup();
    }

    private static List<AuditCode> codes(BenchmarkResult result) {
        Audit audit = new Audit();
        audit.add(result);
        return audit.findings().stream().map(Finding::code).toList();
    }

    private static BenchmarkResult result(
            Mode mode, String unit, int processes, int samples, Map<String, String> settings) {
        double[] values = new double[samples];
        Arrays.fill(values, 1e-6);
        return new BenchmarkResult(
                1,
                new BenchmarkId("parse/words", Map.of(), mode, 1),
                Setup.of(Harness.GOOGLE_BENCHMARK, "", settings),
                new Measurement(
                        new Metric(Metric.SCORE, Unit.of(unit)),
                        1e-6,
                        Double.NaN,
                        Collections.nCopies(processes, new Fork(1e-6, values))),
                List.of(),
                List.of());
    }
}
