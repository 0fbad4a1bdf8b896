package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.threshold.BlockRule;
import dev.plumbline.analysis.threshold.CommentMode;
import dev.plumbline.analysis.threshold.MissingMode;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.analysis.threshold.SuspicionMode;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.report.Policies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PATH = "/projects/acme/settings";
    private static PageServer server;
    private static Policies policies;

    @BeforeAll
    static void start() {
        server = new PageServer();
        policies = new Policies(server.database);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void withoutAPolicy() {
        policies.replace(server.keys.project(), PullRequestPolicy.DEFAULT, present -> true);
    }

    @Test
    void everybodySeesWhatIsSetAndOnlyAdministratorsTheFormAndTheTokens() {
        assertThat(page(false))
                .contains("Whenever a run was judged")
                .contains("No regression blocks a merge.")
                .contains("every series is judged by the default test")
                .doesNotContain("name=\"comment\"")
                .doesNotContain("id=\"tokens\"");
        assertThat(page(true)).contains("name=\"comment\"").contains("id=\"tokens\"");
    }

    @Test
    void theFormReplacesThePolicy() {
        HttpResponse<String> answer = save(Map.of(
                "comment", "changes",
                "check", "true",
                "missing", "fail",
                "benchmark", "com.acme.Parser*",
                "percent", "2,5"));

        assertThat(answer.body()).contains("Saved.");
        PullRequestPolicy policy = policies.of(server.keys.project());
        assertThat(policy.comment()).isEqualTo(CommentMode.CHANGES);
        assertThat(policy.check()).isTrue();
        assertThat(policy.missing()).isEqualTo(MissingMode.FAIL);
        assertThat(policy.blocks().rules()).containsExactly(new BlockRule("com.acme.Parser*", "*", "*", 0.025));
        assertThat(page(false)).contains("Benchmark com.acme.Parser*, metric *, environment *: from 2.5 %");
    }

    @Test
    void whatIsInvalidComesBackAsItWasTypedAndChangesNothing() {
        HttpResponse<String> answer =
                save(Map.of("comment", "never", "missing", "ignore", "benchmark", "<b>x", "percent", "many"));

        assertThat(answer.body())
                .contains("Nothing was saved: rule 1: the least change is 'many'")
                .contains("value=\"&lt;b>x\"")
                .contains("value=\"many\"");
        assertThat(policies.of(server.keys.project())).isEqualTo(PullRequestPolicy.DEFAULT);
    }

    @Test
    void aFormOfAnotherPolicyThanTheStoredOneReplacesNothing() {
        String before = before();
        policies.replace(
                server.keys.project(),
                new PullRequestPolicy(
                        CommentMode.NEVER,
                        false,
                        PullRequestPolicy.DEFAULT.blocks(),
                        MissingMode.IGNORE,
                        SuspicionMode.OPEN),
                present -> true);

        HttpResponse<String> answer =
                post(Map.of("comment", "always", "missing", "neutral", "before", before), "same-origin");

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(policies.of(server.keys.project()).comment()).isEqualTo(CommentMode.NEVER);
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        HttpResponse<String> answer =
                post(Map.of("comment", "never", "missing", "ignore", "before", before()), "cross-site");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(policies.of(server.keys.project())).isEqualTo(PullRequestPolicy.DEFAULT);
    }

    private static HttpResponse<String> save(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("before", before());
        return post(all, "same-origin");
    }

    private static String before() {
        Matcher hidden = Pattern.compile("name=\"before\" value=\"([^\"]*)\"").matcher(page(true));
        assertThat(hidden.find()).isTrue();
        return hidden.group(1).replace("&#34;", "\"").replace("&amp;", "&");
    }

    private static String page(boolean admin) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(PATH)));
        return send(admin ? request.header("Cookie", cookie()) : request).body();
    }

    private static HttpResponse<String> post(Map<String, String> fields, String site) {
        String body = fields.entrySet().stream()
                .flatMap(field -> Stream.of(Links.encoded(field.getKey()) + "=" + Links.encoded(field.getValue())))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(server.url(PATH)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .header("Cookie", cookie())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String cookie() {
        return "plumbline_token=" + server.instanceToken.text();
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
