package dev.plumbline.collector.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.FakeJmh;
import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    private static final String SPLIT = "com.acme.Text.split";

    @TempDir
    private Path folder;

    private int run(Tool tool, List<String> options, String... jmhArguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(options);
        words.add("--");
        words.addAll(List.of(new FakeJmh(folder).version(100, SPLIT).split(" ")));
        words.addAll(List.of(jmhArguments));
        return tool.run(words.toArray(String[]::new));
    }

    private String launched() throws IOException {
        return String.join("\n", Files.readAllLines(folder.resolve("launches")));
    }

    @Test
    void whatMeasuringAsksForIsAddedAndTheResultsAreSent() throws IOException {
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);
            Tool tool = Tool.prepared(folder, server);

            int code = run(tool, List.of(), SPLIT);

            assertThat(code).as(tool.err()).isZero();
            assertThat(launched()).isEqualTo("100 com.acme.Text.split -rf json -rff jmh-result.json -prof gc -f 5");
            assertThat(tool.err()).contains("added: -rf json -rff jmh-result.json -prof gc -f 5", "# Fork: 1 of 1");
            assertThat(tool.out()).contains("is stored in run 17");
            assertThat(server.uploads().get(0).document()).contains(SPLIT);
        }
    }

    @Test
    void whatTheUserAskedForStaysAndWhatIsUnsoundIsSaid() throws IOException {
        Tool tool = new Tool(folder);

        int code = run(
                tool,
                List.of("--no-upload"),
                SPLIT,
                "-f",
                "1",
                "-rf",
                "JSON",
                "-rff",
                "own.json",
                "-prof",
                "gc:churn=true");

        assertThat(code).isZero();
        assertThat(launched()).isEqualTo("100 com.acme.Text.split -f 1 -rf JSON -rff own.json -prof gc:churn=true");
        assertThat(tool.err())
                .doesNotContain("added")
                .contains("warning: A single fork")
                .contains("to distrust the measurement")
                .contains("plumbline audit own.json has the details");
    }

    @Test
    void nothingIsSentWhenJmhFails() throws IOException {
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);
            new FakeJmh(folder).fail(100);
            Tool tool = Tool.prepared(folder, server);

            assertThat(run(tool, List.of(), SPLIT)).isEqualTo(ExitCode.MEASUREMENT);
            assertThat(tool.err()).contains("boom", "sh ended with exit code 1; nothing was uploaded");
            assertThat(server.uploads()).isEmpty();
        }
    }

    @Test
    void resultsOfAnEarlierRunAreNotTakenForThisOnes() throws IOException {
        new FakeJmh(folder).leaveNothing();
        Files.writeString(folder.resolve("jmh-result.json"), Tool.RESULT);
        Tool tool = new Tool(folder);

        assertThat(run(tool, List.of("--no-upload"), SPLIT)).isEqualTo(ExitCode.MEASUREMENT);
        assertThat(tool.err()).contains("JMH left no results in jmh-result.json");
    }

    @Test
    void whatTheUploadMissesIsSaidBeforeAnythingIsMeasured() throws IOException {
        Tool tool = new Tool(folder);

        assertThat(run(tool, List.of(), SPLIT)).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("missing: --server");
        assertThat(folder.resolve("launches")).doesNotExist();
    }

    @Test
    void aFormatThatCannotBeReadAndACommandThatIsNoneAreMistakes() throws IOException {
        Tool tool = new Tool(folder);
        assertThat(run(tool, List.of("--no-upload"), SPLIT, "-rf", "csv")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("-rf csv isn't supported");

        assertThat(tool.run("run", "--no-upload", "--", "no-such-command-anywhere"))
                .isEqualTo(ExitCode.MEASUREMENT);
        assertThat(tool.err()).contains("no-such-command-anywhere could not be started");
    }
}
