package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The points of a series as the API lists them for a run. */
class PointsOfRunTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static PageServer server;

    @BeforeAll
    static void start() {
        server = new PageServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void areThoseOfTheBranchThatItWasComparedWithAndItsOwn() throws IOException, InterruptedException {
        long run = server.keys.pullRequestRun();
        String ofMain = get("").body();
        String ofRun = get("?run=" + run).body();

        assertThat(ofRun).contains("\"branch\":\"main\"").contains("\"run\":{\"run\":" + run + ",");
        assertThat(points(ofRun)).isEqualTo(points(ofMain));
        assertThat(points(ofRun)).doesNotContain("\"run\":" + run + ",");
        assertThat(ofMain).doesNotContain("\"run\":{");
    }

    @Test
    void ofTheBaseBranchAreItsTrend() throws IOException, InterruptedException {
        String ofRun = get("?run=1").body();

        assertThat(ofRun).contains("\"run\":{\"run\":1,");
        assertThat(points(ofRun)).contains("\"run\":1,").isEqualTo(points(get("").body()));
    }

    @Test
    void areTheSameRowsAsCsv() throws IOException, InterruptedException {
        assertThat(get(".csv?run=" + server.keys.pullRequestRun()).body())
                .isEqualTo(get(".csv").body());
    }

    @Test
    void ofAnUnknownRunAreNotFoundAndARunGoesWithoutABranch() throws IOException, InterruptedException {
        assertThat(get("?run=999999").statusCode()).isEqualTo(404);
        assertThat(get(".csv?run=999999").statusCode()).isEqualTo(404);
        assertThat(get("?run=1&branch=main").statusCode()).isEqualTo(400);
        assertThat(get("?run=first").statusCode()).isEqualTo(400);
    }

    private static String points(String answer) {
        return answer.substring(answer.indexOf("\"points\":["));
    }

    private static HttpResponse<String> get(String rest) throws IOException, InterruptedException {
        long series = server.history.series(server.keys.project(), "split", "score");
        return CLIENT.send(
                HttpRequest.newBuilder(
                                URI.create(server.url("/api/v1/projects/acme/series/" + series + "/points" + rest)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
