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
        assertThat(answer.headers().firstValue("Location")).contains(path + "?saved=1&was=open&assigneeWas=-#saved");
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

    @Test
    void whatWasSavedIsSaidAndCanBeUndone() {
        String path = "/projects/acme/regressions/" + server.history.regression(server.keys.project(), 41);
        String address = post(path, "decision=acknowledged&who=Ada&assignee=Ada&assigneeBefore=")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(get(address))
                .contains("Saved. It is acknowledged, assigned to Ada.")
                .contains(">Undo<");

        String restored = post(path, "decision=open&assignee=&assigneeBefore=Ada&who=Ada")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(get(restored)).contains("Saved. It is confirmed.").contains("value=\"acknowledged\"");
    }

    @Test
    void aFormWithAMistakeIsShownAgainWithWhatWasTyped() {
        String path = "/projects/acme/regressions/" + server.history.regression(server.keys.project(), 12);

        HttpResponse<String> answer =
                post(path, "decision=expected&note=by%20design&assigneeBefore=&assignee=" + "x".repeat(101));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("at most 100 characters")
                .contains(">by design</textarea>")
                .contains("x".repeat(101))
                .contains("name=\"decision\" value=\"expected\" checked");
    }

    @Test
    void severalAreDecidedOnAtOnceWhereTheFilterStays() {
        String list = "/projects/acme/regressions?direction=all";
        long first = server.history.regression(server.keys.project(), 41);
        long second = server.history.regression(server.keys.project(), 12);

        assertThat(post(list, "decision=expected").body()).contains("No regression is selected");
        assertThat(post(list, "id=" + first + "&note=kept").body())
                .contains("No decision is chosen.")
                .contains("value=\"kept\"");
        String saved = post(list, "id=" + first + "&id=" + second + "&decision=fixed&note=both")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(saved).contains("direction=all").contains("saved=2");
        String page = get(saved);
        assertThat(page).contains("Saved: 2 regressions.");
        assertThat(get("/projects/acme/regressions/" + first)).contains("fixed: both");

        String undo = page.replaceAll("(?s).*name=\"undo\" value=\"([^\"]*)\".*", "$1");
        post(list, "undo=" + undo.replace(" ", "%20").replace(":", "%3A"));
        assertThat(get("/projects/acme/regressions?direction=all&state=fixed"))
                .doesNotContain("/projects/acme/regressions/" + first + "\"");
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
