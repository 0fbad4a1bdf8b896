package dev.plumbline.collector.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.fixture.WithServer;
import dev.plumbline.collector.git.Git;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadCommandTest extends WithServer {

    @Test
    void sendsTheDocumentWithItsMetadata() {
        server.then(201, FakeServer.STORED);

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        FakeServer.Request upload = server.uploads().get(0);
        assertThat(upload.path()).isEqualTo("/api/v1/projects/acme/runs");
        assertThat(upload.authorization()).isEqualTo("Bearer " + Tool.TOKEN);
        assertThat(upload.document()).isEqualTo(Tool.RESULT);
        JsonNode metadata = JsonText.object(upload.metadata()).orElseThrow();
        assertThat(metadata.path("branch").asText()).isEqualTo("main");
        assertThat(metadata.path("commit").asText()).isEqualTo("3f722d5c1a0b9e8d7c6b5a493827160f5e4d3c2b");
        assertThat(metadata.path("environment").asText()).isEqualTo("ci-linux-x64");
        assertThat(metadata.path("key").asText()).startsWith("content/");
        assertThat(metadata.has("pullRequest")).isFalse();
        assertThat(metadata.has("ci")).isFalse();
        assertThat(metadata.path("commits")).isEmpty();
        assertThat(JsonText.write(metadata.path("observed")))
                .isEqualTo("{\"cpu\":\"Fast CPU 3000\",\"cores\":4,\"memoryBytes\":8589934592,\"os\":\"Linux 6.1\","
                        + "\"arch\":\"x86_64\"}");
        assertThat(tool.out())
                .isEqualTo("✓ jmh-result.json is stored in run 17: 1 result, 1 point\n→ " + server.address()
                        + "/projects/acme/runs/17\n");
    }

    @Test
    void saysWhatTheDocumentIs() {
        server.then(201, FakeServer.STORED).then(201, FakeServer.STORED);

        assertThat(tool.run("upload", "jmh-result.json")).isZero();
        assertThat(tool.run("upload", "--format=jmh-json", "jmh-result.json")).isZero();

        assertThat(sent(0).path("format").asText()).isEqualTo("jmh-json");
        assertThat(sent(1).path("format").asText()).isEqualTo("jmh-json");
    }

    @Test
    void refusesAFormatThatItDoesNotKnow() {
        assertThat(tool.run("upload", "--format=csv", "jmh-result.json")).isEqualTo(2);

        assertThat(tool.err()).contains("unknown --format 'csv'; use one of: jmh-json");
        assertThat(server.uploads()).isEmpty();
    }

    @Test
    void showsAFewOfManyNotes() {
        String note = "{\"code\":\"unknown-unit\",\"message\":\"result 1: the unit is not known\"}";
        server.then(201, FakeServer.STORED.replace("[]", "[" + (note + ",").repeat(7) + note + "]"));

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        assertThat(tool.out().lines().filter(line -> line.equals("  note: result 1: the unit is not known")))
                .hasSize(5);
        assertThat(tool.out()).contains("  and 3 more notes, all of them with --json\n");
    }

    @Test
    void saysThatTheServerHadItBefore() {
        server.then(200, FakeServer.STORED.replace("\"duplicate\":false", "\"duplicate\":true"));

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        assertThat(tool.out()).contains("jmh-result.json is already stored in run 17; nothing was stored twice");
    }

    @Test
    void givesARetryTheSameKeyAndANewMeasurementAnother() throws IOException {
        server.then(201, FakeServer.STORED);

        tool.run("upload", "jmh-result.json");
        tool.run("upload", "jmh-result.json");
        Files.writeString(folder.resolve("jmh-result.json"), Tool.RESULT.replace("[2.1]", "[2.2]"));
        tool.run("upload", "jmh-result.json");

        assertThat(key(1)).isEqualTo(key(0));
        assertThat(key(2)).isNotEqualTo(key(0));
    }

    @Test
    void makesTheKeyOfTheBuildItsAttemptAndTheFileInCi() {
        server.then(201, FakeServer.STORED);
        tool.with("CIRCLECI", "true")
                .with("CIRCLE_WORKFLOW_ID", "7bb21f4f")
                .with("CIRCLE_BUILD_NUM", "812")
                .with("CIRCLE_BUILD_URL", "https://circleci.com/gh/acme/widgets/812");

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        assertThat(key(0)).isEqualTo("circleci/7bb21f4f/1/812.0/ci-linux-x64/jmh-result.json");
        JsonNode metadata = JsonText.object(server.uploads().get(0).metadata()).orElseThrow();
        assertThat(JsonText.write(metadata.path("ci")))
                .isEqualTo("{\"provider\":\"circleci\",\"url\":\"https://circleci.com/gh/acme/widgets/812\","
                        + "\"attempt\":1,\"runId\":\"7bb21f4f\"}");
    }

    @Test
    void takesCommitBranchAndHistoryFromTheRepository() {
        server.then(201, FakeServer.STORED);
        Git git = Git.init(folder);
        String first = git.commit("first");
        String second = git.commit("second – with “quotes”");
        tool.without("PLUMBLINE_BRANCH").without("PLUMBLINE_COMMIT").without("PLUMBLINE_HISTORY");

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        JsonNode metadata = JsonText.object(server.uploads().get(0).metadata()).orElseThrow();
        assertThat(metadata.path("branch").asText()).isEqualTo("main");
        assertThat(metadata.path("commit").asText()).isEqualTo(second);
        assertThat(metadata.path("commits")).hasSize(2);
        JsonNode newest = metadata.path("commits").path(0);
        assertThat(newest.path("sha").asText()).isEqualTo(second);
        assertThat(newest.path("parent").asText()).isEqualTo(first);
        assertThat(newest.path("subject").asText()).isEqualTo("second – with “quotes”");
        JsonNode oldest = metadata.path("commits").path(1);
        assertThat(oldest.path("parent").isNull()).isTrue();
    }

    @Test
    void theFilesOfOneCommandAreOneRun() throws IOException {
        server.then(201, FakeServer.STORED).then(201, FakeServer.STORED);
        Files.writeString(folder.resolve("other.json"), Tool.RESULT + " ");

        assertThat(tool.run("upload", "jmh-result.json", "other.json")).isZero();

        assertThat(runs()).hasSize(2).allMatch(run -> run.startsWith("files/")).containsOnly(runs().get(0));
        assertThat(tool.out())
                .contains("jmh-result.json is stored in run 17")
                .contains("other.json is stored in run 17")
                .containsOnlyOnce("/projects/acme/runs/17");
    }

    @Test
    void aSingleFileNamesNoRunUnlessItIsGiven() {
        server.then(201, FakeServer.STORED).then(201, FakeServer.STORED);

        assertThat(tool.run("upload", "jmh-result.json")).isZero();
        assertThat(tool.run("upload", "jmh-result.json", "--run", "build 7")).isZero();

        assertThat(runs()).containsExactly("", "build 7");
    }

    private List<String> runs() {
        return server.uploads().stream()
                .map(upload -> JsonText.object(upload.metadata())
                        .orElseThrow()
                        .path("run")
                        .asText())
                .toList();
    }

    @Test
    void namesTheEnvironmentAfterTheMachineAndSaysSo() {
        server.then(201, FakeServer.STORED);
        tool.without("PLUMBLINE_ENVIRONMENT");

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        assertThat(JsonText.object(server.uploads().get(0).metadata())
                        .orElseThrow()
                        .path("environment")
                        .asText())
                .isEqualTo("linux-x64");
        assertThat(tool.err()).contains("warning: no environment was set, so it is 'linux-x64'");
    }

    @Test
    void printsJsonOnlyToStandardOutput() {
        server.then(201, FakeServer.STORED);

        assertThat(tool.run("upload", "--json", "jmh-result.json")).isZero();

        assertThat(tool.out())
                .isEqualTo(
                        "{\"server\":\"%1$s\",\"project\":\"acme\",\"files\":[{\"file\":\"jmh-result.json\",\"status\":\"stored\",\"run\":17,\"url\":\"%1$s/projects/acme/runs/17\",\"duplicate\":false,\"results\":1,\"points\":1,\"notes\":[]}]}\n"
                                .formatted(server.address()));
        assertThat(tool.err()).startsWith("commit 3f722d5c1a on main, environment ci-linux-x64");
    }

    private String key(int upload) {
        return sent(upload).path("key").asText();
    }

    private JsonNode sent(int upload) {
        return JsonText.object(server.uploads().get(upload).metadata()).orElseThrow();
    }
}
