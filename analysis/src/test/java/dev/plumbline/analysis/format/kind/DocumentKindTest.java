package dev.plumbline.analysis.format.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentKindTest {

    @Test
    void recognisesResultsThatJmhOrKotlinxWrote() {
        assertThat(kind("[{\"jmhVersion\":\"1.37\",\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"threads\":1,"))
                .isEqualTo(DocumentKind.JMH_JSON);
        assertThat(kind("\uFEFF \n[{\"primaryMetric\":{\"score\":NaN},\"benchmark\":\"a.B.c\"}]"))
                .isEqualTo(DocumentKind.JMH_JSON);
        assertThat(kind("[{\"benchmark\":\"a.B.c\",\"mode\":\"thrpt\",\"configurationName\":\"main\"}]"))
                .isEqualTo(DocumentKind.KOTLINX_JSON);
        assertThat(kind("{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\"}\n{\"benchmark\":\"a.B.d\",\"mode\":\"avgt\"}"))
                .isEqualTo(DocumentKind.JMH_OBJECTS);
        assertThat(kind("\"Benchmark\",\"Mode\",\"Threads\",\"Samples\",\"Score\",\"Score Error (99.9%)\",\"Unit\"\n"))
                .isEqualTo(DocumentKind.JMH_CSV);
        assertThat(kind("Benchmark\tMode\tThreads\tSamples\tScore\n")).isEqualTo(DocumentKind.JMH_CSV);
        assertThat(kind("Benchmark;Mode;Threads;Samples;Score\n")).isEqualTo(DocumentKind.JMH_SCSV);
        assertThat(kind("# JMH version: 1.37\n# VM version: JDK 21\n")).isEqualTo(DocumentKind.JMH_TEXT);
        assertThat(kind("# JMH 1.12 (released 2999 days ago)\n# VM version: JDK 1.8\n"))
                .isEqualTo(DocumentKind.JMH_TEXT);
        assertThat(kind("[2024-05-06 07:08] # VM invoker: /opt/jdk/bin/java\n")).isEqualTo(DocumentKind.JMH_TEXT);
        assertThat(kind("[INFO] done\nBenchmark  (size)  Mode  Cnt  Score   Error  Units\n"))
                .isEqualTo(DocumentKind.JMH_TEXT);
    }

    @Test
    void recognisesWhatOtherToolsWrite() {
        assertThat(
                        kind(
                                "{\"context\":{\"build\":{\"device\":\"x\"}},\"benchmarks\":[{\"name\":\"a\",\"className\":\"A\"}]}"))
                .isEqualTo(DocumentKind.ANDROIDX_JSON);
        assertThat(kind("{\"context\":\"text\",\"benchmarks\":[{\"name\":\"a\",\"metrics\":{}}]}"))
                .isEqualTo(DocumentKind.ANDROIDX_JSON);
        assertThat(kind("{\"context\":{\"num_cpus\":8},\"benchmarks\":[]}")).isEqualTo(DocumentKind.GOOGLE_BENCHMARK);
        assertThat(kind("{\"machine_info\":{},\"benchmarks\":[]}")).isEqualTo(DocumentKind.PYTEST_BENCHMARK);
        assertThat(kind("{\"results\":[{\"command\":\"ls\"}]}")).isEqualTo(DocumentKind.HYPERFINE);
        assertThat(kind("window.BENCHMARK_DATA = {\"lastUpdate\":1,\"entries\":{\"a\":[]}}"))
                .isEqualTo(DocumentKind.BENCHMARK_ACTION);
        assertThat(kind("[{\"name\":\"a\",\"unit\":\"ms\",\"value\":1}]"))
                .isEqualTo(DocumentKind.BENCHMARK_ACTION_INPUT);
        assertThat(kind("{\"series\":{\"id\":1},\"points\":[{\"value\":1}]}")).isEqualTo(DocumentKind.SERIES);
    }

    @Test
    void recognisesConfigurationsAndTables() {
        assertThat(kind("{\"forks\":5,\"warmup\":3}")).isEqualTo(DocumentKind.CONFIGURATION);
        assertThat(kind("# settings\njmh:\n  forks: 5\n  include:\n    - '.*Bench'\n"))
                .isEqualTo(DocumentKind.CONFIGURATION);
        assertThat(kind("forks=5\nwarmups = 3\n")).isEqualTo(DocumentKind.CONFIGURATION);
        assertThat(kind("[tool.bench]\nforks = 5\n")).isEqualTo(DocumentKind.CONFIGURATION);
        assertThat(kind("{\"rules\":[{\"benchmark\":\"*\"}]}")).isEqualTo(DocumentKind.THRESHOLDS);
        assertThat(kind("<?xml version=\"1.0\"?><project/>")).isEqualTo(DocumentKind.MARKUP);
        assertThat(kind("{\"commit\":\"a\",\"value\":1}\n{\"commit\":\"b\",\"value\":2}\n"))
                .isEqualTo(DocumentKind.JSON_LINES);
        assertThat(kind("commit,value\na,1\nb,2\n")).isEqualTo(DocumentKind.TABLE);
    }

    /** What may be a series of numbers, or an attempt at results: the readers say what is wrong with it. */
    @Test
    void leavesToTheReadersWhatItDoesNotKnow() {
        assertThat(kind("")).isEqualTo(DocumentKind.UNKNOWN);
        assertThat(kind("1\n2\n3\n")).isEqualTo(DocumentKind.UNKNOWN);
        assertThat(kind("[1,2,3]")).isEqualTo(DocumentKind.UNKNOWN);
        assertThat(kind("{\"a\":[1,2],\"b\":[3]}")).isEqualTo(DocumentKind.UNKNOWN);
        assertThat(kind("[]")).isEqualTo(DocumentKind.UNKNOWN);
        assertThat(kind("[{\"commit\":\"a\",\"value\":1},{\"commit\":\"b\",\"value\":2}]"))
                .isEqualTo(DocumentKind.UNKNOWN);
        assertThat(kind("[".repeat(10_000))).isEqualTo(DocumentKind.UNKNOWN);
    }

    private static DocumentKind kind(String beginning) {
        return DocumentKind.of(beginning.getBytes(StandardCharsets.UTF_8));
    }
}
