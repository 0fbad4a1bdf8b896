package dev.plumbline.analysis.format.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.table.Tables;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Direction;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoReaderTest {

    private static final String HEADER = "goos: linux\ngoarch: amd64\npkg: example.org/a\ncpu: Some CPU @ 2.80GHz\n";

    @Test
    void takesEachLineAsAnObservation() throws IOException {
        List<BenchmarkResult> results = DocumentReading.readFixture(ResultFormat.GO_BENCH, "go/words-base.txt");

        assertThat(keys(results))
                .containsExactly(
                        "example.org/words/count.BenchmarkFields{size=64}[avgt,2]",
                        "example.org/words/count.BenchmarkFields{size=4096}[avgt,2]",
                        "example.org/words/count.BenchmarkParallel[avgt,2]",
                        "example.org/words/count.BenchmarkLogged[avgt,2]",
                        "example.org/words/text.BenchmarkFields[avgt,2]",
                        "example.org/words/count.BenchmarkFails{kind=sub}[avgt,2]",
                        "example.org/words/text.BenchmarkTroubled[avgt,2]");
        BenchmarkResult fields = results.get(0);
        assertThat(fields.primary().forks()).hasSize(10);
        assertThat(fields.primary().forks().get(0).value()).isEqualTo(116.7e-9, within(1e-18));
        // Sorted: 55.29 63.01 69.09 106.1 107.4 | 109.7 116.7 118.0 136.1 152.5 ns/op
        assertThat(fields.primary().score()).isEqualTo((107.4e-9 + 109.7e-9) / 2, within(1e-18));
        assertThat(fields.secondary().stream().map(other -> other.metric().name()))
                .containsExactly("MB/s", "words", "B/op", "allocs/op");
        assertThat(fields.secondary().get(0).forks().get(0).value()).isEqualTo(514.22e6);
        assertThat(fields.setup().settings())
                .containsOnlyKeys("cpu", "goarch", "goos")
                .containsEntry("cpu", "Intel(R) Xeon(R) Processor @ 2.80GHz");
    }

    @Test
    void countsWhatFailsOrPanicsAsFailed() throws IOException {
        for (String file : List.of("go/words-base.txt", "go/words-base-verbose.txt")) {
            List<BenchmarkResult> failed = DocumentReading.readFixture(ResultFormat.GO_BENCH, file).stream()
                    .filter(result -> Double.isNaN(result.primary().score()))
                    .toList();

            assertThat(keys(failed))
                    .containsExactly(
                            "example.org/words/count.BenchmarkFails{kind=sub}[avgt,2]",
                            "example.org/words/text.BenchmarkTroubled[avgt,2]");
            assertThat(failed.get(1).notes().get(0).message()).contains("it panicked");
            assertThat(failed.get(1).primary().forkValues()).isEmpty();
        }
    }

    @Test
    void joinsTheEventsOfAResult() throws IOException {
        List<BenchmarkResult> results = DocumentReading.readFixture(ResultFormat.GO_BENCH, "go/words-base.jsonl");

        assertThat(keys(results))
                .contains(
                        "example.org/words/count.BenchmarkFields{size=64}[avgt,1]",
                        "example.org/words/count.BenchmarkFields{size=64}[avgt,2]",
                        "example.org/words/text.BenchmarkFields[avgt,1]",
                        "example.org/words/text.BenchmarkFields[avgt,2]");
        assertThat(results)
                .filteredOn(result -> Double.isFinite(result.primary().score()))
                .allSatisfy(result -> assertThat(result.primary().forks()).hasSize(3));
    }

    @Test
    void keepsPackagesApartWhoseEventsAreMixed() throws IOException {
        List<BenchmarkResult> results = DocumentReading.read(ResultFormat.GO_BENCH, """
                {"Action":"start","Package":"x/a"}
                {"Action":"output","Package":"x/a","Output":"BenchmarkX-4 \\t"}
                {"Action":"output","Package":"x/b","Output":"BenchmarkX-4 \\t"}
                {"Action":"output","Package":"x/a","Output":"  100\\t  1.5 ns/op\\n"}
                {"Action":"output","Package":"x/b","Output":"  100\\t  2.5 ns/op\\n"}
                """);

        assertThat(results)
                .extracting(result -> result.benchmark().key() + " "
                        + Math.round(result.primary().score() * 1e10))
                .containsExactly("x/a.BenchmarkX[avgt,4] 15", "x/b.BenchmarkX[avgt,4] 25");
    }

    @Test
    void readsNamesAsBenchstatDoes() throws IOException {
        List<BenchmarkResult> results = DocumentReading.read(ResultFormat.GO_BENCH, """
                BenchmarkA 100 1 ns/op
                BenchmarkA-8 100 1 ns/op
                BenchmarkA/kind=b/size=16-8 100 1 ns/op
                BenchmarkA/kind=b/fast-8 100 1 ns/op
                BenchmarkA/my_table_-_20 100 1 ns/op
                BenchmarkA/x=1#01 100 1 ns/op
                Benchmarking 100 1 ns/op
                """);

        assertThat(keys(results))
                .containsExactly(
                        "BenchmarkA[avgt,1]",
                        "BenchmarkA[avgt,8]",
                        "BenchmarkA{kind=b,size=16}[avgt,8]",
                        "BenchmarkA/kind\\=b/fast[avgt,8]",
                        "BenchmarkA/my_table_-_20[avgt,1]",
                        "BenchmarkA{x=1#01}[avgt,1]");
    }

    @Test
    void knowsWhichWayAUnitGetsBetter() throws IOException {
        BenchmarkResult result = DocumentReading.read(
                        ResultFormat.GO_BENCH,
                        HEADER + "Unit hits better=higher\nBenchmarkA 10 5 ns/op 7 hits 3 probes 9 calls/sec 2 score\n")
                .get(0);

        assertThat(result.secondary())
                .extracting(other ->
                        other.metric().name() + " " + other.metric().unit().direction())
                .containsExactly(
                        "hits " + Direction.HIGHER_IS_BETTER,
                        "probes " + Direction.NOT_KNOWN,
                        "calls/sec " + Direction.HIGHER_IS_BETTER,
                        "secondary:score " + Direction.NOT_KNOWN);
        assertThat(result.notes())
                .extracting(BenchmarkResult.Note::code)
                .containsExactly("unknown-unit", "unknown-unit", "unknown-unit");
    }

    @Test
    void takesTheFirstUnitWhereThereIsNoTime() throws IOException {
        BenchmarkResult result = DocumentReading.read(ResultFormat.GO_BENCH, "BenchmarkA 10 5 B/op 7 allocs/op\n")
                .get(0);

        assertThat(result.primary().metric().unit().symbol()).isEqualTo("B/op");
        assertThat(result.secondary()).hasSize(1);
    }

    @Test
    void readsTheConfigurationThatHoldsForAResult() throws IOException {
        List<BenchmarkResult> results = DocumentReading.read(
                ResultFormat.GO_BENCH,
                HEADER
                        + "toolchain: go1.24\ncommit: abc\nBenchmarkA 1 5 ns/op\ntoolchain: go1.25\nBenchmarkB 1 5 ns/op\n"
                        + "toolchain:\nBenchmarkC 1 5 ns/op\nBenchmarkA 1 5 ns/op\n");

        assertThat(results)
                .extracting(result -> result.setup().setting("toolchain"))
                .containsExactly("go1.24", "go1.25", "");
        assertThat(results.get(0).setup().settings()).doesNotContainKeys("commit", "pkg");
        assertThat(Tables.notes(results.get(0))).isEmpty();

        assertThat(DocumentReading.read(
                                ResultFormat.GO_BENCH,
                                HEADER + "note: on\nBenchmarkA 1 5 ns/op\nnote: off\nBenchmarkA 1 5 ns/op\n")
                        .get(0)
                        .notes())
                .extracting(BenchmarkResult.Note::code)
                .containsExactly("settings-vary");
    }

    @Test
    void findsValuesBelowWhatTheBenchmarkPrinted() throws IOException {
        List<BenchmarkResult> results = DocumentReading.read(
                ResultFormat.GO_BENCH,
                HEADER
                        + "BenchmarkA-2   \thello\nworld\n     100\t      12.5 ns/op\nBenchmarkB-2   \tpanic: no\nexit status 2\n"
                        + "BenchmarkC\nfatal\nexit status 1\nFAIL\texample.org/a\t0.1s\n");

        assertThat(keys(results))
                .containsExactly(
                        "example.org/a.BenchmarkA[avgt,2]",
                        "example.org/a.BenchmarkB[avgt,2]",
                        "example.org/a.BenchmarkC[avgt,2]");
        assertThat(results.stream().map(result -> result.primary().forks().size()))
                .containsExactly(1, 0, 0);
    }

    @Test
    void rejectsWhatItCantTell() {
        assertThat(DocumentReading.rejection(HEADER + "BenchmarkA-2 \t 100\t 12.5 ns/op\t 7"))
                .startsWith("truncated-document: the value 7 has no unit;")
                .endsWith("(line 5, column 1)");
        assertThat(DocumentReading.rejection(HEADER + "BenchmarkA-2 100 12.5 ns/op x B/op\n"))
                .startsWith("invalid-field: \"x\"");
        assertThat(DocumentReading.rejection(HEADER + "BenchmarkA 1 1e200 ns/op\n"))
                .startsWith("number-out-of-range: ");
        assertThat(DocumentReading.rejection(HEADER + "PASS\nok  \texample.org/a\t0.1s\n"))
                .startsWith("no-results: ");
        assertThat(DocumentReading.rejection(HEADER + "BenchmarkA 1 5 ns/op\ncpu: Other\nBenchmarkA 1 5 ns/op\n"))
                .contains("was measured with cpu Some CPU @ 2.80GHz and with Other;");
        assertThat(DocumentReading.rejection(HEADER + "BenchmarkA/a=1/b=2 1 5 ns/op\nBenchmarkA/b=2/a=1 1 5 ns/op\n"))
                .startsWith("duplicate-result: ");
    }

    private static List<String> keys(List<BenchmarkResult> results) {
        return results.stream().map(result -> result.benchmark().key()).toList();
    }
}
