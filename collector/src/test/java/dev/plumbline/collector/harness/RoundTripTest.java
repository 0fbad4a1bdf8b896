package dev.plumbline.collector.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a small program, measured by real harnesses in pairs: the difference is found, and exact counts are exact. */
class RoundTripTest {

    @TempDir
    private Path folder;

    private Path base;
    private Path head;
    private Tool tool;

    @BeforeEach
    void prepare() throws IOException {
        base = Files.createDirectory(folder.resolve("base"));
        head = Files.createDirectory(folder.resolve("head"));
        tool = new Tool(folder);
        for (String variable : new String[] {"PATH", "HOME"}) {
            tool.with(variable, System.getenv().getOrDefault(variable, ""));
        }
    }

    @Test
    void callgrindCountsToTheInstruction() throws Exception {
        counts("callgrind", "Collected :");
    }

    @Test
    void cachegrindCountsToTheInstruction() throws Exception {
        counts("cachegrind", "I   refs:");
    }

    /** A shell that counts to 100, and to 200: what is kept is what Valgrind itself prints. */
    private void counts(String name, String printed) throws Exception {
        needs("valgrind", "--version");
        write(
                "count.sh",
                "i=0; while [ $i -lt 100 ]; do i=$((i + 1)); done",
                "i=0; while [ $i -lt 200 ]; do i=$((i + 1)); done");

        int code = pairs("3", "--", "valgrind", "--tool=" + name, "sh", "count.sh");

        assertThat(code).as(tool.err()).isEqualTo(ExitCode.VERDICT);
        JsonNode score = series("score");
        assertThat(score.path("outcome").asText()).isEqualTo("regressed");
        assertThat(score.path("method").asText()).isEqualTo("near-exact");
        List<Double> own = Files.readAllLines(folder.resolve("duet.log")).stream()
                .filter(line -> line.contains(printed))
                .map(line -> line.substring(line.indexOf(printed) + printed.length())
                        .replaceAll("[^0-9 ]", "")
                        .strip()
                        .replaceAll(" .*", ""))
                .map(Double::parseDouble)
                .toList();
        assertThat(own).hasSize(6);
        assertThat(Stream.of(kept("base"), kept("head")).flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(own);
        assertThat(kept("head").get(0)).isGreaterThan(kept("base").get(0) + 100 * 50);
    }

    @Test
    void hyperfineFindsTheSlowerProgram() throws Exception {
        needs("hyperfine", "--version");
        write("work.sh", "sleep 0.01", "sleep 0.15");

        assertThat(duet("--", "hyperfine", "-N", "-r", "2", "sh work.sh"))
                .as(tool.err())
                .isEqualTo(ExitCode.VERDICT);

        assertThat(series("score").path("outcome").asText()).isEqualTo("regressed");
        assertThat(kept("head")).allSatisfy(seconds -> assertThat(seconds).isGreaterThan(0.15));
    }

    @Test
    void aPlainCommandIsFoundSlowerInPairs() throws Exception {
        write("work.sh", "sleep 0.01", "sleep 0.15");

        assertThat(duet("--command", "sh work.sh")).as(tool.err()).isEqualTo(ExitCode.VERDICT);

        assertThat(series("score").path("outcome").asText()).isEqualTo("regressed");
        assertThat(tool.out()).contains("sh work.sh");
    }

    @Test
    void goFindsTheSlowerFunctionAndEachAllocation() throws Exception {
        needs("go", "version");
        write("go.mod", "module example.com/acme/text\n", "module example.com/acme/text\n");
        write("text.go", go("strings.Fields(text)"), go("append(strings.Fields(text), strings.Fields(text)...)"));
        String test = """
            package text

            import "testing"

            func BenchmarkWords(b *testing.B) {
            \tb.ReportAllocs()
            \tfor i := 0; i < b.N; i++ {
            \t\tWords("the quick brown fox")
            \t}
            }
            """;
        write("text_test.go", test, test);

        assertThat(duet("--", "go", "test", "-run", "^$", "-bench", ".", "-benchtime", "2000x", "./..."))
                .as(tool.err())
                .isEqualTo(ExitCode.VERDICT);

        // One slice of words; two and the one that joins them.
        JsonNode allocations = series("allocs/op");
        assertThat(allocations.path("baseline").path("value").asDouble()).isEqualTo(1);
        assertThat(allocations.path("candidate").asDouble()).isEqualTo(3);
        assertThat(tool.out()).contains("example.com/acme/text");
    }

    private static String go(String words) {
        return """
            package text

            import "strings"

            func Words(text string) int { return len(%s) }
            """.formatted(words);
    }

    @Test
    void pytestFindsTheSlowerFunction() throws Exception {
        needs("python3", "-c", "import pytest, pytest_benchmark");
        String test =
                "def test_work(benchmark):\n    benchmark.pedantic(sum, args=[range(%d)], rounds=20, iterations=10)\n";
        write("test_work.py", test.formatted(1_000), test.formatted(20_000));

        assertThat(duet("--", "python3", "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_work.py"))
                .as(tool.err())
                .isEqualTo(ExitCode.VERDICT);

        assertThat(series("score").path("outcome").asText()).isEqualTo("regressed");
        assertThat(series("score").path("ratio").asDouble()).isGreaterThan(5);
    }

    @Test
    void googleBenchmarkFindsTheSlowerFunction() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/include/benchmark/benchmark.h")), "Google Benchmark is not installed");
        needs("g++", "--version");
        String source = """
            #include <benchmark/benchmark.h>
            static void Sum(benchmark::State& state) {
              for (auto _ : state)
                for (int i = 0; i < %d; i++) benchmark::DoNotOptimize(i);
            }
            BENCHMARK(Sum);
            BENCHMARK_MAIN();
            """;
        write("bench.cc", source.formatted(1_000), source.formatted(20_000));
        for (Path side : List.of(base, head)) {
            assertThat(execute(side, "g++", "-O1", "-o", "bench", "bench.cc", "-lbenchmark", "-lpthread"))
                    .isZero();
        }

        assertThat(duet("--", "./bench", "--benchmark_min_time=0.02"))
                .as(tool.err())
                .isEqualTo(ExitCode.VERDICT);

        assertThat(series("score").path("outcome").asText()).isEqualTo("regressed");
        assertThat(series("score").path("ratio").asDouble()).isGreaterThan(5);
    }

    private int duet(String... words) {
        return pairs("8", words);
    }

    private int pairs(String most, String... words) {
        List<String> arguments = new ArrayList<>(List.of("duet"));
        if (words[0].equals("--")) {
            arguments.addAll(List.of("base", "head"));
        }
        arguments.addAll(List.of("--max-pairs", most, "--json", "--fail-on", "regression"));
        arguments.addAll(List.of(words));
        if (!words[0].equals("--")) {
            arguments.addAll(List.of("base", "head"));
        }
        return tool.run(arguments.toArray(String[]::new));
    }

    /** The first series of this metric. */
    private JsonNode series(String metric) {
        return StreamSupport.stream(
                        JsonText.object(tool.out())
                                .orElseThrow()
                                .path("verdicts")
                                .spliterator(),
                        false)
                .filter(series -> series.path("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow(() -> new AssertionError(tool.out()));
    }

    /** The score of each launch of a version. */
    private List<Double> kept(String side) throws IOException {
        JsonNode document = JsonText.object(Files.readString(folder.resolve("duet-" + side + ".json")))
                .orElseThrow();
        List<Double> values = new ArrayList<>();
        document.path("benchmarks")
                .get(0)
                .path("metrics")
                .get(0)
                .path("processes")
                .forEach(process -> {
                    JsonNode value =
                            process.isObject() ? process.path("value") : process.isArray() ? process.get(0) : process;
                    values.add(value.asDouble());
                });
        return values;
    }

    private void write(String name, String ofBase, String ofHead) throws IOException {
        Files.writeString(base.resolve(name), ofBase);
        Files.writeString(head.resolve(name), ofHead);
    }

    private void needs(String... command) throws Exception {
        assumeTrue(execute(folder, command) == 0, "can't run " + String.join(" ", command));
    }

    private static int execute(Path where, String... command) throws Exception {
        try {
            return new ProcessBuilder(Arrays.asList(command))
                    .directory(where.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            return -1;
        }
    }
}
