package dev.plumbline.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("base.collapsed"), "main;parse 601\nmain;sort 300\nmain;<b>x|y</b> 99\n");
        Files.writeString(folder.resolve("head.collapsed"), "main;parse 601\nmain;sort 900\nmain;<b>x|y</b> 99\n");
        tool = new Tool(folder);
    }

    @Test
    void showsTheHottestFunctionsAndTheTree() {
        assertThat(tool.run("profile", "base.collapsed", "--top", "2", "--tree"))
                .isEqualTo(ExitCode.DONE);

        assertThat(tool.out()).isEqualTo("""
            base.collapsed: 1,000 samples (collapsed)

                self   total  weight  function
              60.1 %  60.1 %     601  parse
              30.0 %  30.0 %     300  sort

              100.0 %  main
               60.1 %   parse
               30.0 %   sort
                9.9 %   <b>x|y</b>
            """);
    }

    @Test
    void namesWhatGotHotter() {
        assertThat(tool.run("profile", "base.collapsed", "head.collapsed")).isEqualTo(ExitCode.DONE);

        // 900 of 1,600 against 300 of 1,000.
        assertThat(tool.out().lines().skip(4).findFirst().orElseThrow())
                .contains("hotter", "+26.3 pp", "30.0 %", "56.3 %", "sort");
        assertThat(tool.err()).contains("one recording per side");
    }

    @Test
    void comparesByOperation() throws IOException {
        assertThat(tool.run("profile", "base.collapsed", "head.collapsed", "--operations", "100,100", "--json"))
                .isEqualTo(ExitCode.DONE);

        JsonNode difference = JsonText.object(tool.out().strip()).orElseThrow();
        assertThat(difference.path("measure").asText()).isEqualTo("per-operation");
        JsonNode sort = difference.path("functions").path(0);
        assertThat(sort.path("function").asText()).isEqualTo("sort");
        assertThat(sort.path("self").path("difference").asDouble()).isEqualTo(6);
        assertThat(sort.path("self").path("finding").asText()).isEqualTo("hotter");
        assertThat(difference
                        .path("functions")
                        .path(1)
                        .path("self")
                        .path("finding")
                        .asText())
                .isEqualTo("unproven");
    }

    @Test
    void escapesNamesInMarkdown() {
        assertThat(tool.run("profile", "base.collapsed", "--markdown")).isEqualTo(ExitCode.DONE);

        assertThat(tool.out()).contains("| 60.1 % | 60.1 % | 601 | `parse` |").doesNotContain("<b>");
    }

    @Test
    void refusesWhatItCannotCompareOrRead() throws IOException {
        Files.writeString(folder.resolve("page.html"), "<!DOCTYPE html><html></html>");
        Files.writeString(folder.resolve("cut.jfr"), "FLR\0cut");
        Files.createDirectory(folder.resolve("run.trace"));

        assertThat(tool.run("profile", "page.html")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("page.html: this is a picture");
        assertThat(tool.run("profile", "cut.jfr")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("cut.jfr: ", "give the file as the JVM wrote it");
        assertThat(tool.run("profile", "run.trace")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("xctrace export");
        assertThat(tool.run("profile", "base.collapsed", "--event", "lock")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("no event lock; it has samples");
        assertThat(tool.run("profile")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.run("profile", "base.collapsed", "head.collapsed", "--operations", "1"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(tool.run("profile", "absent.jfr")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("no such file");
    }
}
