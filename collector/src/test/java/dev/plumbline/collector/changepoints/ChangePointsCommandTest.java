package dev.plumbline.collector.changepoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every series here has 40 runs and one shift of +30 %, of which run 21 is the first. */
class ChangePointsCommandTest {

    @TempDir
    private Path folder;

    private Tool tool;

    @BeforeEach
    void prepare() {
        tool = new Tool(folder);
    }

    @Test
    void readsCsvWithOrWithoutAHeader() throws IOException {
        Random random = new Random(7);
        IntFunction<String> value = run -> String.format(Locale.ROOT, "%.4f", value(run, random));

        assertThat(found("one.csv", lines("", value))).isEqualTo("21");
        assertThat(found("named.csv", lines("latency (ms)\n", value))).isEqualTo("21");
        assertThat(found("index.csv", lines("", run -> run + "," + value.apply(run))))
                .isEqualTo("21");
        assertThat(found(
                        "several.csv",
                        lines(
                                "commit;date;memory;fast\n",
                                run -> String.format(
                                        "%07x;2026-01-%02d;64;%s", run * 99991, run + 1, value.apply(run)))))
                .isEqualTo(", 21");
        assertThat(found("tabs.csv", lines("# a remark\n\nsha\tv\n", run -> "12e45" + run + "\t" + value.apply(run))))
                .isEqualTo("21");
    }

    @Test
    void takesRepeatedRowsSeveralNumbersAndNamedColumnsAsForks() throws IOException {
        Random random = new Random(8);
        assertThat(found(
                        "repeated.csv",
                        lines(
                                "commit,fork,score\n",
                                run -> IntStream.range(0, 3)
                                        .mapToObj(fork -> "c" + run + "," + fork + "," + value(run, random))
                                        .collect(Collectors.joining("\n")))))
                .isEqualTo("21");
        assertThat(answer().path("runs").asInt()).isEqualTo(40);
        assertThat(found("columns.csv", lines("fork1,fork2\n", run -> value(run, random) + "," + value(run, random))))
                .isEqualTo("21");
        assertThat(answer().path("runs").asInt()).isEqualTo(40);
    }

    /** The server's own export: points.csv of a series, where a commit may have been measured twice. */
    @Test
    void readsWhatTheServerExports() throws IOException {
        Random random = new Random(9);
        assertThat(found(
                        "points.csv",
                        lines(
                                "run,commit,committedAt,uploadedAt,value,forks,iterations\r\n",
                                run -> (run + 100) + ",abc" + run / 2 + ","
                                        + "2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,1," + value(run, random) + " "
                                        + value(run, random) + ",10\r")))
                .isEqualTo("21");
        assertThat(answer().path("runs").asInt()).isEqualTo(40);

        String points = IntStream.range(0, 40)
                .mapToObj(run -> """
                        {"run":%d,"commit":"c%d","committedAt":null,"uploadedAt":"2026-01-01T00:00:00Z","value":1,
                         "forks":[%s,%s],"iterations":10}""".formatted(run, run, value(run, random), value(run, random)))
                .collect(Collectors.joining(","));
        assertThat(found("points.json", """
                {"series":{"id":1,"benchmark":"com.acme.Text.split","params":{"size":"10"},"mode":"thrpt","threads":1,
                 "metric":"score","unit":"ops/s","lowerIsBetter":false},"branch":"main","points":[%s],
                 "downsampled":{"method":"m4","of":90}}""".formatted(points))).isEqualTo("21");
        assertThat(answer().path("name").asText()).isEqualTo("com.acme.Text.split (size=10)");
        assertThat(answer().path("lowerIsBetter").asBoolean()).isFalse();
        assertThat(answer().path("changePoints").path(0).path("worse").asBoolean())
                .isFalse();
        assertThat(JsonText.object(tool.out().strip())
                        .orElseThrow()
                        .path("warnings")
                        .valueStream())
                .extracting(JsonNode::asText)
                .singleElement()
                .asString()
                .contains("downsample");
    }

    @Test
    void readsTheHistoryOfGithubActionBenchmark() throws IOException {
        Random random = new Random(10);
        String entries = IntStream.range(0, 40)
                .mapToObj(run -> """
                        {"commit":{"id":"%040x","message":"{","author":{"name":"x"}},"date":%d,"tool":"jmh",
                         "benches":[{"name":"a.B.c","value":%s,"unit":"us/op","extra":"iterations: 5"},
                                    {"name":"a.B.d","value":3.5,"unit":"ops/us"}]}""".formatted(run, 1_700_000_000_000L + run, value(run, random)))
                .collect(Collectors.joining(","));
        String data =
                "window.BENCHMARK_DATA = {\"lastUpdate\":1,\"repoUrl\":\"\",\"entries\":{\"Suite\":[" + entries + "]}}";

        assertThat(found("data.js", data)).isEqualTo("21, ");
        assertThat(answer().path("name").asText()).isEqualTo("Suite: a.B.c");
        assertThat(answer().path("unit").asText()).isEqualTo("s/op");
        assertThat(answer().path("changePoints").path(0).path("upTo").asText()).endsWith("14");

        assertThat(tool.run("changepoints", "data.js", "--filter", "*B.C")).isZero();
        assertThat(tool.out())
                .startsWith("1 change point in 40 runs: 1 for the worse.\ndata.js · Suite: a.B.c · lower is better\n")
                .contains("┤", "✗ run 21, after 0000000000 up to 0000000000", "µs", "worse, confirmed");
    }

    @Test
    void readsPlainArraysAndCompressedFilesAndStandardInput() throws IOException {
        Random random = new Random(11);
        String numbers = IntStream.range(0, 40)
                .mapToObj(run -> Double.toString(value(run, random)))
                .collect(Collectors.joining(",", "[", "]"));
        String forks = IntStream.range(0, 40)
                .mapToObj(run -> "[" + value(run, random) + "," + value(run, random) + ",null]")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(found("numbers.json", numbers)).isEqualTo("21");
        assertThat(found("forks.json", forks)).isEqualTo("21");
        assertThat(found("both.json", "{\"a\": " + numbers + ", \"b\": " + forks + "}"))
                .isEqualTo("21, 21");

        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(numbers.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("numbers.json.gz"), compressed.toByteArray());
        assertThat(tool.run("changepoints", "numbers.json.gz", "--json")).isZero();
        assertThat(answer().path("changePoints")).hasSize(1);

        assertThat(tool.given(numbers).run("changepoints", "-")).isZero();
        assertThat(tool.out()).contains("standard input · which way is better isn't known (--direction says it)");
    }

    @Test
    void takesDirectionUnitAndColumnFromTheUser() throws IOException {
        Random random = new Random(12);
        Files.writeString(folder.resolve("two.csv"), lines("a,b\n", run -> "1000," + value(run, random)));

        assertThat(tool.run("changepoints", "two.csv", "--column", "b", "--direction", "higher", "--unit", "ms"))
                .isZero();
        assertThat(tool.out())
                .startsWith("1 change point in 40 runs: 1 for the better.\ntwo.csv · b · higher is better\n")
                .contains("10.0 ms");
        assertThat(tool.run("changepoints", "two.csv", "--column", "2", "--csv"))
                .isZero();
        assertThat(tool.out().lines()).hasSize(2);
        assertThat(tool.run("changepoints", "two.csv", "--markdown")).isZero();
        assertThat(tool.out()).startsWith("**1 change point in 1 of 2 series");

        assertThat(tool.run("changepoints", "two.csv", "--column", "c")).isEqualTo(2);
        assertThat(tool.err()).contains("there is no column 'c'; there are a, b");
        assertThat(tool.run("changepoints", "two.csv", "--direction", "up")).isEqualTo(2);
        assertThat(tool.run("changepoints", "two.csv", "--filter", "z")).isEqualTo(2);
    }

    /** The resolution of a count is absolute: small measured values in a unit that nobody knows must not drown in it. */
    @Test
    void findsShiftsOfSmallValuesWithoutAUnit() throws IOException {
        Random random = new Random(13);

        assertThat(found("small.csv", lines("", run -> Double.toString(value(run, random) / 1e6))))
                .isEqualTo("21");
    }

    @Test
    void readsDecimalCommasBetweenSemicolonsOrInQuotes() throws IOException {
        Random random = new Random(14);
        IntFunction<String> value = run -> String.format(Locale.GERMANY, "%.4f", value(run, random));

        assertThat(found("semicolons.csv", lines("commit;ms\n", run -> "c" + run + ";" + value.apply(run))))
                .isEqualTo("21");
        assertThat(found("bare.csv", lines("", run -> value.apply(run) + ";1,5")))
                .isEqualTo("21, ");
        assertThat(found("quotes.csv", lines("commit,ms\n", run -> "c" + run + ",\"" + value.apply(run) + "\"")))
                .isEqualTo("21");
    }

    @Test
    void saysWhatIsWrongAndWhere() throws IOException {
        assertThat(refused("1\n2\nx\n")).contains("'x' isn't a number; leave the cell empty", "line 3, column 1");
        assertThat(refused("a,b\nc1,1\nc2,2\nc3,oops\n")).contains("'oops' isn't a number", "line 4, column 2");
        assertThat(refused("1\n2,5\n")).contains("this row has 2 cells and the first has 1", "line 2");
        assertThat(refused("a;b\n1;1.002,5\n2;2,5\n3;2,6\n4;3\n5;3\n6;3\n7;4\n"))
                .contains("'1.002,5' isn't a number; write its digits without groups", "line 2, column 2");
        assertThat(refused("a,b\n\"1,2\n")).contains("quotation marks", "line 2");
        assertThat(refused("name\nx\ny\n")).contains("no column holds numbers");
        assertThat(refused("")).contains("there is nothing in it");
        assertThat(refused("[1, 2, {\"x\": 3}]")).contains("neither 'value' nor 'forks'", "line 1");
        assertThat(refused("[1, 2,\n \"slow\"]")).contains("'slow' isn't a number", "line 2");
        assertThat(refused("[1, 2")).contains("the JSON breaks off here");
        assertThat(refused("{\"entries\": 3}")).contains("'entries' isn't an object of suites");
        assertThat(refused("{\"x\": 3}")).contains("there is no series");
        assertThat(refused("[" + "[".repeat(70) + "1" + "]".repeat(71)))
                .contains("a run is a number or an array of numbers");
        assertThat(refused("1\n".repeat(50_001))).contains("more than 50000 runs in a series", "line 50001");
        assertThat(tool.run("changepoints", "absent.csv")).isEqualTo(2);
        assertThat(tool.err()).isEqualTo("error: absent.csv: no such file\n");
    }

    /** The runs at which series shifted, those of one series separated by blanks, series by commas. */
    private String found(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
        assertThat(tool.run("changepoints", file, "--json")).as(tool.err()).isZero();
        return JsonText.object(tool.out().strip())
                .orElseThrow()
                .path("series")
                .valueStream()
                .map(series -> series.path("changePoints")
                        .valueStream()
                        .map(change -> change.path("run").asText())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private JsonNode answer() {
        return JsonText.object(tool.out().strip()).orElseThrow().path("series").path(0);
    }

    private String refused(String content) throws IOException {
        Files.writeString(folder.resolve("refused"), content);
        assertThat(tool.run("changepoints", "refused")).isEqualTo(2);
        return tool.err();
    }

    private static String lines(String header, IntFunction<String> line) {
        return IntStream.range(0, 40).mapToObj(line).collect(Collectors.joining("\n", header, "\n"));
    }

    private static double value(int run, Random random) {
        return (run < 20 ? 10 : 13) * (1 + 0.005 * random.nextGaussian());
    }
}
