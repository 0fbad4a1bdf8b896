package dev.plumbline.server.forges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.repository.Forge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgesFileTest {

    @TempDir
    Path folder;

    @BeforeEach
    void putSecrets() throws IOException {
        Files.writeString(folder.resolve("token"), "ghp_abc\n");
        Files.writeString(folder.resolve("hook"), "shared");
        Files.writeString(folder.resolve("empty"), "\n");
    }

    @Test
    void knowsTheAddressesOfThePublicForges() {
        List<ConfiguredForge> forges = read("""
            {"forges": [
              {"name": "github", "kind": "github", "tokenFile": "token", "webhookSecretFile": "hook", "repositories": ["acme/*"]},
              {"name": "gitlab", "kind": "gitlab", "tokenFile": "token", "repositories": ["acme/tools"]},
              {"name": "codeberg", "kind": "forgejo", "web": "https://codeberg.org/", "tokenFile": "token", "repositories": ["*"]},
              {"name": "ours", "kind": "github", "web": "https://git.acme.example", "tokenFile": "token", "repositories": ["a/b"]}]}
            """);

        assertThat(forges)
                .extracting(ConfiguredForge::api)
                .containsExactly(
                        "https://api.github.com",
                        "https://gitlab.com/api/v4",
                        "https://codeberg.org/api/v1",
                        "https://git.acme.example/api/v3");
        assertThat(forges.getFirst().credential()).isEqualTo(new Credential.Token("ghp_abc"));
        assertThat(forges.getFirst().webhookSecret().orElseThrow().read()).isEqualTo("shared");
    }

    @Test
    void readsTheKeyOfAnApp() throws IOException {
        try (FakeForge fake = FakeForge.start()) {
            Files.writeString(folder.resolve("app.pem"), fake.accounts().appPem());

            List<ConfiguredForge> forges = read("""
                {"forges": [{"name": "github", "kind": "github", "app": {"id": 4711, "privateKeyFile": "app.pem"},
                    "repositories": ["acme/*"]}]}
                """);

            assertThat(forges.getFirst().credential()).isEqualTo(fake.accounts().app());
        }
    }

    @Test
    void aPatternCoversARepositoryInAnyLetterCase() {
        ConfiguredForge forge = forge("acme/*\", \"other/tools");

        assertThat(forge.covers("Acme/Parser")).isTrue();
        assertThat(forge.covers("acme/group/parser")).isTrue();
        assertThat(forge.covers("other/tools")).isTrue();
        assertThat(forge.covers("other/tools2")).isFalse();
        assertThat(forge.covers("evil/acme/parser")).isFalse();
    }

    @Test
    void saysAllThatDoesNotHoldWithThePlaceAndTheRemedy() {
        assertThatThrownBy(() -> read("""
            {"forges": [
              {"name": "Git Hub", "kind": "github", "tokenFile": "token", "repositories": []},
              {"name": "b", "kind": "bitbucket", "tokenFile": "token", "repositories": ["a/b"]},
              {"name": "c", "kind": "gitea", "tokenFile": "token", "repositories": ["a b"], "colour": 1},
              {"name": "d", "kind": "gitlab", "app": {"id": "1", "privateKeyFile": "token"}, "repositories": ["a/b"]},
              {"name": "e", "kind": "gitlab", "tokenFile": "nowhere", "repositories": ["a/b"]},
              {"name": "f", "kind": "gitlab", "tokenFile": "empty", "repositories": ["a/b"]},
              {"name": "g", "kind": "github", "app": {"id": "1", "privateKeyFile": "token"}, "repositories": ["a/b"]},
              {"name": "h", "kind": "github", "repositories": ["a/b"]},
              {"name": "i", "kind": "github", "web": "https://me:pw@github.com", "tokenFile": "token", "repositories": ["a/b"]}
            ]}\
            """))
                .isInstanceOf(ForgesException.class)
                .message()
                .contains("forges[0].name: is 'Git Hub': expected 1 to 40 lower-case letters")
                .contains("forges[0].repositories: is missing or empty: list what")
                .contains("forges[1].kind: is 'bitbucket': expected github, gitlab, gitea or forgejo")
                .contains("forges[2].web: is missing: give the address")
                .contains("forges[2].repositories[0]: expected owner/name")
                .contains("forges[2].colour: there is no such field")
                .contains("forges[3].app: gitlab has no Apps: give a tokenFile")
                .contains("forges[4].tokenFile: the file nowhere doesn't exist: put the secret there")
                .contains("forges[5].tokenFile: the file empty is empty")
                .contains("forges[6].app.privateKeyFile: the file token is invalid")
                .contains("forges[7]: give tokenFile, or app on GitHub")
                .contains("forges[8].web: expected an address")
                .doesNotContain("ghp_abc")
                .doesNotContain("me:pw");
    }

    @Test
    void saysWhereTheFileIsNoJson() {
        assertThatThrownBy(() -> read("{\n  oops")).hasMessageContaining("forges.json, line 2, column 3: no JSON");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("expected an object with the array \"forges\"");
        assertThatThrownBy(() -> Forges.read(Optional.of(folder.resolve("none.json")), Clock.systemUTC()))
                .hasMessageContaining("can't be read")
                .hasMessageContaining("PLUMBLINE_FORGES");
    }

    @Test
    void aNewTokenInTheFileCountsAtOnceAndAnOldOneKeepsItsConnection() throws IOException {
        try (FakeForge fake = FakeForge.start()) {
            ConfiguredForge entry = new ConfiguredForge(
                    "fake",
                    ForgeKind.GITHUB,
                    fake.address(),
                    fake.api(ForgeKind.GITHUB),
                    Optional.empty(),
                    new SecretFile(folder.resolve("token")),
                    Optional.empty(),
                    List.of("acme/*"));
            fake.repository("acme/tools").withPullRequest(5, "abc1234");
            try (Forges forges = new Forges(List.of(entry), Clock.systemUTC())) {
                Forge refused = forges.connect(entry, "acme/tools");
                assertThat(forges.connect(entry, "acme/tools")).isSameAs(refused);

                Files.writeString(folder.resolve("token"), fake.accounts().token());

                assertThat(forges.connect(entry, "acme/tools").pullRequest(5).title())
                        .isEqualTo("Faster splitting");
                assertThatThrownBy(() -> forges.connect(entry, "other/tools"))
                        .hasMessageContaining("may not be used for other/tools");
            }
        }
    }

    private ConfiguredForge forge(String repositories) {
        return read("""
            {"forges": [{"name": "g", "kind": "github", "tokenFile": "token", "repositories": ["%s"]}]}
            """.formatted(repositories)).getFirst();
    }

    private List<ConfiguredForge> read(String json) {
        Path file = folder.resolve("forges.json");
        try {
            Files.writeString(file, json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return ForgesFile.read(file);
    }
}
