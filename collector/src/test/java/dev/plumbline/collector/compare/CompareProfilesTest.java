package dev.plumbline.collector.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a program under Callgrind: one process a side is enough, and the functions say why. */
class CompareProfilesTest {

    private static final Path PROFILES = Path.of("..", "analysis", "src", "test", "resources", "valgrind");

    @TempDir
    private Path folder;

    private Tool tool;

    @BeforeEach
    void copy() throws IOException {
        tool = new Tool(folder);
        for (String name : new String[] {"old.callgrind.out", "new.callgrind.out", "old.cachegrind.out"}) {
            Files.copy(PROFILES.resolve(name), folder.resolve(name));
        }
    }

    @Test
    void saysWhichFunctionsChangedToTheInstruction() {
        assertThat(tool.run("compare", "old.callgrind.out", "new.callgrind.out", "--fail-on", "regression"))
                .isEqualTo(1);

        assertThat(tool.out())
                .startsWith("1 of 1 got worse")
                .contains(
                        "✗ index 2000",
                        "664,680 instructions",
                        "3,798,921 instructions",
                        "Ir by function: 664,680 → 3,798,921 (+3,134,241)",
                        "  +2,249,581    +2,249,581  257,049  2,506,630  __strcmp_avx2",
                        "     −42,099       −42,099   48,099      6,000  hash",
                        "     +36,077       +36,077        0     36,077  normalize (new)",
                        "these are all functions whose own count differs");
    }

    @Test
    void sameCountsAreUnchanged() throws IOException {
        Files.writeString(
                folder.resolve("again.callgrind.out"),
                Files.readString(folder.resolve("old.callgrind.out")).replaceFirst("pid: .*", "pid: 99"));

        assertThat(tool.run("compare", "old.callgrind.out", "again.callgrind.out"))
                .isZero();
        assertThat(tool.out()).contains("1 unchanged", "no function's own count differs");
    }

    @Test
    void programsWithOtherNamesAreComparedWithAWarning() throws IOException {
        Files.writeString(
                folder.resolve("renamed.callgrind.out"),
                Files.readString(folder.resolve("new.callgrind.out"))
                        .replaceFirst("cmd: .*", "cmd: ./index-\u001b[31mhead 2000")
                        .replace("callgrind-3.19.0", "callgrind-3.22.0"));

        assertThat(tool.run("compare", "old.callgrind.out", "renamed.callgrind.out"))
                .isZero();
        assertThat(tool.out().replaceAll("\\s+", " "))
                .contains("the base is a profile of index 2000", "they are compared as one benchmark")
                .contains("A different version of the harness from the baseline's: 3.19.0 → 3.22.0")
                .doesNotContain("\u001b");
    }

    @Test
    void writesMarkdownAndJson() {
        assertThat(tool.run("compare", "old.callgrind.out", "new.callgrind.out", "--markdown"))
                .isZero();
        assertThat(tool.out()).contains("| +884,682 | +3,092,164 | 146,508 | 1,031,190 | `count` |");

        assertThat(tool.run("compare", "old.callgrind.out", "new.callgrind.out", "--json"))
                .isZero();
        JsonNode functions =
                JsonText.read(tool.out(), JsonNode.class).orElseThrow().path("functions");
        assertThat(functions.path("head").asLong() - functions.path("base").asLong())
                .isEqualTo(3134241);
        assertThat(functions.path("functions").get(0).path("function").asText()).isEqualTo("__strcmp_avx2");
    }

    @Test
    void profilesOfDifferentToolsHaveNoFunctionsInCommon() {
        assertThat(tool.run("compare", "old.cachegrind.out", "old.callgrind.out"))
                .isZero();
        assertThat(tool.out()).doesNotContain("by function");
    }
}
