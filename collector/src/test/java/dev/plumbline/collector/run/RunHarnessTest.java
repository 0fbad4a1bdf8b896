package dev.plumbline.collector.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Harnesses other than JMH, which are scripts here that do what the harnesses do with these arguments. */
class RunHarnessTest {

    private static final String RESULT =
            "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"metrics\": [{\"unit\": \"ns/op\", \"processes\": [5]}]}]}";

    @TempDir
    private Path folder;

    private String script(String name, String... lines) throws IOException {
        Path script = folder.resolve(name);
        Files.writeString(script, "#!/bin/sh\necho \"$@\" >> launches\n" + String.join("\n", lines) + "\n");
        assumeTrue(script.toFile().setExecutable(true), "scripts can be executed");
        return script.toString();
    }

    private List<String> launches() throws IOException {
        return Files.readAllLines(folder.resolve("launches"));
    }

    @Test
    void eachLaunchOfAHarnessThatPrintsItsResultsIsAForkOfOneRun() throws IOException {
        String go = script("go", "echo '" + RESULT + "'");
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);
            Tool tool = Tool.prepared(folder, server);

            int code = tool.run("run", "--repeat", "3", "--", go, "test", "-bench", ".");

            assertThat(code).as(tool.err()).isZero();
            assertThat(launches()).containsOnly("test -bench .").hasSize(3);
            assertThat(server.uploads()).hasSize(3).allSatisfy(upload -> {
                assertThat(upload.document()).contains("plumbline");
                assertThat(upload.metadata()).contains("\"run\":\"files/", "\"format\":\"plumbline-json\"");
            });
            // The three files are equal, and count even so.
            assertThat(server.uploads().stream()
                            .map(upload -> upload.metadata().replaceFirst(".*\"key\":\"([^\"]*)\".*", "$1"))
                            .distinct())
                    .hasSize(3);
            assertThat(tool.err()).contains("plumbline audit --as-forks bench-result-1.txt bench-result-2.txt");
        }
    }

    @Test
    void whatMakesAHarnessLeaveAFileIsAdded() throws IOException {
        String write = "echo '" + RESULT + "' > bench-result.json";
        assertThat(new Tool(folder).run("run", "--no-upload", "--", script("pytest", write), "tests"))
                .isZero();
        assertThat(new Tool(folder).run("run", "--no-upload", "--", script("hyperfine", write), "ls"))
                .isZero();
        assertThat(new Tool(folder).run("run", "--no-upload", "--", script("bench", write), "--benchmark_filter=a"))
                .isZero();
        assertThat(new Tool(folder)
                        .run("run", "--no-upload", "--harness", "google-benchmark", "--", script("bench", write)))
                .isZero();
        assertThat(launches())
                .containsExactly(
                        "tests --benchmark-json=bench-result.json",
                        "ls --export-json bench-result.json",
                        "--benchmark_filter=a --benchmark_out=bench-result.json --benchmark_out_format=json",
                        "--benchmark_out=bench-result.json --benchmark_out_format=json");
    }

    @Test
    void aFileThatTheCommandNamesIsUsedAndCantServeSeveralLaunches() throws IOException {
        String hyperfine = script("hyperfine", "echo '" + RESULT + "' > own.json");
        Tool tool = new Tool(folder);
        assertThat(tool.run("run", "--no-upload", "--", hyperfine, "--export-json", "own.json", "ls"))
                .isZero();
        assertThat(tool.run("run", "--no-upload", "--repeat", "2", "--", hyperfine, "--export-json", "own.json", "ls"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("the command itself names own.json");
    }

    @Test
    void whatCriterionMeasuredNowIsPacked() throws IOException {
        Path old = folder.resolve("target/criterion/gone/new");
        Files.createDirectories(old);
        Files.writeString(old.resolve("sample.json"), "{}");
        Files.setLastModifiedTime(old.resolve("sample.json"), FileTime.fromMillis(1_000_000));
        String cargo = script(
                "cargo",
                "mkdir -p target/criterion/a/new target/criterion/a/base",
                "echo '{}' | tee target/criterion/a/new/sample.json > target/criterion/a/base/sample.json");
        Tool tool = new Tool(folder);

        tool.run("run", "--no-upload", "--", cargo, "bench");

        try (ZipFile zip = new ZipFile(folder.resolve("bench-result.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("criterion/a/new/sample.json");
        }
    }

    @Test
    void gungraunIsToldToLeaveSummariesWhichArePacked() throws IOException {
        String cargo = script(
                "cargo",
                "mkdir -p target/gungraun/a.b",
                "echo \"$GUNGRAUN_SAVE_SUMMARY\" > target/gungraun/a.b/summary.json",
                "echo text > target/gungraun/a.b/callgrind.out");

        new Tool(folder).run("run", "--no-upload", "--", cargo, "bench");

        try (ZipFile zip = new ZipFile(folder.resolve("bench-result.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("gungraun/a.b/summary.json");
            assertThat(zip.getInputStream(zip.getEntry("gungraun/a.b/summary.json")))
                    .hasContent("json");
        }
    }

    @Test
    void valgrindsOwnOptionsStandBeforeTheProgram() throws IOException {
        String valgrind = script("valgrind", "echo '" + RESULT + "' > bench-result.out");

        assertThat(new Tool(folder)
                        .run("run", "--no-upload", "--", valgrind, "--tool=callgrind", "./bench", "--tool=9"))
                .isZero();

        assertThat(launches())
                .containsExactly("--callgrind-out-file=bench-result.out --tool=callgrind ./bench --tool=9");
    }

    @Test
    void aPlainCommandIsMeasuredFromOutside() throws IOException {
        String work = script("work", "sleep 0.02");
        Tool tool = new Tool(folder);

        assertThat(tool.run("run", "--no-upload", "--repeat", "3", "--command", work + " 'two words; no shell'"))
                .as(tool.err())
                .isZero();

        // One run doesn't count.
        assertThat(launches()).containsOnly("two words; no shell").hasSize(4);
        String result = Files.readString(folder.resolve("bench-result.json"));
        assertThat(result).contains("\"unit\":\"s\",\"processes\":[0.");
        if (Files.isReadable(Path.of("/proc/self/status"))) {
            assertThat(result).contains("\"peak-memory\",\"unit\":\"B\",\"processes\":[");
        }
        assertThat(tool.run("run", "--no-upload", "--command", "false")).isEqualTo(ExitCode.MEASUREMENT);
        assertThat(tool.err()).contains("false ended with exit code 1");
        assertThat(tool.run("run", "--no-upload")).isEqualTo(ExitCode.USAGE);
    }
}
