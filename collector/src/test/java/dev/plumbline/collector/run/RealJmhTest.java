package dev.plumbline.collector.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.Tool;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMH itself, with benchmarks that are compiled here; how long anything takes is not looked at. */
class RealJmhTest {

    private static final String BENCHMARK = """
        package demo;
        import java.util.concurrent.TimeUnit;
        import org.openjdk.jmh.annotations.*;
        @State(Scope.Benchmark)
        @BenchmarkMode(Mode.AverageTime)
        @OutputTimeUnit(TimeUnit.NANOSECONDS)
        @Warmup(iterations = 1, time = 20, timeUnit = TimeUnit.MILLISECONDS)
        @Measurement(iterations = 2, time = 20, timeUnit = TimeUnit.MILLISECONDS)
        public class Copies {
          @Param({"64"}) int size;
          @Benchmark public byte[] copy() { return new byte[size * FACTOR]; }
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void aDuetFindsTheAllocationThatGrewAndKeepsWhatJmhWouldHaveWritten() throws Exception {
        String base = version("base", 1);
        String head = version("head", 4);
        Tool tool = new Tool(folder);

        int code = tool.run(
                "duet", base, head, "Copies.copy", "--min-pairs", "2", "--max-pairs", "2", "--fail-on", "regression");

        assertThat(code).as(tool.err() + tool.out()).isEqualTo(ExitCode.VERDICT);
        assertThat(tool.out()).contains("gc.alloc.rate.norm", "Copies.copy", "regressed", "2 forks a side");
        assertThat(folder.resolve("duet-base.json")).content().contains("\"forks\":2", "\"size\":\"64\"");
        assertThat(tool.run("compare", "duet-base.json", "duet-head.json", "--metric", "gc.alloc.rate.norm"))
                .isZero();
        assertThat(tool.out()).contains("regressed");
    }

    @Test
    void aRunLeavesResultsThatTheAuditReads() throws Exception {
        Tool tool = new Tool(folder);
        List<String> words = Stream.concat(
                        Stream.of("run", "--no-upload", "--"),
                        Stream.concat(Stream.of(version("base", 1).split(" ")), Stream.of("Copies", "-f", "1")))
                .toList();

        int code = tool.run(words.toArray(String[]::new));

        assertThat(code).as(tool.err()).isZero();
        assertThat(tool.err())
                .contains("added: -rf json -rff jmh-result.json -prof gc", "# Fork: 1 of 1", "A single fork");
        assertThat(folder.resolve("jmh-result.json")).content().contains("gc.alloc.rate.norm");
    }

    /** A version whose benchmark allocates so many times as much: the command that starts its JMH. */
    private String version(String name, int factor) throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Files.createDirectories(folder.resolve(name));
        Path source = classes.resolve("Copies.java");
        Files.writeString(source, BENCHMARK.replace("FACTOR", Integer.toString(factor)));
        String jmh = jars();
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-cp",
                        jmh,
                        "-processorpath",
                        jmh,
                        "-proc:full",
                        source.toString());
        assertThat(failed).isZero();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Another JMH on this machine would have its lock.
        return java + " -Djmh.ignoreLock=true -cp " + classes + File.pathSeparator + jmh + " org.openjdk.jmh.Main";
    }

    private static String jars() throws ClassNotFoundException, URISyntaxException {
        List<Path> jars = new ArrayList<>();
        for (String name : new String[] {
            "org.openjdk.jmh.Main",
            "org.openjdk.jmh.generators.BenchmarkProcessor",
            "joptsimple.OptionParser",
            "org.apache.commons.math3.stat.descriptive.rank.Percentile"
        }) {
            jars.add(Path.of(Class.forName(name)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        }
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
