package dev.plumbline.analysis.format.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.archive.Archives;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cargo-criterion, Criterion and libtest print. */
class RustTextsTest {

    private static final String CONSOLE = """
               Compiling lab v0.1.0 (/src/lab)
                Finished `bench` profile [optimized] target(s) in 1m 21s
            Benchmarking fib 15: Collecting 100 samples in estimated 1.3532 s (25k iterations)
            fib 15                  time:   [1.2000 µs 1.3000 µs 1.6000 µs]
                                    change: [-28.030% +56.960% +192.45%] (p = 0.28 > 0.05)
                                    No change in performance detected.
            Found 20 outliers among 100 measurements (20.00%)

            Benchmarking check/sum: of "bytes"/flat: Analyzing
            check/sum: of "bytes"/flat
                                    time:   [8.2499 ms 13.667 ms 19.940 ms]
                                    thrpt:  [50.150 Melem/s 73.169 Melem/s 121.21 Melem/s]
                             change:
                                    time:   [-66.082% -38.226% +26.258%] (p = 0.18 > 0.05)
                                    thrpt:  [-20.797% +61.879% +194.83%]
            """;

    private static final String BENCHER = """

            running 3 tests
            test tests::ignored ... ignored
            test Create Realm ... bench:       1,234 ns/iter (+/- 56)
            test parse::tokens ... bench:         329.25 ns/iter (+/- 4.10) = 120 MB/s
            test parse::broken ... FAILED

            test result: ok. 0 passed; 0 failed; 1 ignored; 2 measured; 0 filtered out
            """;

    private static final String MESSAGES = """
            {"reason":"benchmark-complete","id":"alu/add","report_directory":"r","iteration_count":[2,4,6],\
            "measured_values":[200.0,440.0,540.0],"unit":"ns","throughput":[{"per_iteration":18,"unit":"bytes"}],\
            "typical":{"estimate":1,"lower_bound":1,"upper_bound":1,"unit":"ns"},\
            "mean":{"estimate":100.0,"lower_bound":95.0,"upper_bound":105.0,"unit":"ns"},\
            "median":{"estimate":100.0,"lower_bound":94.0,"upper_bound":102.0,"unit":"ns"},"slope":null,"change":null}
            {"reason":"group-complete","group_name":"alu","benchmarks":["alu/add"],"report_directory":"r"}
            """.replace("\\\n", "");

    private static List<BenchmarkResult> read(ResultFormat format, String text) {
        return Archives.read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theConsoleHasTheTimeWithItsInterval() {
        List<BenchmarkResult> results = read(ResultFormat.CRITERION_TEXT, CONSOLE);

        assertThat(results)
                .extracting(result -> result.benchmark().name())
                .containsExactly("fib 15", "check/sum: of \"bytes\"/flat");
        assertThat(results.get(0).primary().score()).isEqualTo(1.3e-6, within(1e-15));
        assertThat(results.get(0).primary().scoreError()).isEqualTo(0.2e-6, within(1e-15));
        assertThat(results.get(1).primary().score()).isEqualTo(13.667e-3, within(1e-12));
        assertThat(results.get(1).secondary()).hasSize(1);
        assertThat(results.get(1).secondary().get(0).metric().name()).isEqualTo("throughput.elements");
        assertThat(results.get(1).secondary().get(0).score()).isEqualTo(73.169e6, within(1.0));
        assertThat(results.get(0).notes())
                .extracting(BenchmarkResult.Note::code)
                .contains("mean-only");
    }

    @Test
    void bencherLinesHaveGroupsOfDigits() {
        List<BenchmarkResult> results = read(ResultFormat.LIBTEST_BENCH, BENCHER);

        assertThat(results).hasSize(3);
        assertThat(results.get(0).benchmark().name()).isEqualTo("Create Realm");
        assertThat(results.get(0).primary().score()).isEqualTo(1234e-9, within(1e-15));
        assertThat(results.get(1).primary().score()).isEqualTo(329.25e-9, within(1e-15));
        assertThat(results.get(1).secondary().get(0).score()).isEqualTo(120e6, within(1.0));
    }

    @Test
    void aBenchmarkThatPanickedCountsAsFailed() {
        BenchmarkResult broken = read(ResultFormat.LIBTEST_BENCH, BENCHER).get(2);

        assertThat(broken.benchmark().name()).isEqualTo("parse::broken");
        assertThat(broken.primary().forkValues()).isEmpty();
        assertThat(broken.notes()).extracting(BenchmarkResult.Note::code).contains("not-measured");
    }

    @Test
    void messagesHaveTheSamples() {
        List<BenchmarkResult> results = read(ResultFormat.CARGO_CRITERION, MESSAGES);

        assertThat(results).hasSize(1);
        assertThat(results.get(0).benchmark().name()).isEqualTo("alu/add");
        // 200/2, 440/4 and 540/6 ns: the median is 100.
        assertThat(results.get(0).primary().score()).isEqualTo(100e-9, within(1e-18));
        assertThat(results.get(0).primary().forks().get(0).iterations()).hasSize(3);
        assertThat(results.get(0).primary().scoreError()).isEqualTo(4e-9, within(1e-18));
        assertThat(results.get(0).secondary())
                .extracting(each -> each.metric().name())
                .containsExactly("typical", "throughput.bytes");
    }

    @Test
    void aMeasurementThatIsNoTimeIsRefused() {
        assertThatThrownBy(() -> read(
                        ResultFormat.CARGO_CRITERION,
                        MESSAGES.replace("\"unit\":\"ns\",\"throughput\"", "\"unit\":\"cycles\",\"throughput\"")))
                .hasMessageContaining("measured in cycles, which is no time")
                .hasMessageContaining("line 1");
    }

    @Test
    void mutilatedTextsAreReadOrRejected() throws IOException {
        HostileDocuments.areReadOrRejected(ResultFormat.CRITERION_TEXT, CONSOLE);
        HostileDocuments.areReadOrRejected(ResultFormat.LIBTEST_BENCH, BENCHER);
        HostileDocuments.areReadOrRejected(ResultFormat.CARGO_CRITERION, MESSAGES);
    }
}
