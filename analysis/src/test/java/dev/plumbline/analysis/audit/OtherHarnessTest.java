package dev.plumbline.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** Of libtest, whose figure of 0.31 ns is that of an empty loop; an instruction takes less than a nanosecond, too, but isn't timed. */
    @Test
    void noWorkTakesLessThanANanosecond() throws IOException {
        assertThat(codesOf("test a ... bench:           0.31 ns/iter (+/- 0.02)\n"))
                .contains(AuditCode.BELOW_A_NANOSECOND);
        assertThat(codesOf("test a ... bench:           0 ns/iter (+/- 0)\n")).contains(AuditCode.ZERO_SCORE);
        assertThat(codesOf("test a ... bench:           3 ns/iter (+/- 0)\n"))
                .doesNotContain(AuditCode.BELOW_A_NANOSECOND);
        assertThat(codesOf("BenchmarkFields-8   1000000000   0.2514 ns/op\n")).contains(AuditCode.BELOW_A_NANOSECOND);
    }

    /** Cargo says how it built before it runs the benchmarks. */
    @Test
    void aBuildWithoutOptimisationIsADebugBuild() throws IOException {
        String debug = "    Finished `dev` profile [unoptimized + debuginfo] target(s) in 0.14s\n";
        String release = "    Finished `bench` profile [optimized] target(s) in 0.14s\n";
        String bench = "test a ... bench:           12 ns/iter (+/- 2)\n";
        String criterion = "fib 15                  time:   [1.2000 µs 1.3000 µs 1.6000 µs]\n";

        assertThat(codesOf(debug + bench)).contains(AuditCode.DEBUG_BUILD);
        assertThat(codesOf(release + bench)).doesNotContain(AuditCode.DEBUG_BUILD);
        assertThat(codesOf(bench)).doesNotContain(AuditCode.DEBUG_BUILD);
        assertThat(codesOf(debug + criterion)).contains(AuditCode.DEBUG_BUILD);
        assertThat(codesOf(debug
                        + "a        fastest       │ slowest       │ median        │ mean          │ samples │ iters\n"
                        + "╰─ b     105.5 ns      │ 2.251 µs      │ 116.5 ns      │ 141.9 ns      │ 100     │ 100\n"))
                .contains(AuditCode.DEBUG_BUILD);
    }

    private static List<AuditCode> codesOf(String document) throws IOException {
        Audit audit = new Audit();
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        ResultFormat.read(new ByteArrayInputStream(bytes), ReadLimits.defaults(), audit::add);
        return audit.findings().stream().map(Finding::code).toList();
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
