package dev.plumbline.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar, run as users run it. */
class PackagedJarIT {

    private static final Path JAR = Path.of("target", "plumbline.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void uploadsAndExitsWithItsCodes() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("jmh-result.json"), Tool.RESULT);
        Map<String, String> variables = new HashMap<>(Map.of(
                "PLUMBLINE_PROJECT", "acme",
                "PLUMBLINE_TOKEN", Tool.TOKEN,
                "PLUMBLINE_BRANCH", "main",
                "PLUMBLINE_COMMIT", "3f722d5c1a",
                "LC_ALL", "C.UTF-8"));
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);
            variables.put("PLUMBLINE_SERVER", server.address());

            Ended stored = run(variables, "upload", "jmh-result.json");
            assertThat(stored.output()).contains("✓ jmh-result.json is stored in run 17");
            assertThat(stored.code()).isZero();
            assertThat(server.uploads().get(0).document()).isEqualTo(Tool.RESULT);

            assertThat(run(variables, "upload", "absent.json").code()).isEqualTo(2);
        }
        assertThat(run(variables, "upload", "--retry-for=0", "jmh-result.json").code())
                .isEqualTo(3);
    }

    @Test
    void knowsItsVersion() throws IOException, InterruptedException {
        Ended ended = run(Map.of(), "--version");

        assertThat(ended.output()).matches("plumbline \\d+\\.\\d+\\.\\d+.*\\R");
        assertThat(ended.code()).isZero();
    }

    private Ended run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private record Ended(int code, String output) {}
}
