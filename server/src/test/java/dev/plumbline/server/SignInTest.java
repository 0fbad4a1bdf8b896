package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static String reader = "";
    private static String stranger = "";

    @BeforeAll
    static void projects() {
        Project hidden = server.project("hidden", false);
        reader = server.token(hidden, Scope.READ);
        stranger = server.token(server.project("other", false), Scope.ADMIN);
    }

    private static Answer signIn(String token, String next) {
        return server.anonymous()
                .send(
                        "POST",
                        "/sign-in",
                        BodyPublishers.ofString(
                                "token=" + ApiClient.encoded(token) + "&next=" + ApiClient.encoded(next)),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    private static List<String> cookies(Answer answer) {
        return answer.response().headers().allValues("Set-Cookie");
    }

    @Test
    void sendsAProjectsTokenToThatProjectsAddressesOnly() {
        Answer answer = signIn(reader, "/projects/hidden");

        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/projects/hidden");
        assertThat(cookies(answer))
                .hasSize(2)
                .allSatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax"))
                .anySatisfy(cookie -> assertThat(cookie).contains("Path=/projects/hidden;"))
                .anySatisfy(cookie -> assertThat(cookie).contains("Path=/api/v1/projects/hidden;"));
        assertThat(server.anonymous()
                        .get("/projects/hidden", "Cookie", "plumbline_token=" + reader)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void sendsATokenOfTheInstanceEverywhere() {
        Answer answer = signIn(server.adminToken(), "/projects/hidden");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(cookies(answer)).hasSize(1).first().asString().contains("Path=/;");
    }

    @Test
    void refusesATokenOfAnotherProjectAndWhatIsNone() {
        for (String token : List.of(stranger, "plb_" + "A".repeat(43), "nonsense", "", "ey.a.b")) {
            Answer answer = signIn(token, "/projects/hidden");

            assertThat(answer.status()).as(token).isEqualTo(401);
            assertThat(cookies(answer)).isEmpty();
        }
        assertThat(signIn(reader, "/").status()).as("nobody knows whose it is").isEqualTo(401);
    }

    @Test
    void leadsToThisServerOnly() {
        for (String next : List.of("https://evil.example.com/", "//evil.example.com", "/\\evil.example.com")) {
            assertThat(signIn(server.adminToken(), next).header("Location")).isEqualTo("/");
        }
    }
}
