package dev.plumbline.analysis.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.table.Tables;
import dev.plumbline.analysis.model.BenchmarkResult;
import org.junit.jupiter.api.Test;

class JmhLogTest {

    private static final String LOG = """
            # JMH version: 1.37
            # VM version: JDK 21.0.2, OpenJDK 64-Bit Server VM, 21.0.2+13
            # VM invoker: /opt/jdk/bin/java
            # VM options: -Xmx1g -XX:+UseSerialGC
            # Blackhole mode: compiler (auto-detected, use -Djmh.blackhole.autoDetect=false to disable)
            # Warmup: 5 iterations, 1 s each
            # Measurement: 2 iterations, 10 s each
            # Timeout: 10 min per iteration
            # Threads: 2 threads, will synchronize iterations
            # Benchmark mode: Average time, time/op
            # Benchmark: com.acme.Codec.encode
            # Parameters: (kind = a, b, size = 10)

            # Run progress: 0.00% complete, ETA 00:01:00
            # Warmup Fork: 1 of 1
            # Warmup Iteration   1: 99.000 ns/op
            Iteration   1: 98.000 ns/op
            Iteration   2: 97.000 ns/op

            # Fork: 1 of 2
            # Warmup Iteration   1: 20.000 ns/op
            Iteration   1: 10.000 ±(99.9%) 0.100 ns/op
                             gc.alloc.rate.norm: 24.000 B/op
                             gc.count:           1.000 counts

            Iteration   2: 12.000 ±(99.9%) 0.100 ns/op
                             gc.alloc.rate.norm: 24.001 B/op
                             gc.count:           2.000 counts


            # Run progress: 50.00% complete, ETA 00:00:30
            # Fork: 2 of 2
            # Warmup Iteration   1: 20.000 ns/op
            Iteration   1: 13.000 ±(99.9%) 0.100 ns/op
                             gc.alloc.rate.norm: 24.000 B/op
                             gc.count:           1.000 counts

            Iteration   2: 15.000 ±(99.9%) 0.100 ns/op
                             gc.alloc.rate.norm: 24.000 B/op
                             gc.count:           2.000 counts


            Result "com.acme.Codec.encode":
              12.500 ±(99.9%) 6.9 ns/op [Average]

            # Run complete. Total time: 00:01:02

            REMEMBER: The numbers below are just data.

            Benchmark                         (kind)  (size)  Mode  Cnt   Score   Error   Units
            Codec.encode                        a, b      10  avgt    4  12.500 ± 6.900   ns/op
            Codec.encode:gc.alloc.rate.norm     a, b      10  avgt    4  24.000 ± 0.001    B/op
            Codec.encode:gc.count               a, b      10  avgt    4   6.000          counts
            """;

    @Test
    void readsTheForksOfTheIterations() {
        BenchmarkResult result = only(LOG);
        assertThat(result.benchmark().key()).isEqualTo("com.acme.Codec.encode{kind=a\\, b,size=10}[avgt,2]");
        assertThat(result.primary().forks()).hasSize(2);
        assertThat(result.primary().forks().get(0).value()).isCloseTo(11e-9, within(1e-18));
        assertThat(result.primary().forks().get(1).value()).isCloseTo(14e-9, within(1e-18));
        assertThat(result.primary().forks().get(1).iterations()).hasSize(2);
        assertThat(result.secondary().get(0).forks()).hasSize(2);
        // A sum over all iterations isn't the mean of any: only its score is known.
        assertThat(result.secondary().get(1).forks()).isEmpty();
        assertThat(Tables.notes(result)).containsExactly("forks-from-log");
        assertThat(result.setup().harnessVersion()).isEqualTo("1.37");
        assertThat(result.setup().jvmArgs()).containsExactly("-Xmx1g", "-XX:+UseSerialGC");
        assertThat(result.setup().vmName()).isEqualTo("OpenJDK 64-Bit Server VM");
        assertThat(result.setup().forks()).isEqualTo(2);
        assertThat(result.setup().warmupIterations()).isEqualTo(5);
        assertThat(result.setup().measurementTime()).isEqualTo("10 s");
    }

    @Test
    void countsTheTablesMeanWhereTheLogDoesNotHaveEveryFork() {
        for (String damaged : java.util.List.of(
                LOG.replaceFirst("Iteration   2: 15.000 .*\n", ""),
                LOG.replace("Iteration   2: 15.000 ±(99.9%) 0.100 ns/op", "Iteration   2: flushing 3 files"),
                LOG.replace("# Fork: 2 of 2", "# Fork: 2 of 3"),
                LOG.replace("Iteration   2: 15.000", "Iteration   2: 16.000"))) {
            BenchmarkResult result = only(damaged);
            assertThat(result.benchmark().name()).isEqualTo("com.acme.Codec.encode");
            assertThat(result.primary().forks()).isEmpty();
            assertThat(result.primary().forkValues()).hasSize(1);
            assertThat(Tables.notes(result)).containsExactly("mean-only");
        }
    }

    /** Forks of 0.012 ms look alike, whatever they were. */
    @Test
    void doesNotReadForksWithFewDigits() {
        String coarse = LOG.replaceAll("1[0-5]\\.000 ±\\(99.9%\\) 0.100 ns/op", "0.012 ±(99.9%) 0.001 ms/op")
                .replace("12.500 ± 6.900   ns/op", " 0.012 ± 0.001   ms/op");
        BenchmarkResult result = only(coarse);
        assertThat(result.primary().forks()).isEmpty();
        assertThat(Tables.notes(result)).containsExactly("rounded", "mean-only");
    }

    /** Iterations count by their samples, which the log doesn't have, so the forks are scaled to the score. */
    @Test
    void scalesTheForksOfSampleModeToTheScore() {
        String sampled = LOG.replace("Average time, time/op", "Sampling time")
                .replace("avgt    4  12.500", "sample  9000  12.750")
                .replace("avgt    4", "sample     4");
        BenchmarkResult result = only(sampled);
        assertThat(Tables.forks(result.primary()))
                .satisfiesExactly(
                        first -> assertThat(first).isCloseTo(11e-9 * 12.75 / 12.5, within(1e-17)),
                        second -> assertThat(second).isCloseTo(14e-9 * 12.75 / 12.5, within(1e-17)));
    }

    @Test
    void readsALogOfABuildAndOfAnOldJmh() {
        assertThat(only(LOG.replaceAll("(?m)^", "[INFO] ")).primary().forks()).hasSize(2);
        String old = LOG.replace("# JMH version: 1.37\n", "")
                .replaceAll("(?m)^# VM .*\n", "")
                .replace("# Fork: 1 of 2", "# VM invoker: /opt/jdk/bin/java\n# VM options: <none>\n# Fork: 1 of 2")
                .replace(
                        "(kind)  (size)  Mode  Cnt   Score   Error   Units",
                        "(kind)  (size)  Mode  Samples   Score  Score error   Units")
                .replace("Codec.encode   ", "c.a.Codec.encode")
                .replaceAll("(?m)^Codec.encode:.*\n", "")
                .replace("avgt    4  12.500 ± 6.900", "avgt        4  12.500        6.900");
        assertThat(only(old).benchmark().name()).isEqualTo("com.acme.Codec.encode");
        assertThat(only(old).primary().forks()).hasSize(2);
    }

    @Test
    void readsTheTableBehindALongBuild() {
        String build = "> Task :compileJava UP-TO-DATE\n".repeat(500);
        assertThat(only(build + LOG + "\nBUILD SUCCESSFUL in 1m 3s\n").primary().forks())
                .hasSize(2);
    }

    private static BenchmarkResult only(String text) {
        return DocumentReading.read(ResultFormat.JMH_TEXT, text).get(0);
    }
}
