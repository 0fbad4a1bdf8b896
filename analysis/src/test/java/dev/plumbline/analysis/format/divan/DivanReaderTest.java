package dev.plumbline.analysis.format.divan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.archive.Archives;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DivanReaderTest {

    private static final String TREE = """
            running 0 tests

            Timer precision: 20 ns
            strings                 fastest       │ slowest       │ median        │ mean          │ samples │ iters
            ├─ shared                             │               │               │               │         │
            │  ├─ t=1               5.187 ns      │ 8.07 µs       │ 5.207 ns      │ 86.67 ns      │ 100     │ 51200
            │  ╰─ t=2               5.227 ns      │ 6.795 ns      │ 5.266 ns      │ 5.323 ns      │ 100     │ 51200
            ├─ split                              │               │               │               │         │
            │  ╰─ 16                105.5 ns      │ 2.251 µs      │ 116.5 ns      │ 141.9 ns      │ 100     │ 100
            │                       170.5 MB/s    │ 7.994 MB/s    │ 154.4 MB/s    │ 126.8 MB/s    │         │
            │                       170.5 Mchar/s │ 7.994 Mchar/s │ 154.4 Mchar/s │ 126.8 Mchar/s │         │
            │                       max alloc:    │               │               │               │         │
            │                         6           │ 6             │ 6             │ 6             │         │
            │                         128 B       │ 128 B         │ 128 B         │ 128 B         │         │
            │                       alloc:        │               │               │               │         │
            │                         6           │ 6             │ 6.5           │ 6             │         │
            │                         1.5 KiB     │ 1.5 KiB       │ 1.5 KiB       │ 1.5 KiB       │         │
            ├─ nothing              0.004 ns      │ 0.018 ns      │ 0.005 ns      │ 0.006 ns      │ 100     │ 819200
            ╰─ nested                             │               │               │               │         │
               ├─ ignored           (ignored)     │               │               │               │         │
               ├─ items             394.8 ns      │ 397.8 ns      │ 395.4 ns      │ 395.6 ns      │ 20      │ 1000
               │                    22.79 MHz     │ 22.62 MHz     │ 22.75 MHz     │ 22.74 MHz     │         │
               ╰─ deeper                          │               │               │               │         │
                  ╰─ a custom name  391 ns        │ 394.4 ns      │ 391.4 ns      │ 391.6 ns      │ 20      │ 1000

            """;

    private static List<BenchmarkResult> read(String text) {
        return Archives.read(ResultFormat.DIVAN, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Measurement metric(BenchmarkResult result, String name) {
        return result.secondary().stream()
                .filter(each -> each.metric().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesAreThePathsAndThreadsAreThreads() {
        assertThat(read(TREE))
                .extracting(result ->
                        result.benchmark().name() + " " + result.benchmark().threads())
                .containsExactly(
                        "strings::shared 1",
                        "strings::shared 2",
                        "strings::split::16 1",
                        "strings::nothing 1",
                        "strings::nested::items 1",
                        "strings::nested::deeper::a custom name 1");
        assertThat(read(TREE).get(0).setup().harness()).isEqualTo(Harness.DIVAN);
    }

    @Test
    void theScoreIsTheMedianOfOneProcess() {
        BenchmarkResult result = read(TREE).get(2);

        assertThat(result.primary().score()).isEqualTo(116.5e-9, within(1e-15));
        assertThat(result.primary().forks()).hasSize(1);
        assertThat(metric(result, "mean").score()).isEqualTo(141.9e-9, within(1e-15));
        assertThat(metric(result, "fastest").score()).isEqualTo(105.5e-9, within(1e-15));
    }

    @Test
    void countersAndAllocationsAreThoseOfTheMedian() {
        BenchmarkResult result = read(TREE).get(2);

        assertThat(metric(result, "throughput.bytes").score()).isEqualTo(154.4e6, within(1.0));
        assertThat(metric(result, "throughput.chars").metric().unit().base()).isEqualTo("char/s");
        assertThat(metric(result, "max alloc.bytes").score()).isEqualTo(128);
        assertThat(metric(result, "alloc.count").score()).isEqualTo(6.5);
        assertThat(metric(result, "alloc.bytes").score()).isEqualTo(1536);
        assertThat(metric(read(TREE).get(4), "throughput.cycles").score()).isEqualTo(22.75e6, within(1.0));
    }

    @Test
    void saysThatAMedianHasASingleDigit() {
        assertThat(read(TREE).get(3).notes())
                .extracting(BenchmarkResult.Note::code)
                .contains("rounded");
        assertThat(read(TREE).get(2).notes())
                .extracting(BenchmarkResult.Note::code)
                .containsExactly("mean-only");
    }

    @Test
    void coloursAndSeveralBinariesChangeNothing() {
        String coloured = TREE.replace("split ", "\u001b[1msplit\u001b[0m ")
                .replace("│ 116.5 ns", "│ \u001b[32m116.5 ns\u001b[0m");

        assertThat(read(coloured + TREE.replace("strings ", "numbers "))).hasSize(12);
        assertThat(read(coloured).get(2).primary().score()).isEqualTo(116.5e-9, within(1e-15));
    }

    @Test
    void refusesATreeThatIsCutOff() {
        int end = TREE.indexOf("├─ nothing");

        assertThatThrownBy(() -> read(TREE.substring(0, end)))
                .hasMessageContaining("the tree ends before its last branch")
                .hasMessageContaining("line 17");
        assertThatThrownBy(() -> read(TREE.substring(0, end + 50))).hasMessageContaining("too few columns");
    }

    @Test
    void refusesATreeThatSkipsALevel() {
        String broken = TREE.replace("   ╰─ deeper  ", "         ╰─ x");

        assertThatThrownBy(() -> read(broken)).hasMessageContaining("steps deeper");
    }

    @Test
    void refusesATreeThatIsTooDeep() {
        StringBuilder tree = new StringBuilder(TREE.lines().skip(3).findFirst().orElseThrow()).append('\n');
        for (int depth = 0; depth < 100; depth++) {
            tree.append("   ".repeat(depth)).append("╰─ a │ │ │ │ │\n");
        }

        assertThatThrownBy(() -> read(tree.toString())).hasMessageContaining("deeper than 64");
    }

    @Test
    void saysThatTimesAreOnStandardOutput() {
        assertThatThrownBy(() -> read("Timer precision: 20 ns\n")).hasMessageContaining("standard output");
        assertThatThrownBy(() -> read("strings\n├─ a\n╰─ b\n")).hasMessageContaining("not with --test");
    }

    @Test
    void mutilatedTreesAreReadOrRejected() throws IOException {
        HostileDocuments.areReadOrRejected(ResultFormat.DIVAN, TREE);
    }
}
