package dev.plumbline.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command says what it was given, and what to give it instead. */
class OtherDocumentsTest {

    private static final String RESULT = "{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"forks\":1,\"primaryMetric\":"
            + "{\"score\":1,\"scoreUnit\":\"ms/op\",\"rawData\":[[1]]}}";

    @TempDir
    private Path folder;

    private Tool tool;

    @BeforeEach
    void prepare() {
        tool = new Tool(folder);
    }

    @Test
    void commandsForResultsSayWhatTheyWereGiven() throws IOException {
        assertRefusedAsResults("window.BENCHMARK_DATA = {\"entries\":{}}", "github-action-benchmark", "changepoints");
        assertRefusedAsResults(
                "# HELP benchmark_error_nanoseconds\n", "BenchmarkDotNet for OpenMetrics", "JsonExporter.Full");
        assertRefusedAsResults(RESULT + "\n" + RESULT, "without the array", "jq -s");
        assertRefusedAsResults("{\"a\":1}\n{\"a\":2}", "NDJSON", "jmh -rf json");
        assertRefusedAsResults("{\"forks\":1,\"warmups\":2}", "a configuration", "jmh -rf json");
        assertRefusedAsResults("forks: 1\nwarmups: 2\n", "a configuration", "jmh -rf json");
        assertRefusedAsResults("commit,value\na,1\nb,2\n", "a table of values", "changepoints");
        assertRefusedAsResults("<html></html>", "XML or HTML", "jmh -rf json");
    }

    @Test
    void changePointsSaysWhatItWasGiven() throws IOException {
        assertRefusedAsSeries("[" + RESULT + "]", "JMH's results in JSON", "compare");
        assertRefusedAsSeries(
                "\"Benchmark\",\"Mode\",\"Threads\",\"Samples\",\"Score\"\n\"a\",\"avgt\",1,5,1.0\n", "CSV", "compare");
        assertRefusedAsSeries("# JMH version: 1.37\n1,2\n", "JMH's text output", "compare");
        assertRefusedAsSeries(RESULT + "\n" + RESULT, "without the array", "jq -s");
        assertRefusedAsSeries("{\"value\":1}\n{\"value\":2}\n", "NDJSON", "jq -s");
        assertRefusedAsSeries("{\"forks\":1,\"warmups\":2}", "a configuration", "a row for each run");
        assertRefusedAsSeries("{\"context\":{\"build\":{}},\"benchmarks\":[{\"name\":\"a\"}]}", "androidx", "compare");
        assertRefusedAsSeries("[{\"name\":\"a\",\"unit\":\"ms\",\"value\":1}]", "github-action-benchmark", "data.js");
        assertRefusedAsSeries("method,mean\na,1\nb,2\nc,3\n", "each row is of another benchmark", "a row for each run");
    }

    private void assertRefusedAsResults(String document, String what, String remedy) throws IOException {
        Files.writeString(folder.resolve("given.json"), document);
        for (String[] command : new String[][] {
            {"audit", "given.json"},
            {"compare", "given.json", "given.json"},
            {"upload", "given.json", "--server", "http://localhost:1", "--project", "acme", "--token", Tool.TOKEN}
        }) {
            assertThat(tool.run(command)).as(command[0]).isEqualTo(2);
            assertThat(tool.err())
                    .contains("given.json: this is ")
                    .contains(what)
                    .contains(remedy)
                    .contains("(other-document)");
        }
    }

    private void assertRefusedAsSeries(String document, String what, String remedy) throws IOException {
        Files.writeString(folder.resolve("given"), document);
        assertThat(tool.run("changepoints", "given")).as(document).isEqualTo(2);
        assertThat(tool.err()).contains(what).contains(remedy);
    }
}
