package dev.plumbline.collector.audit;

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

class AuditCommandTest {

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void file() throws IOException {
        Files.writeString(
                folder.resolve("jmh-result.json"), Tool.RESULT.replace("\"jvmArgs\": []", "\"jvmArgs\": [\"-Xint\"]"));
        tool = new Tool(folder);
    }

    @Test
    void theReasonsToDistrustAFileAreListedTheWorstFirst() {
        assertThat(tool.run("audit", "jmh-result.json")).isEqualTo(ExitCode.DONE);

        assertThat(tool.out()).isEqualTo("""
            jmh-result.json · 1 benchmark

            ✗ invalid  No compiled code was measured: -Xint
                       the benchmark · interpreted-only
                       why  The interpreter runs bytecode ten to a hundred times slower than
                            compiled code, and other code is slow in it.
                       do   Leave out the flag, or measure on a VM with a compiler.

            · minor    Less than 5 s of warm-up: 1 × 1 s
                       the benchmark · short-warm-up
                       why  Of 297 benchmarks of well-known projects half were still more
                            than 5 % off their level after 5 s.
                       do   Warm up for longer, for example -wi 5 -w 2, and check whether
                            the first measured iterations differ.

            1 invalid, 1 minor findings
            """);
        assertThat(tool.err()).isEmpty();
    }

    @Test
    void itIsWrittenInAsciiOnRequest() {
        tool.run("audit", "jmh-result.json", "--ascii");

        assertThat(tool.out().chars()).allMatch(character -> character < 128);
        assertThat(tool.out()).contains("x invalid", "1 x 1 s");
    }

    @Test
    void whatIsLessBadCanBeLeftOut() {
        tool.run("audit", "jmh-result.json", "--min-severity", "serious");

        assertThat(tool.out()).doesNotContain("short-warm-up").contains("1 invalid, 1 minor findings, 1 not listed");
    }

    @Test
    void aScriptCanFailOnWhatItFinds() {
        assertThat(tool.run("audit", "jmh-result.json", "--fail-on", "invalid")).isEqualTo(ExitCode.VERDICT);
        assertThat(tool.run("audit", "jmh-result.json")).isEqualTo(ExitCode.DONE);
        assertThat(tool.with("PLUMBLINE_AUDIT_FAIL_ON", "serious").run("audit", "jmh-result.json"))
                .isEqualTo(ExitCode.VERDICT);
    }

    @Test
    void theVerdictsThatFailAnUploadAreNoneOfTheAudit() {
        assertThat(tool.with("PLUMBLINE_FAIL_ON", "regression").run("audit", "jmh-result.json"))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatDoesNotHoldDoesNotFail() throws IOException {
        Files.writeString(folder.resolve("good.json"), Tool.RESULT);

        assertThat(tool.run("audit", "good.json", "--fail-on", "serious")).isEqualTo(ExitCode.DONE);
        assertThat(tool.run("audit", "good.json", "--fail-on", "minor")).isEqualTo(ExitCode.VERDICT);
        assertThat(tool.run("audit", "good.json", "jmh-result.json", "--fail-on", "serious"))
                .isEqualTo(ExitCode.VERDICT);
    }

    @Test
    void standardInputIsReadAsWell() {
        assertThat(tool.given(Tool.RESULT).run("audit", "-")).isEqualTo(ExitCode.DONE);
        assertThat(tool.out()).startsWith("standard input · 1 benchmark\n");

        assertThat(tool.run("audit", "-", "-")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void jsonHasEveryNumber() {
        tool.run("audit", "jmh-result.json", "--json");

        JsonNode file =
                JsonText.object(tool.out().strip()).orElseThrow().path("files").path(0);
        assertThat(file.path("results").asInt()).isEqualTo(1);
        assertThat(file.path("counts").path("invalid").asInt()).isEqualTo(1);
        JsonNode findings = file.path("findings");
        assertThat(findings)
                .extracting(finding -> finding.path("code").asText())
                .containsExactly("interpreted-only", "short-warm-up");
        JsonNode shown = findings.path(1);
        assertThat(shown.path("severity").asText()).isEqualTo("minor");
        assertThat(shown.path("where").asText()).isEqualTo("the benchmark");
        assertThat(shown.path("why").asText()).isNotEmpty();
        assertThat(shown.path("remedy").asText()).isNotEmpty();
        JsonNode one = shown.path("cases").path(0);
        assertThat(one.path("benchmark").asText()).isEqualTo("com.acme.Text.split");
        assertThat(one.path("numbers").path("seconds").asDouble()).isEqualTo(1);
    }

    @Test
    void markdownIsATableWithTheReasonsFolded() {
        tool.run("audit", "jmh-result.json", "--markdown");

        assertThat(tool.out())
                .startsWith("**Audit of `jmh-result.json`**: 1 benchmark, 1 invalid, 1 minor findings.\n")
                .contains("| **invalid** | No compiled code was measured: -Xint | the benchmark | ")
                .contains("<details><summary>Why it matters</summary>");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "[\n  {\"benchmark\": \"com.acme.Foo.bar\", \"mode\": 7}]");

        assertThat(tool.run("audit", "broken.json")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("broken.json", "line 2", "mode");
        assertThat(tool.run("audit", "absent.json")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("absent.json: no such file");
        assertThat(tool.run("audit", ".")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.run("audit")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.run("audit", "jmh-result.json", "--fail-on", "bad")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("unknown --fail-on 'bad'; use invalid, serious, minor");
        assertThat(tool.run("audit", "jmh-result.json", "--json", "--markdown")).isEqualTo(ExitCode.USAGE);
    }
}
