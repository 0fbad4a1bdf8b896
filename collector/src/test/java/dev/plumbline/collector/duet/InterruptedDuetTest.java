package dev.plumbline.collector.duet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeJmh;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tool as a process of its own that is told to end, as by Ctrl-C or by a CI system. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the test ends a process by a POSIX signal")
class InterruptedDuetTest {

    /** Two lists and three pairs. */
    private static final int LAUNCHES = 8;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void whatThereIsIsJudgedAndKept() throws Exception {
        FakeJmh jmh = new FakeJmh(folder);
        jmh.hangFrom(LAUNCHES + 1);
        File out = folder.resolve("out").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.plumbline.collector.Main",
                        "duet",
                        jmh.version(100, "a.B.c"),
                        jmh.version(100, "a.B.c"),
                        "--min-pairs",
                        "5")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();
        while (process.isAlive()
                && (!Files.exists(folder.resolve("launches")) || jmh.launches().size() <= LAUNCHES)) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(out.toPath(), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(printed).isNotZero();
        assertThat(printed).contains("3 pairs a benchmark", "interrupted", "B.c");
        assertThat(folder.resolve("duet-head.json")).content().contains("\"forks\":3");
    }
}
