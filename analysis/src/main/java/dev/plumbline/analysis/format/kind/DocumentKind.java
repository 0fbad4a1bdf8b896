package dev.plumbline.analysis.format.kind;

import java.nio.charset.StandardCharsets;

/** The kinds of documents that people give to a benchmark tool. Which one a document is follows from its content. */
public enum DocumentKind {
    JMH_JSON("JMH's results in JSON", Remedy.NONE, Remedy.SEVERAL_RUNS),
    KOTLINX_JSON("a report of kotlinx-benchmark", Remedy.NONE, Remedy.SEVERAL_RUNS),
    /** Separated by commas or tabs. */
    JMH_CSV("JMH's results in CSV", Remedy.NONE, Remedy.SEVERAL_RUNS),
    JMH_SCSV("JMH's results in CSV with semicolons", Remedy.NONE, Remedy.SEVERAL_RUNS),
    /** The table of results, or a log that ends with it. */
    JMH_TEXT("JMH's text output", Remedy.NONE, Remedy.SEVERAL_RUNS),
    CARGO_CRITERION("messages of cargo-criterion", Remedy.NONE, Remedy.SEVERAL_RUNS),
    CRITERION_TEXT("Criterion's text output", Remedy.NONE, Remedy.SEVERAL_RUNS),
    LIBTEST_BENCH("cargo bench's text output", Remedy.NONE, Remedy.SEVERAL_RUNS),
    DIVAN("Divan's text output", Remedy.NONE, Remedy.SEVERAL_RUNS),
    CRITERION_FILE(
            "one file of a benchmark of Criterion",
            "the name and the samples are in files of their own: give the folder target/criterion",
            Remedy.SEVERAL_RUNS),
    /** One document, or benchmarks one a line. */
    PLUMBLINE_JSON("results in Plumbline's own JSON", Remedy.NONE, Remedy.SEVERAL_RUNS),
    /** Objects of results without the array around them, often one a line. */
    JMH_OBJECTS(
            "JMH's results without the array around them",
            "put them into one array, as jmh -rf json writes it: jq -s . FILE",
            "put the results of each run into an array (jq -s . FILE), and give a file for each run"),
    GO_TEXT("the output of go test", Remedy.NONE, Remedy.SEVERAL_RUNS),
    GO_JSON("the output of go test -json", Remedy.NONE, Remedy.SEVERAL_RUNS),
    JSON_LINES(
            "several JSON values, one after the other (NDJSON)",
            "give the array that jmh -rf json writes",
            "put the runs into one array: jq -s . FILE"),
    BENCHMARK_ACTION(
            "a history of github-action-benchmark",
            "it has one value for each run and no forks: give it to plumbline changepoints, and upload what the benchmarks"
                    + " themselves write",
            Remedy.NONE),
    BENCHMARK_ACTION_INPUT(
            "an input of github-action-benchmark",
            Remedy.NONE,
            "it is one run and no history: give the data.js that the action keeps"),
    BENCHMARK_DOTNET_JSON("a report of BenchmarkDotNet", Remedy.NONE, Remedy.SEVERAL_RUNS),
    BENCHMARK_DOTNET_METRICS(
            "a report of BenchmarkDotNet for OpenMetrics",
            "it has means and no iterations: give the *-report-full.json of JsonExporter.Full",
            Remedy.ROWS),
    CATCH2_XML("an XML report of Catch2", Remedy.NONE, Remedy.SEVERAL_RUNS),
    CATCH2_TEXT("the output of Catch2", Remedy.NONE, Remedy.SEVERAL_RUNS),
    JUNIT_XML(
            "a JUnit report",
            "it has tests and no figures of benchmarks: give what the harness itself writes, for example -r xml of Catch2",
            Remedy.RUNS),
    VITEST_JSON("a report of vitest bench", Remedy.NONE, Remedy.SEVERAL_RUNS),
    VITEST_TASK(
            "what vitest's writeResult keeps of one benchmark",
            "it doesn't say which benchmark it is of: give the report of vitest bench --reporter=json",
            Remedy.ROWS),
    VITEST_TEXT(
            "the output of vitest bench",
            "its figures are rounded: give the report of vitest bench --outputJson FILE, or of --reporter=json from vitest 5"
                    + " on",
            Remedy.ROWS),
    ASV_JSON("a result file of asv", Remedy.NONE, Remedy.SEVERAL_RUNS),
    ASV_BENCHMARKS(
            "asv's list of benchmarks",
            "give a result file: results/MACHINE/COMMIT-ENVIRONMENT.json",
            "give asv's result files, oldest first"),
    ASV_TEXT(
            "the output of asv",
            "its figures are rounded: give the result file that asv run wrote, results/MACHINE/COMMIT-ENVIRONMENT.json",
            "give asv's result files, oldest first"),
    ANDROIDX_JSON("a report of androidx.benchmark", Remedy.NONE, Remedy.SEVERAL_RUNS),
    GOOGLE_BENCHMARK("a report of Google Benchmark", Remedy.NONE, Remedy.SEVERAL_RUNS),
    GOOGLE_BENCHMARK_CSV("a report of Google Benchmark in CSV", Remedy.NONE, Remedy.SEVERAL_RUNS),
    GOOGLE_BENCHMARK_TABLE(
            "the table that Google Benchmark prints",
            "its figures are rounded: give the file of --benchmark_out=FILE",
            Remedy.ROWS),
    PYTEST_BENCHMARK("a report of pytest-benchmark", Remedy.NONE, Remedy.SEVERAL_RUNS),
    HYPERFINE("a report of hyperfine", Remedy.NONE, Remedy.SEVERAL_RUNS),
    HYPERFINE_CSV("a report of hyperfine in CSV", Remedy.NONE, Remedy.SEVERAL_RUNS),
    HYPERFINE_TABLE(
            "a table that hyperfine formatted",
            "its figures are rounded: give the file of --export-json FILE",
            Remedy.ROWS),
    CALLGRIND("a profile of Callgrind", Remedy.NONE, Remedy.SEVERAL_RUNS),
    CACHEGRIND("a profile of Cachegrind", Remedy.NONE, Remedy.SEVERAL_RUNS),
    /** Summaries, on their own or in what {@code cargo bench} prints. */
    GUNGRAUN("summaries of Gungraun (Iai-Callgrind)", Remedy.NONE, Remedy.SEVERAL_RUNS),
    TOKIO_CONSOLE("a recording of tokio-console", Remedy.NONE, Remedy.SEVERAL_RUNS),
    GUNGRAUN_TEXT(
            "what Gungraun (Iai-Callgrind) prints for people",
            "give the summary.json files that cargo bench -- --save-summary=json writes below target, or the output of"
                    + " --output-format=json",
            Remedy.SEVERAL_RUNS),
    CACHEGRIND_DIFFERENCE(
            "a difference that cg_diff wrote",
            "give the two files that it compared: plumbline compare BASE HEAD says which functions changed",
            Remedy.SEVERAL_RUNS),
    VALGRIND_ANNOTATION(
            "a text of cg_annotate or callgrind_annotate",
            "give the file that it was made from (cachegrind.out.*, callgrind.out.*)",
            Remedy.SEVERAL_RUNS),
    VALGRIND_HEAP(
            "a profile of DHAT or Massif",
            "give the summary.json of Gungraun, which has DHAT's totals, or a profile of Callgrind or Cachegrind",
            Remedy.SEVERAL_RUNS),
    /** Points as the server's API returns them. */
    SERIES("a series that Plumbline's server exported", "give it to plumbline changepoints", Remedy.NONE),
    THRESHOLDS("a file of threshold rules", Remedy.RESULTS, Remedy.RUNS),
    CONFIGURATION("a configuration", Remedy.RESULTS, Remedy.RUNS),
    MARKUP("XML or HTML", Remedy.RESULTS, Remedy.RUNS),
    TABLE("a table of values", Remedy.RESULTS + ", or a history of numbers to plumbline changepoints", Remedy.NONE),
    UNKNOWN("not a known document", Remedy.NONE, Remedy.NONE);

    private final String noun;
    private final String forResults;
    private final String forSeries;

    DocumentKind(String noun, String forResults, String forSeries) {
        this.noun = noun;
        this.forResults = forResults;
        this.forSeries = forSeries;
    }

    /** What to do with what can't be used. */
    private static final class Remedy {

        private static final String NONE = "";
        private static final String RESULTS =
                "give the results of a benchmark harness, for example the file that jmh -rf json writes";
        private static final String RUNS =
                "give a CSV file with a row for each run, or the result files of several runs, oldest first";
        private static final String ROWS =
                "it is one run and no history: write the values of all runs as CSV with a row for each run";
        private static final String SEVERAL_RUNS =
                "that is one run and no history: give the files of several runs, oldest"
                        + " first, or their folder; plumbline compare compares two of them";
    }

    /**
     * The kind of a document.
     *
     * @param beginning its first bytes as text in UTF-8, decompressed; the more the better, a few thousand are enough
     */
    public static DocumentKind of(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.UTF_8).stripLeading();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1).stripLeading();
        }
        if (ValgrindOutline.hasSummaries(text)) {
            return GUNGRAUN;
        }
        if (!TextOutline.isJson(text)) {
            return ValgrindOutline.of(text).orElseGet(new TextOutline(text)::kind);
        }
        DocumentKind json = JsonOutline.of(text).kind();
        return json == UNKNOWN && new TextOutline(text).isHarnessText() ? JMH_TEXT : json;
    }

    /** What it is, as in "this is …". */
    public String noun() {
        return noun;
    }

    /** What to give instead where results are expected; empty if it has results that are read, or may have. */
    public String remedyForResults() {
        return forResults;
    }

    /** What to give instead where a history of runs is expected; empty if it is one, or may be. */
    public String remedyForSeries() {
        return forSeries;
    }
}
