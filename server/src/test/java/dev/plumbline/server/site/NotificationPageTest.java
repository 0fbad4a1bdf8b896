package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.notification.watch.Watches;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NotificationPageTest {

    private static final String PATH = "/projects/acme/notifications";
    private static final String RULE =
            "rule=&name=Team&channel=webhook&target=https%3A%2F%2Fhooks.example.com%2Fsecret-path&events=confirmed"
                    + "&events=fixed&environment=*&benchmark=com.acme.*&metric=score&minimumPercent=5&enabled=true";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

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
    void aRuleIsMadeChangedTriedAndDeletedByForms() throws Exception {
        HttpResponse<String> made = post(PATH, RULE, "same-origin");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(made.body()).contains("plbs_").doesNotContain("secret-path");
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        NotificationRule rule = rules().getLast();
        assertThat(rule.wish().minimumEffect()).isEqualTo(0.05);
        assertThat(rule.wish().events()).hasSize(2);
        assertThat(get(PATH, true).body())
                .contains("https://hooks.example.com/…", "confirmed, fixed", "from 5.0 % on")
                .doesNotContain("plbs_")
                .doesNotContain("secret-path");
        assertThat(get(PATH + "?edit=" + rule.id(), true).body()).contains("Edit rule", "value=\"Team\"");

        post(
                PATH,
                RULE.replace("rule=", "rule=" + rule.id())
                        .replace("name=Team", "name=Other")
                        .replaceAll("target=[^&]*", "target="),
                "same-origin");
        NotificationRule changed = rules().getLast();
        assertThat(changed.wish().name()).isEqualTo("Other");
        assertThat(changed.wish().target()).isEqualTo("https://hooks.example.com/secret-path");
        assertThat(changed.secret()).isEqualTo(rule.secret());

        assertThat(post(PATH + "/" + rule.id() + "/test", "", "same-origin").statusCode())
                .isEqualTo(303);
        assertThat(post(PATH + "/" + rule.id() + "/secret", "", "same-origin").body())
                .contains("plbs_");
        assertThat(rules().getLast().secret()).isNotEqualTo(rule.secret());
        assertThat(post(PATH + "/" + rule.id() + "/delete", "", "same-origin").statusCode())
                .isEqualTo(303);
        assertThat(rules()).noneMatch(one -> one.id() == rule.id());
    }

    @Test
    void anotherSitesFormDoesNothing() throws Exception {
        int before = rules().size();

        assertThat(post(PATH, RULE, "cross-site").statusCode()).isEqualTo(401);
        assertThat(post(PATH + "/watches", "environment=ci&branch=&everyHours=24&graceHours=1", "same-site")
                        .statusCode())
                .isEqualTo(401);
        assertThat(rules()).hasSize(before);
    }

    @Test
    void isForAdministratorsAlone() throws Exception {
        assertThat(get(PATH, false).statusCode()).isEqualTo(401);
        assertThat(get(PATH, true).statusCode()).isEqualTo(200);
    }

    @Test
    void aTargetThatIsNotListedIsRefusedWithTheReason() throws Exception {
        HttpResponse<String> answer =
                post(PATH, RULE.replace("hooks.example.com", "elsewhere.example.com"), "same-origin");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("PLUMBLINE_NOTIFY_HOSTS");
    }

    @Test
    void watchesAndTheFeedsKeyAreMadeByForms() throws Exception {
        assertThat(post(PATH + "/watches", "environment=nightly&branch=&everyHours=24&graceHours=1.5", "same-origin")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(PATH, true).body()).contains("nightly, main", "every 24 hours, grace 90 minutes");
        long watch = new Watches(server.database)
                .all(server.keys.project())
                .getLast()
                .id();
        post(PATH + "/watches/" + watch + "/delete", "", "same-origin");
        assertThat(get(PATH, true).body()).doesNotContain("nightly, main");

        String hidden = "/projects/hidden/notifications";
        assertThat(post(hidden + "/feed-key", "", "same-origin").body())
                .contains("/projects/hidden/regressions.atom?key=plbf_");
        assertThat(get(hidden, true).body()).doesNotContain("plbf_");
    }

    private static List<NotificationRule> rules() {
        return new NotificationRules(server.database).all(server.keys.project());
    }

    private static HttpResponse<String> get(String path, boolean signedIn) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)));
        if (signedIn) {
            request.header("Cookie", "plumbline_token=" + server.instanceToken.text());
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String form, String site) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Cookie", "plumbline_token=" + server.instanceToken.text())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString(form))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
