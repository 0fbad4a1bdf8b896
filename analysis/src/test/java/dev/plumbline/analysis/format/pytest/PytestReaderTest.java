package dev.plumbline.analysis.format.pytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.SampleFolder;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.format.table.Tables;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PytestReaderTest {

    private static final ResultFormat FORMAT = ResultFormat.PYTEST_BENCHMARK;

    @Test
    void takesRoundsAsSamplesOfOneProcess() throws IOException {
        List<BenchmarkResult> results = DocumentReading.readFixture(FORMAT, "pytest/words-base.json");

        assertThat(results)
                .extracting(result -> result.benchmark().key())
                .containsExactly(
                        "test_words.py::test_count{words=10}[avgt,1]",
                        "test_words.py::test_count{words=200}[avgt,1]",
                        "test_words.py::test_two{kind=upper,size=5}[avgt,1]",
                        "test_words.py::test_pedantic[avgt,1]");
        BenchmarkResult pedantic = results.get(3);
        assertThat(pedantic.primary().forks()).hasSize(1);
        assertThat(pedantic.primary().forks().get(0).iterations()).hasSize(15);
        assertThat(results.get(0).setup().settings())
                .containsEntry("extra_info.words", "10")
                .containsEntry("timer", "perf_counter")
                .containsEntry("python_implementation", "CPython")
                .doesNotContainKeys("node", "release");
    }

    @Test
    void takesTheMedianWhereThereAreNoRounds() throws IOException {
        BenchmarkResult result = DocumentReading.read(FORMAT, document("\"median\": 0.5, \"mean\": 7"))
                .get(0);

        assertThat(result.primary().score()).isEqualTo(0.5);
        assertThat(result.primary().forks()).hasSize(1);
        assertThat(Tables.notes(result)).containsExactly("mean-only");
    }

    @Test
    void countsWhatHasNoNumberAsFailed() throws IOException {
        BenchmarkResult result = DocumentReading.read(FORMAT, document("\"median\": NaN, \"data\": [NaN, Infinity]"))
                .get(0);

        assertThat(result.primary().score()).isNaN();
        assertThat(result.primary().forkValues()).isEmpty();
        assertThat(Tables.notes(result)).containsExactly("not-measured");
    }

    @Test
    void keepsAnIdInTheNameThatParametersDontExplain() {
        assertThat(PytestName.of("a.py::t[100k]", "100k", List.of("count")).params())
                .containsEntry("count", "100k");
        assertThat(PytestName.of("a.py::t[1-x]", "1-x", List.of("b", "a")).params())
                .containsEntry("b", "1")
                .containsEntry("a", "x");
        assertThat(PytestName.of("a.py::t[1--2]", "1--2", List.of("b", "a")).name())
                .isEqualTo("a.py::t[1--2]");
        assertThat(PytestName.of("a.py::t[1]", "1", List.of()).name()).isEqualTo("a.py::t[1]");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(DocumentReading.rejection("{\"machine_info\": {}, \"benchmarks\": []}"))
                .startsWith("no-results: ");
        assertThat(DocumentReading.rejection("{\"machine_info\": {}, \"benchmarks\": [{}]}"))
                .startsWith("missing-field: result 1: the benchmark has neither fullname nor name; ");
        assertThat(DocumentReading.rejection(document("\"median\": \"fast\""))).startsWith("invalid-field: ");
    }

    @Test
    void readsTheFilesBesideTheRepository() throws IOException {
        assertThat(SampleFolder.outcomes("pytest-benchmark"))
                .containsEntry("pytest-base-with-data.json", "pytest-benchmark: 5 results")
                // Somebody replaced most rounds by a text.
                .hasEntrySatisfying(
                        "benchmark-action__pytest_output.json",
                        outcome -> assertThat(outcome)
                                .startsWith("invalid-field: result 1 (bench.py::test_fib_10): a round of data is \"...")
                                .endsWith("(line 68, column 21)"))
                .allSatisfy((file, outcome) -> assertThat(outcome)
                        .as(file)
                        .startsWith(
                                file.endsWith(".txt")
                                        ? ""
                                        : file.startsWith("benchmark-action")
                                                ? "invalid-field: "
                                                : "pytest-benchmark: "));
    }

    @Test
    void hostileFilesAreReadOrRejected() throws IOException {
        HostileDocuments.areReadOrRejected(FORMAT, DocumentReading.fixtureBytes("pytest/words-base.json"));
    }

    private static String document(String stats) {
        return "{\"machine_info\": {}, \"benchmarks\": [{\"fullname\": \"a.py::t\", \"stats\": {" + stats + "}}]}";
    }
}
