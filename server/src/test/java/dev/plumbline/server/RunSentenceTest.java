package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.analysis.report.json.RunVerdictsJson;
import dev.plumbline.analysis.report.verdict.RunVerdicts;
import dev.plumbline.analysis.report.verdict.VerdictSummary;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of a run, the API and the collector, which reads the API by the same code as this test, say the same of a run. */
class RunSentenceTest {

    private static final String PROJECT = "sentence";
    private static final String RUNS = "/api/v1/projects/" + PROJECT + "/runs/";

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static int commits;

    @Test
    void whateverIsFoundOfARun() throws IOException {
        ApiClient client = server.client(server.token(server.project(PROJECT, true), Scope.ADMIN));
        double[] usual = {1.00, 1.01, 0.99};
        assertThat(sentence(client, usual, usual))
                .isEqualTo("Nothing was compared: there is no baseline yet for ci-linux. This isn't a pass.");
        double[] scattered = {0.8, 1.6, 1.1};
        assertThat(sentence(client, scattered, scattered))
                .isEqualTo("No regression was found, but 2 of 2 series can't be told from noise.");
        for (int run = 0; run < 3; run++) {
            sentence(client, usual, usual);
        }
        double[] slower = {3.00, 3.01, 2.99};
        assertThat(sentence(client, slower, usual)).contains("1 of 2 series regressed");
        double[] faster = {0.30, 0.31, 0.29};
        assertThat(sentence(client, faster, usual)).contains("series");
    }

    /** Uploads a run of two benchmarks and gives what all three say of it. */
    private static String sentence(ApiClient client, double[] first, double[] second) throws IOException {
        JsonArray document = new JsonArray()
                .add(JmhDocument.result("com.acme.A.first", first))
                .add(JmhDocument.result("com.acme.A.second", second));
        Answer answer = client.upload(PROJECT, "%040x".formatted(++commits), document.encode());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        long run = answer.json().getLong("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> client.get(RUNS + run).json().getString("status").equals("judged"));

        JsonMapper mapper = new JsonMapper();
        JsonNode about = mapper.readTree(client.get(RUNS + run).body());
        JsonNode verdicts = mapper.readTree(client.get(RUNS + run + "/verdicts").body());
        RunVerdicts read = RunVerdictsJson.read(PROJECT, run, about, verdicts, "");
        String collector = new VerdictSummary(read.summary(), read.environment(), Glyphs.UNICODE).sentence();

        assertThat(about.path("summary").path("sentence").asText()).isEqualTo(collector);
        assertThat(verdicts.path("summary").path("sentence").asText()).isEqualTo(collector);
        assertThat(client.get("/projects/" + PROJECT + "/runs/" + run).body())
                .contains("<strong>" + collector + "</strong>");
        assertThat(read.rows()).hasSize(2);
        return collector;
    }
}
