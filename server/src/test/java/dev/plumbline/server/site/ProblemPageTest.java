package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages that can't be shown speak to people, who sign in, and not to programs, which send headers. */
class ProblemPageTest {

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
    void asksWhoIsNotSignedInToSignIn() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/projects/acme/notifications", "");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"plumbline\"");
        assertThat(page.body())
                .contains("<h1>Sign in first</h1>", "/sign-in?next=%2Fprojects%2Facme%2Fnotifications")
                .doesNotContain("Authorization", "plb_");
    }

    @Test
    void saysThatATokenIsNoLongerValid() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/projects/acme/notifications", "plumbline_token=plb_withdrawn");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("<h1>You are no longer signed in</h1>", "/sign-in?next=");
    }

    @Test
    void doesNotSayWhetherAProjectIsPrivateOrMissing() throws IOException, InterruptedException {
        HttpResponse<String> hidden = get("/projects/hidden", "");
        HttpResponse<String> missing = get("/projects/nowhere", "");

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).contains("or it is private and you aren't signed in", "/sign-in?next=");
        assertThat(hidden.body().replaceAll("(projects(?:/|%2F))hidden", "$1nowhere"))
                .isEqualTo(missing.body());
    }

    private static HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return CLIENT.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
    }
}
