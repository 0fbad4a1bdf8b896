package dev.plumbline.analysis.format.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.SampleFolder;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.format.table.Tables;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Setup;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoogleBenchmarkTest {

    private static final ResultFormat JSON = ResultFormat.GOOGLE_BENCHMARK_JSON;
    private static final ResultFormat CSV = ResultFormat.GOOGLE_BENCHMARK_CSV;

    @Test
    void takesRepetitionsAsSamplesOfOneProcess() throws IOException {
        List<BenchmarkResult> results = DocumentReading.readFixture(JSON, "google/words-base.json");

        assertThat(results)
                .extracting(result -> result.benchmark().key())
                .containsExactly(
                        "BM_Concat{range(0)=64}[avgt,1]",
                        "BM_Concat{range(0)=512}[avgt,1]",
                        "BM_Sort/real_time{n=1000,range(1)=2}[avgt,1]",
                        "BM_Threads[avgt,1]",
                        "BM_Threads{threads=1}[avgt,1]",
                        "BM_Threads[avgt,2]",
                        "BM_Fails[avgt,1]");
        BenchmarkResult sort = results.get(2);
        assertThat(sort.primary().forks()).hasSize(1);
        assertThat(sort.primary().forks().get(0).iterations()).hasSize(10);
        assertThat(sort.secondary())
                .extracting(other ->
                        other.metric().name() + " " + other.metric().unit().base())
                .containsExactly("fixed #", "items_per_second items/s", "cpu_time s/op");
        assertThat(sort.setup().settings())
                .containsEntry(Setup.BUILD, "debug")
                .containsEntry(Setup.FREQUENCY_SCALING, "off")
                .containsEntry("num_cpus", "2")
                .doesNotContainKeys("date", "host_name", "load_avg", "executable");
        assertThat(results.get(6).primary().score()).isNaN();
        assertThat(results.get(6).notes().get(0).message()).contains("it failed: nothing to sort, really");
    }

    @Test
    void judgesTheTimeThatTheBenchmarkMeasuresBy() throws IOException {
        List<BenchmarkResult> results = DocumentReading.read(
                JSON,
                report(
                        iteration("a", 2000, 1000, "ns", ""),
                        iteration("b/real_time", 2000, 1000, "ns", ""),
                        iteration("c/8/process_time/threads:4", 2, 1, "ms", ""),
                        iteration("d/process_time/manual_time", 2, 1, "us", "")));

        assertThat(results)
                .extracting(result -> result.benchmark().key() + " "
                        + Math.round(result.primary().score() * 1e9) + " "
                        + result.secondary().get(0).metric().name())
                .containsExactly(
                        "a[avgt,1] 1000 real_time",
                        "b/real_time[avgt,1] 2000 cpu_time",
                        "c/process_time{range(0)=8}[avgt,4] 1000000 real_time",
                        "d/process_time/manual_time[avgt,1] 2000 cpu_time");
    }

    @Test
    void readsAggregatesWhereThereAreNoRepetitions() throws IOException {
        List<BenchmarkResult> results = DocumentReading.readFixture(JSON, "google/words-aggregates.json");

        assertThat(results)
                .extracting(result -> result.benchmark().key())
                .contains("BM_Concat{range(0)=64}[avgt,1]", "BM_Threads[avgt,2]", "BM_Fails[avgt,1]");
        BenchmarkResult last = results.get(results.size() - 1);
        assertThat(last.primary().forks()).hasSize(1);
        assertThat(last.primary().forks().get(0).iterations()).isEmpty();
        assertThat(Tables.notes(last)).containsExactly("mean-only");
    }

    @Test
    void tellsAggregatesByTheirNamesWhereNothingElseDoes() throws IOException {
        List<BenchmarkResult> results = DocumentReading.readFixture(CSV, "google/words-base.csv");

        assertThat(results)
                .extracting(result -> result.benchmark().key() + " "
                        + result.primary().forks().stream()
                                .mapToInt(fork -> fork.iterations().length)
                                .sum())
                .containsExactly(
                        "BM_Concat{range(0)=64}[avgt,1] 3",
                        "BM_Concat{range(0)=512}[avgt,1] 3",
                        "BM_Threads[avgt,1] 3",
                        "BM_Threads{threads=1}[avgt,1] 3",
                        "BM_Threads[avgt,2] 3",
                        "BM_Fails[avgt,1] 0");
        assertThat(results.get(0).primary().score()).isEqualTo(135.106e-9, within(1e-18));

        BenchmarkResult aggregate =
                DocumentReading.readFixture(CSV, "google/words-aggregates.csv").get(0);
        assertThat(aggregate.benchmark().key()).isEqualTo("BM_Sort/real_time{n=1000,range(1)=2}[avgt,1]");
        assertThat(aggregate.primary().score()).isEqualTo(23.6866e-6, within(1e-15));
        assertThat(aggregate.setup().setting(Setup.BUILD)).isEqualTo("debug");
    }

    @Test
    void leavesOutFitsSkippedBenchmarksAndOwnStatistics() throws IOException {
        List<BenchmarkResult> results = DocumentReading.read(
                JSON,
                "{\"benchmarks\": [{\"name\": \"a\", \"iterations\": 9, \"real_time\": 1, \"cpu_time\": 1},"
                        + "{\"name\": \"a\", \"iterations\": 9, \"real_time\": 3, \"cpu_time\": NaN},"
                        + "{\"name\": \"a_max\", \"iterations\": 2, \"real_time\": 3, \"cpu_time\": 3},"
                        + "{\"name\": \"a_BigO\", \"cpu_coefficient\": 3, \"big_o\": \"N\"},"
                        + "{\"name\": \"b_mean\", \"iterations\": 9, \"real_time\": 1, \"cpu_time\": 1},"
                        + "{\"name\": \"c\", \"skipped\": true, \"skip_message\": \"no\", \"real_time\": 0, \"cpu_time\": 0}]}");

        assertThat(results)
                .extracting(result -> result.benchmark().name() + " "
                        + Math.round(result.primary().score() * 1e9))
                .containsExactly("a 1", "b_mean 1");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(DocumentReading.rejection(report(iteration("a", 1, 1, "fortnight", ""))))
                .startsWith("invalid-field: time_unit is \"fortnight\", expected ns, us, ms or s (line ");
        assertThat(DocumentReading.rejection(report(iteration("", 1, 1, "ns", ""))))
                .startsWith("missing-field: the benchmark has no name;");
        assertThat(DocumentReading.rejection(report())).startsWith("no-results: ");
        assertThat(DocumentReading.rejection("name,iterations,real_time,cpu_time,time_unit\n\"a\",5,1,1,ns\n\"b\",5,1"))
                .startsWith("truncated-document: the row has 3 values, the header 5; ")
                .endsWith("(line 3, column 1)");
    }

    @Test
    void readsTheFilesBesideTheRepository() throws IOException {
        assertThat(SampleFolder.outcomes("google-benchmark"))
                .containsEntry("gb-base-reps5.json", "google-benchmark-json: 9 results")
                .containsEntry("gb-base.truncated.csv", "google-benchmark-csv: 3 results")
                .allSatisfy((file, outcome) -> assertThat(outcome)
                        .as(file)
                        .startsWith(file.endsWith(".txt") ? "other-document: " : "google-benchmark-"));
    }

    @Test
    void hostileReportsAreReadOrRejected() throws IOException {
        HostileDocuments.areReadOrRejected(JSON, DocumentReading.fixtureBytes("google/words-aggregates.json"));
        HostileDocuments.areReadOrRejected(
                CSV,
                DocumentReading.fixtureBytes("google/words-base.csv"),
                DocumentReading.fixtureBytes("google/words-aggregates.csv"));
    }

    private static String report(String... benchmarks) {
        return "{\"context\": {\"num_cpus\": 2},\n\"benchmarks\": [" + String.join(",\n", benchmarks) + "]}";
    }

    private static String iteration(String name, double real, double cpu, String unit, String more) {
        return "{\"name\": \"" + name + "\", \"run_name\": \"" + name
                + "\", \"run_type\": \"iteration\", \"iterations\": 10, \"real_time\": " + real + ", \"cpu_time\": "
                + cpu + ", \"time_unit\": \"" + unit + "\"" + more + "}";
    }
}
