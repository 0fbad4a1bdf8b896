package dev.plumbline.analysis.format.dotnet;

import static dev.plumbline.analysis.format.DocumentReading.refusal;
import static dev.plumbline.analysis.format.DocumentReading.results;
import static dev.plumbline.analysis.format.DocumentReading.secondary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.audit.Audit;
import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchmarkDotNetReaderTest {

    private static final String HOST =
            "\"HostEnvironmentInfo\":{\"BenchmarkDotNetVersion\":\"0.14.0\",\"Configuration\":"
                    + "\"RELEASE\",\"HasAttachedDebugger\":false,\"ProcessorName\":\"a CPU\",\"RuntimeVersion\":\".NET 8.0.1\"}";

    /** Two launches; overhead, warm-up and what was measured before the overhead was taken off don't count. */
    private static final String FULL = benchmark(
            "A: DefaultJob",
            "N.A.M(n: 10)",
            "n=10",
            "\"Statistics\":{\"OriginalValues\":[2,4,6,8],\"Mean\":5,\"ConfidenceInterval\":{\"Margin\":1.5}},\"Measurements\":["
                    + measurement("Overhead", "Actual", 1, 2, 2)
                    + "," + measurement("Workload", "Warmup", 1, 2, 90)
                    + "," + measurement("Workload", "Actual", 1, 2, 10)
                    + "," + measurement("Workload", "Result", 1, 2, 4)
                    + "," + measurement("Workload", "Result", 1, 2, 8)
                    + "," + measurement("Workload", "Result", 2, 2, 12)
                    + "," + measurement("Workload", "Result", 2, 2, 16)
                    + "],\"Memory\":{\"Gen0Collections\":5,\"Gen1Collections\":0,\"Gen2Collections\":0,\"TotalOperations\":1000,"
                    + "\"BytesAllocatedPerOperation\":368},\"Metrics\":["
                    + metric("Allocated Memory", 368, "B", false)
                    + "," + metric("Gen0Collects", 5, "Count", false)
                    + "," + metric("CacheMisses", 7, "", false)
                    + "," + metric("Speed", 3, "B", true) + "]");

    @Test
    void readsAForkForEachLaunch() {
        BenchmarkResult result = results(document(FULL)).get(0);

        assertThat(result.setup().harness()).isEqualTo(Harness.BENCHMARK_DOTNET);
        assertThat(result.setup().harnessVersion()).isEqualTo("0.14.0");
        assertThat(result.setup().setting(Setup.BUILD)).isEqualTo("release");
        assertThat(result.setup().setting("ProcessorName")).isEqualTo("a CPU");
        assertThat(result.primary().score()).isCloseTo(5e-9, within(1e-18));
        assertThat(result.primary().scoreError()).isCloseTo(1.5e-9, within(1e-18));
        // 4 and 8 ns, 12 and 16 ns for two operations each
        assertThat(result.primary().forkValues()).containsExactly(new double[] {3e-9, 7e-9}, within(1e-18));
        assertThat(result.primary().forks().get(1).iterations())
                .containsExactly(new double[] {6e-9, 8e-9}, within(1e-18));
    }

    @Test
    void readsMemoryAndDiagnosersOnce() {
        BenchmarkResult result = results(document(FULL)).get(0);

        assertThat(result.secondary())
                .extracting(measurement -> measurement.metric().name())
                .containsExactly(
                        "BytesAllocatedPerOperation",
                        "Gen0Collections",
                        "Gen1Collections",
                        "Gen2Collections",
                        "CacheMisses",
                        "Speed");
        assertThat(secondary(result, "BytesAllocatedPerOperation").score()).isEqualTo(368);
        assertThat(secondary(result, "Gen0Collections").score()).isEqualTo(0.005);
        assertThat(secondary(result, "CacheMisses").metric().unit().base()).isEqualTo("#/op");
        assertThat(secondary(result, "Speed").metric().unit().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
    }

    @Test
    void readsABriefReportAsOneLaunch() {
        BenchmarkResult result = results(document(benchmark(
                        "A: DefaultJob", "N.A.M", "", "\"Statistics\":{\"OriginalValues\":[2,4],\"Mean\":3}")))
                .get(0);

        assertThat(result.primary().forks()).hasSize(1);
        assertThat(result.primary().forks().get(0).iterations()).hasSize(2);
        assertThat(result.notes()).extracting(BenchmarkResult.Note::code).containsExactly("forks-unknown");
        assertThat(result.notes().get(0).message()).contains("JsonExporter.Full");
    }

    @Test
    void readsMeasurementsOfVersionsBeforeTheirStages() {
        String old = "\"Statistics\":{\"Mean\":3},\"Measurements\":["
                + "{\"IterationMode\":\"MainTarget\",\"LaunchIndex\":1,\"Operations\":1,\"Nanoseconds\":9},"
                + "{\"IterationMode\":\"Result\",\"LaunchIndex\":1,\"Operations\":1,\"Nanoseconds\":3}]";

        assertThat(results(document(benchmark("A: DefaultJob", "A.M", "", old)))
                        .get(0)
                        .primary()
                        .forks()
                        .get(0)
                        .iterations())
                .containsExactly(new double[] {3e-9}, within(1e-18));
    }

    @Test
    void keepsABenchmarkWithoutStatisticsAsNotMeasured() {
        BenchmarkResult result = results(document(benchmark("A: DefaultJob", "N.A.M", "", "\"Statistics\":null")))
                .get(0);

        assertThat(result.primary().score()).isNaN();
        assertThat(result.primary().forks()).isEmpty();
        assertThat(result.notes()).extracting(BenchmarkResult.Note::code).containsExactly("not-measured");
    }

    @Test
    void tellsParametersAndJobsApart() {
        String mean = "\"Statistics\":{\"Mean\":1}";
        List<String> keys = keys(document(
                benchmark("A.M: DefaultJob [n=10, s=x&y]", "N.A.M(n: 10, s: \\\"x&y\\\")", "n=10&s=x&y", mean),
                benchmark("A.M: .NET 8.0(Runtime=.NET 8.0, IterationCount=5)", "N.A.M", "", mean),
                benchmark("A.M: .NET 9.0(Runtime=.NET 9.0, IterationCount=5)", "N.A.M", "", mean),
                benchmark("A.M: ShortRun(IterationCount=3, LaunchCount=1)", "N.A.M", "", mean),
                benchmark("A.M: MediumRun(IterationCount=15, LaunchCount=2)", "N.A.M", "", mean),
                benchmark("A.M: Job-ABCDEF(Server=True) [a=Int32[3]]", "N.A.M(a: [1, 2, 3])", "a=Int32[3]", mean),
                benchmark("A.M: Job-ABCDEF(Server=True) [a=Int32[3]]", "N.A.M(a: [1, 2, 4])", "a=Int32[3]", mean)));

        assertThat(keys)
                .containsExactly(
                        "N.A.M{n=10,s=x&y}[avgt,1]",
                        "N.A.M{job=.NET 8.0(Runtime\\=.NET 8.0)}[avgt,1]",
                        "N.A.M{job=.NET 9.0(Runtime\\=.NET 9.0)}[avgt,1]",
                        "N.A.M[avgt,1]",
                        "N.A.M{job=MediumRun(IterationCount\\=15\\, LaunchCount\\=2)}[avgt,1]",
                        "N.A.M{a=Int32\\[3\\],arguments=a: \\[1\\, 2\\, 3\\],job=(Server\\=True)}[avgt,1]",
                        "N.A.M{a=Int32\\[3\\],arguments=a: \\[1\\, 2\\, 4\\],job=(Server\\=True)}[avgt,1]");
    }

    @Test
    void readsNamesWithoutANamespace() {
        assertThat(keys(
                        "{\"HostEnvironmentInfo\":{},\"Benchmarks\":[{\"Namespace\":null,\"Type\":\"A\",\"Method\":\"M\","
                                + "\"Statistics\":{\"Mean\":1}}]}"))
                .containsExactly("A.M[avgt,1]");
    }

    @Test
    void knowsTheSetUpAlsoBehindTheBenchmarks() {
        assertThat(results("{\"Benchmarks\":[" + FULL + "]," + HOST + "}")
                        .get(0)
                        .setup()
                        .harnessVersion())
                .isEqualTo("0.14.0");
    }

    @Test
    void auditsBuildDebuggerAndLaunches() {
        Audit audit = new Audit();
        results(document(benchmark(
                                "A: DefaultJob", "N.A.M", "", "\"Statistics\":{\"OriginalValues\":[2,4],\"Mean\":3}"))
                        .replace("RELEASE", "DEBUG")
                        .replace("\"HasAttachedDebugger\":false", "\"HasAttachedDebugger\":true"))
                .forEach(audit::add);

        assertThat(audit.findings())
                .extracting(Finding::code)
                .contains(AuditCode.DEBUG_BUILD, AuditCode.DEBUGGER, AuditCode.ONE_PROCESS, AuditCode.FEW_SAMPLES);
    }

    @Test
    void saysWhatToGiveInsteadOfOpenMetrics() {
        assertThat(refusal("\uFEFF" + """
                        # HELP benchmark_error_nanoseconds Standard error of the mean.
                        benchmark_error_nanoseconds{method="Foo"} 0
                        """))
                .hasMessageContaining("OpenMetrics")
                .hasMessageContaining("JsonExporter.Full");
    }

    @Test
    void readsOrRejectsWhateverHappensToADocument() throws IOException {
        HostileDocuments.areReadOrRejected(ResultFormat.BENCHMARK_DOTNET_JSON, document(FULL));
    }

    private static List<String> keys(String document) {
        return results(document).stream()
                .map(result -> result.benchmark().key())
                .toList();
    }

    private static String document(String... benchmarks) {
        return "{\"Title\":\"T\"," + HOST + ",\"Benchmarks\":["
                + Stream.of(benchmarks).collect(Collectors.joining(",")) + "]}";
    }

    private static String benchmark(String display, String fullName, String parameters, String rest) {
        return "{\"DisplayInfo\":\"" + display
                + "\",\"Namespace\":\"N\",\"Type\":\"A\",\"Method\":\"M\",\"Parameters\":\"" + parameters
                + "\",\"FullName\":\"" + fullName + "\"," + rest + "}";
    }

    private static String measurement(String mode, String stage, int launch, int operations, int nanoseconds) {
        return "{\"IterationMode\":\"" + mode + "\",\"IterationStage\":\"" + stage + "\",\"LaunchIndex\":" + launch
                + ",\"IterationIndex\":1,\"Operations\":" + operations + ",\"Nanoseconds\":" + nanoseconds + "}";
    }

    private static String metric(String id, int value, String unit, boolean more) {
        return "{\"Value\":" + value + ",\"Descriptor\":{\"Id\":\"" + id + "\",\"Unit\":\"" + unit
                + "\",\"TheGreaterTheBetter\":" + more + "}}";
    }
}
