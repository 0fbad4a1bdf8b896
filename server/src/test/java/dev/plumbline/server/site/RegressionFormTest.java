package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.http.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The form on the page of a regression, as a browser sends it. */
class RegressionFormTest {

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
    void whoHasSignedInDecidesAssignsAndIsNamedInTheHistory() {
        String path = "/projects/acme/regressions/" + server.history.regression(server.keys.project(), 41);

        HttpResponse<String> answer =
                post(path, "decision=false-alarm&note=%3Cb%3Enoise&who=Ada&assignee=Grace&assigneeBefore=");
        String page = get(path);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(path);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith("plumbline_name=Ada").containsIgnoringCase("HttpOnly"));
        assertThat(page)
                .contains("marked as a false alarm: &lt;b&gt;noise")
                .contains("Ada (")
                .contains("The detector has confirmed it")
                .contains("value=\"Grace\"")
                .contains("<textarea");
        assertThat(get("/projects/acme/regressions?state=false-alarm&assignee=Grace"))
                .contains(path)
                .contains("Of 2 announced and decided regressions 1 was real");
    }

    @Test
    void aFormThatWasLeftAsItIsChangesNothing() {
        String path = "/projects/acme/regressions/" + server.history.regression(server.keys.project(), 12);
        String before = get(path);

        HttpResponse<String> answer = post(path, "decision=&note=&who=&assignee=&assigneeBefore=");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(get(path)).isEqualTo(before);
    }

    @Test
    void whatIsNoDecisionIsRefused() {
        String path = "/projects/acme/regressions/" + server.history.regression(server.keys.project(), 12);

        assertThat(post(path, "decision=retracted").statusCode()).isEqualTo(400);
        assertThat(post("/projects/acme/regressions/999999", "decision=expected")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String get(String path) {
        return send(request(path).GET()).body();
    }

    private static HttpResponse<String> post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Cookie", Credentials.COOKIE + "=" + server.instanceToken.text());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
