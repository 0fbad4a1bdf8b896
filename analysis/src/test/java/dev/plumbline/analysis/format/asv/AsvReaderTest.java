package dev.plumbline.analysis.format.asv;

import static dev.plumbline.analysis.format.DocumentReading.format;
import static dev.plumbline.analysis.format.DocumentReading.refusal;
import static dev.plumbline.analysis.format.DocumentReading.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Mode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsvReaderTest {

    /** Trailing columns that would be null are missing, as asv leaves them out. */
    private static final String VERSION_2 = """
            {"commit_hash": "2d39e738", "env_name": "virtualenv-py3.12", "date": 1737716375000,
             "params": {"machine": "runner", "cpu": "a CPU", "python": "3.12"}, "python": "3.12",
             "requirements": {"numpy": "2.0", "scipy": null}, "env_vars": {},
             "result_columns": ["result", "params", "version", "started_at", "duration", "stats_ci_99_a", "stats_ci_99_b",
               "stats_q_25", "stats_q_75", "stats_number", "stats_repeat", "samples", "profile"],
             "results": {
               "suite.time_one": [[0.25], [], "2286ec9fd119", 1, 0.4, [0.2], [0.4], [0.2], [0.3], [1], [3], [[0.2, 0.25, 0.3]]],
               "suite.timeraw_import": [[0.5], [], "c31350d2"],
               "suite.Many.time_it": [[1.0, NaN, null, 4.0], [["'a'", "'b'"], ["1", "2"]], "e948"],
               "suite.time_all_failed": [null, [["1", "2"]], "77"],
               "suite.mem_list": [[2416], [], "12"],
               "suite.track_words": [[42.0], []]
             }, "durations": {}, "version": 2}
            """;

    @Test
    void readsVersion2() {
        List<BenchmarkResult> results = results(VERSION_2);
        BenchmarkResult one = results.get(0);

        assertThat(format(VERSION_2.getBytes(StandardCharsets.UTF_8))).isEqualTo(ResultFormat.ASV_JSON);
        assertThat(one.benchmark().key()).isEqualTo("suite.time_one{version=2286ec9f}[avgt,1]");
        assertThat(one.setup().harness()).isEqualTo(Harness.ASV);
        assertThat(one.setup().settings())
                .containsEntry("cpu", "a CPU")
                .containsEntry("numpy", "2.0")
                .containsEntry("python", "3.12")
                .doesNotContainKey("scipy");
        assertThat(one.primary().score()).isEqualTo(0.25);
        assertThat(one.primary().scoreError()).isCloseTo(0.1, within(1e-12));
        assertThat(one.primary().forks().get(0).iterations()).containsExactly(0.2, 0.25, 0.3);
        assertThat(one.notes()).isEmpty();
    }

    /** The last parameter changes first; what the benchmark skipped (NaN) isn't there, what failed (null) is. */
    @Test
    void readsACombinationOfParametersPerValue() {
        List<BenchmarkResult> many = named("suite.Many.time_it");

        assertThat(many)
                .extracting(result -> result.benchmark().key())
                .containsExactly(
                        "suite.Many.time_it{param1='a',param2=1,version=e948}[avgt,1]",
                        "suite.Many.time_it{param1='b',param2=1,version=e948}[avgt,1]",
                        "suite.Many.time_it{param1='b',param2=2,version=e948}[avgt,1]");
        assertThat(many.get(1).primary().score()).isNaN();
        assertThat(many.get(1).notes()).extracting(BenchmarkResult.Note::code).containsExactly("not-measured");
        assertThat(many.get(2).primary().score()).isEqualTo(4);
    }

    @Test
    void keepsEachCombinationOfABenchmarkThatFailed() {
        assertThat(named("suite.time_all_failed"))
                .hasSize(2)
                .allMatch(result -> Double.isNaN(result.primary().score()));
    }

    @Test
    void knowsUnitsByTheNames() {
        assertThat(named("suite.timeraw_import").get(0).benchmark().mode()).isEqualTo(Mode.SINGLE_SHOT_TIME);
        assertThat(named("suite.timeraw_import")
                        .get(0)
                        .primary()
                        .metric()
                        .unit()
                        .base())
                .isEqualTo("s");
        assertThat(named("suite.mem_list").get(0).primary().metric().unit().base())
                .isEqualTo("B");
        assertThat(named("suite.mem_list").get(0).benchmark().mode()).isEqualTo(Mode.COUNT);
        BenchmarkResult tracked = named("suite.track_words").get(0);
        assertThat(tracked.primary().metric().unit().direction()).isEqualTo(Direction.NOT_KNOWN);
        assertThat(tracked.notes()).extracting(BenchmarkResult.Note::code).containsExactly("unknown-unit");
    }

    @Test
    void readsObjectsAndPlainNumbersOfVersion1() {
        List<BenchmarkResult> results = results("""
                {"results": {
                   "a.time_b": {"result": [1.5, 2.5], "params": [["x", "y"]],
                      "stats": [{"ci_99": [1.0, 2.0], "repeat": 3}, null], "samples": [[1.0, 1.5, 2.0], null]},
                   "a.time_c": {"result": 3.5, "stats": {"ci_99": [3.0, 4.0]}},
                   "a.time_d": 4.5,
                   "a.time_e": null},
                 "params": {"machine": "m"}, "requirements": [], "python": "2.7",
                 "benchmark_version": {"a.time_c": "1"}, "commit_hash": "0bd3c760", "version": 1}
                """);

        assertThat(results)
                .extracting(result -> result.benchmark().key())
                .containsExactly(
                        "a.time_b{param1=x}[avgt,1]",
                        "a.time_b{param1=y}[avgt,1]",
                        "a.time_c{version=1}[avgt,1]",
                        "a.time_d[avgt,1]",
                        "a.time_e[avgt,1]");
        assertThat(results.get(0).primary().scoreError()).isEqualTo(0.5);
        assertThat(results.get(0).primary().forks().get(0).iterations()).hasSize(3);
        assertThat(results.get(1).primary().scoreError()).isNaN();
        assertThat(results.get(2).primary().scoreError()).isEqualTo(0.5);
        assertThat(results.get(3).primary().score()).isEqualTo(4.5);
        assertThat(results.get(4).primary().score()).isNaN();
    }

    @Test
    void knowsMoreWithTheListOfBenchmarks() throws IOException {
        AsvBenchmarks known = AsvBenchmarks.read(
                stream(
                        "{\"suite.track_words\": {\"type\": \"track\", \"unit\": \"words/s\", \"param_names\": [], \"params\": []},"
                                + " \"suite.Many.time_it\": {\"type\": \"time\", \"unit\": \"seconds\", \"param_names\": [\"kind\","
                                + " \"size\"], \"params\": [[\"'a'\"], [\"1\"]], \"code\": \"x\", \"version\": \"e948\"}, \"version\": 2}"),
                ReadLimits.defaults());
        List<BenchmarkResult> results = new ArrayList<>();
        new AsvReader(known).read(stream(VERSION_2), ReadLimits.defaults(), results::add);

        assertThat(results)
                .extracting(result -> result.benchmark().key())
                .contains("suite.Many.time_it{kind='a',size=1,version=e948}[avgt,1]");
        assertThat(results.get(results.size() - 1).primary().metric().unit().symbol())
                .isEqualTo("words/s");
    }

    /** A benchmark whose set-up failed has one null, however many combinations there are. */
    @Test
    void countsAllCombinationsAsFailedWithASingleNull() {
        String document = """
                {"commit_hash": "a", "results": {"time_a": {"result": [null], "params": [["1", "2", "3"]]}}}
                """;

        assertThat(results(document))
                .hasSize(3)
                .allMatch(result -> Double.isNaN(result.primary().score()));
    }

    @Test
    void saysWhatToGiveInstead() {
        assertThat(
                        refusal(
                                "{\"a.time_b\": {\"code\": \"c\", \"name\": \"a.time_b\", \"param_names\": [], \"params\": []}}"))
                .hasMessageContaining("asv's list of benchmarks");
        assertThat(refusal("· Running 10 total benchmarks (1 commits * 2 environments * 5 benchmarks)\n"))
                .hasMessageContaining("the output of asv");
        assertThat(
                        refusal(
                                "{\"commit_hash\": \"a\", \"results\": {\"time_a\": {\"result\": [1, 2], \"params\": [[\"1\"]]}}}"))
                .hasMessageContaining("2 values for 1 combinations");
        assertThat(refusal("{\"commit_hash\": \"a\", \"results\": {}}")).hasMessageContaining("no results");
    }

    /** A product of parameters that no machine could hold is told before it is made. */
    @Test
    void rejectsFarTooManyCombinations() {
        String values = "[" + "\"1\",".repeat(999) + "\"1\"]";
        String params = "[" + (values + ",").repeat(9) + values + "]";

        assertThat(refusal("{\"commit_hash\": \"a\", \"results\": {\"time_a\": {\"result\": null, \"params\": " + params
                                + "}}}")
                        .code())
                .isIn("too-many-results", "duplicate-result");
    }

    @Test
    void readsOrRejectsWhateverHappensToADocument() throws IOException {
        HostileDocuments.areReadOrRejected(ResultFormat.ASV_JSON, VERSION_2);
    }

    private static List<BenchmarkResult> named(String name) {
        return results(VERSION_2).stream()
                .filter(result -> result.benchmark().name().equals(name))
                .toList();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
