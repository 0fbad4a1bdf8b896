package dev.plumbline.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeKindTest {

    @ParameterizedTest
    @CsvSource({"github, GITHUB", "GitLab, GITLAB", "gitea, GITEA", "forgejo, GITEA"})
    void findsAForgeByItsNames(String name, ForgeKind kind) {
        assertThat(ForgeKind.named(name)).contains(kind);
    }

    @Test
    void knowsNoOtherNames() {
        assertThat(ForgeKind.named("bitbucket")).isEmpty();
        assertThat(ForgeKind.named("")).isEmpty();
        assertThat(ForgeKind.names()).isEqualTo("github, gitlab, gitea or forgejo");
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, https://github.com,      https://api.github.com",
        "GITHUB, https://git.example.com, https://git.example.com/api/v3",
        "GITLAB, https://gitlab.com,      https://gitlab.com/api/v4",
        "GITEA,  https://codeberg.org,    https://codeberg.org/api/v1"
    })
    void knowsWhereTheApiOfAnInstanceIs(ForgeKind kind, String web, String api) {
        assertThat(kind.product().api(web)).isEqualTo(api);
    }

    /** As docs/forges.md has them. */
    @ParameterizedTest
    @CsvSource({"GITHUB, 65536", "GITLAB, 1000000", "GITEA, 60000"})
    void knowsHowLongACommentMayBe(ForgeKind kind, int characters) {
        assertThat(kind.product().longestComment()).isEqualTo(characters);
    }

    @Test
    void aJobIsRecognisedByItsOwnForgeAlone() {
        Map<String, String> github = Map.of("GITHUB_ACTIONS", "true", "GITHUB_API_URL", "https://api.github.com");
        Map<String, String> forgejo = Map.of("GITHUB_ACTIONS", "true", "FORGEJO_ACTIONS", "true");
        Map<String, String> old = Map.of("GITHUB_ACTIONS", "true", "GITHUB_API_URL", "https://codeberg.org/api/v1");

        assertThat(recognising(github)).containsExactly(ForgeKind.GITHUB);
        assertThat(recognising(forgejo)).containsExactly(ForgeKind.GITEA);
        assertThat(recognising(old)).containsExactly(ForgeKind.GITEA);
        assertThat(recognising(Map.of("GITLAB_CI", "true"))).containsExactly(ForgeKind.GITLAB);
        assertThat(recognising(Map.of("CI", "true"))).isEmpty();
    }

    private static List<ForgeKind> recognising(Map<String, String> variables) {
        return Arrays.stream(ForgeKind.values())
                .filter(kind -> kind.product()
                        .job(name -> variables.getOrDefault(name, ""))
                        .isPresent())
                .toList();
    }
}
