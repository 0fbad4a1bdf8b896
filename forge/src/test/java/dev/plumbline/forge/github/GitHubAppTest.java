package dev.plumbline.forge.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.fake.FakeAccounts;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitHubAppTest {

    private FakeForge fake;

    @BeforeEach
    void start() {
        fake = FakeForge.start();
        fake.repository("acme/tools").withPullRequest(5, "3f722d5c");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void readsTheKeyThatGitHubGivesAndTheSameAsPkcs8() {
        Credential.GitHubApp given =
                Credential.GitHubApp.of(FakeAccounts.APP, fake.accounts().appPem());
        Credential.GitHubApp converted =
                Credential.GitHubApp.of(FakeAccounts.APP, fake.accounts().appPkcs8Pem());

        assertThat(given.key()).isEqualTo(converted.key());
        assertThat(connect(given).pullRequest(5).number()).isEqualTo(5);
    }

    @Test
    void keepsItsTokenForManyRequests() {
        Forge forge = connect(fake.accounts().app());

        forge.pullRequest(5);
        forge.post(5, "hello");
        forge.comments(5);

        assertThat(fake.accounts().installationTokens()).isEqualTo(1);
        assertThat(fake.repository("acme/tools").comments(5).get(0).author()).isEqualTo(FakeAccounts.APP_LOGIN);
        assertThat(forge.comments(5).get(0).own()).isTrue();
    }

    @Test
    void asksForTheOneRepositoryAlone() {
        connect(fake.accounts().app()).pullRequest(5);

        assertThat(fake.requests())
                .filteredOn(request -> request.path().endsWith("/access_tokens"))
                .singleElement()
                .satisfies(request -> assertThat(
                                request.body().path("repositories").toString())
                        .isEqualTo("[\"tools\"]"));
    }

    @Test
    void getsAnotherTokenShortlyBeforeItExpires() {
        fake.accounts().installationTokensExpire(Instant.now().plusSeconds(299));
        Forge forge = connect(fake.accounts().app());

        forge.pullRequest(5);
        forge.pullRequest(5);

        assertThat(fake.accounts().installationTokens()).isEqualTo(2);
    }

    @Test
    void aTokenThatIsNotTakenAnyMoreIsRenewedOnce() {
        Forge forge = connect(fake.accounts().app());
        forge.pullRequest(5);
        fake.accounts().expireInstallationTokens();

        assertThat(forge.pullRequest(5).number()).isEqualTo(5);

        String refused = "{\"message\":\"Bad credentials\"}";
        fake.failOn("/pulls/5", 401, refused).failOn("/pulls/5", 401, refused);
        assertThatThrownBy(() -> forge.pullRequest(5))
                .isInstanceOfSatisfying(
                        ForgeException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(ForgeException.Kind.UNAUTHORIZED));
    }

    @Test
    void anotherKeyIsRefused() {
        try (FakeForge other = FakeForge.start()) {
            Forge forge = connect(other.accounts().app());

            assertThatThrownBy(() -> forge.pullRequest(5)).hasMessageContaining("/installation answered 401");
        }
    }

    @Test
    void whatIsNoKeyIsSaidWithoutQuotingIt() {
        assertThatThrownBy(() -> Credential.GitHubApp.of("1", "secret")).hasMessageContaining("is not PEM");
        assertThatThrownBy(() -> Credential.GitHubApp.of(
                        "1", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----"))
                .hasMessage("the App's private key is broken: it is not an RSA key");
        assertThat(fake.accounts().app().toString()).isEqualTo("GitHubApp[4711]");
        assertThat(new Credential.Token("ghp_x").toString()).doesNotContain("ghp_x");
    }

    private Forge connect(Credential.GitHubApp app) {
        return fake.connect(ForgeKind.GITHUB, "acme/tools", app);
    }
}
