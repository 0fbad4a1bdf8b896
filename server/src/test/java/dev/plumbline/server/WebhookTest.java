package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookTest {

    private static final FakeForge FAKE = FakeForge.start();

    @RegisterExtension
    static final TestServer server = TestServer.with(
            Map.of("PLUMBLINE_FORGES", new ForgeFolder(FAKE).file().toString()));

    private static final String HEAD = "a".repeat(40);

    private static Project project;

    @BeforeAll
    static void bind() {
        project = server.project("tools", true);
        Answer bound = server.client(server.adminToken())
                .send(
                        "PUT",
                        "/api/v1/projects/tools/forge",
                        BodyPublishers.ofString("{\"forge\":\"fake\",\"repository\":\"acme/tools\"}"));
        assertThat(bound.status()).as(bound.body()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        FAKE.close();
    }

    @Test
    void aPullRequestIsKnownOnceTheForgeTellsOfIt() {
        assertThat(send(SentWebhook.opened(1, HEAD, 1)).status()).isEqualTo(202);

        assertThat(pullRequests("number = 1 and state = 'open' and head_sha = '" + HEAD + "' and base_branch = 'main'"))
                .isEqualTo(1);
    }

    @Test
    void aMessageThatComesTwiceDoesNothingTheSecondTime() {
        SentWebhook opened = SentWebhook.opened(2, HEAD, 1);
        send(opened);
        send(opened.closed(1));

        assertThat(send(opened).status()).isEqualTo(202);

        assertThat(pullRequests("number = 2 and state = 'closed'")).isEqualTo(1);
    }

    @Test
    void aMessageThatComesLateDoesNotTakeBackWhatIsKnown() {
        SentWebhook opened = SentWebhook.opened(3, HEAD, 1);
        send(opened.closed(9));

        assertThat(send(opened).status()).isEqualTo(202);

        assertThat(pullRequests("number = 3 and state = 'closed'")).isEqualTo(1);
    }

    @Test
    void aForgedMessageIsRefusedWhateverItIsAbout() {
        Answer forged = SentWebhook.opened(4, HEAD, 1).to(server.anonymous(), "guessed");
        Answer unknown =
                new SentWebhook("acme/unknown", 4, "opened", "open", HEAD, "main", 1).to(server.anonymous(), "guessed");

        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.code()).isEqualTo("invalid-signature");
        assertThat(unknown.body()).isEqualTo(forged.body());
        assertThat(pullRequests("number = 4")).isZero();
    }

    @Test
    void aSignedMessageAboutARepositoryOfNobodyIsAnsweredAsAllOthers() {
        Answer known = send(SentWebhook.opened(5, HEAD, 1));
        Answer unknown = send(new SentWebhook("acme/unknown", 5, "opened", "open", HEAD, "main", 1));

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.body()).isEqualTo(known.body());
    }

    @Test
    void aForgeOfAnotherNameIsUnknown() {
        assertThat(server.anonymous().post("/api/v1/forges/other/webhook", "{}").code())
                .isEqualTo("invalid-signature");
    }

    @Test
    void onlyTheInstanceMayBindAProject() {
        Answer refused = server.client(server.token(project, dev.plumbline.server.project.Scope.ADMIN))
                .send(
                        "PUT",
                        "/api/v1/projects/tools/forge",
                        BodyPublishers.ofString("{\"forge\":\"fake\",\"repository\":\"acme/secret\"}"));

        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(server.anonymous().get("/api/v1/projects/tools/forge").json().getString("repository"))
                .isEqualTo("acme/tools");
    }

    @Test
    void aRepositoryThatTheInstanceDoesNotAllowIsRefused() {
        Answer refused = server.client(server.adminToken())
                .send(
                        "PUT",
                        "/api/v1/projects/tools/forge",
                        BodyPublishers.ofString("{\"forge\":\"fake\",\"repository\":\"evil/tools\"}"));

        assertThat(refused.code()).isEqualTo("forge-not-allowed");
    }

    private static Answer send(SentWebhook webhook) {
        return webhook.to(server.anonymous(), ForgeFolder.WEBHOOK_SECRET);
    }

    private static long pullRequests(String condition) {
        return server.count("select count(*) from pull_request where " + condition);
    }
}
