package dev.plumbline.collector.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiRepositoryTest {

    @Test
    void isTheOneOfTheForgeThatTheJobRunsOn() {
        assertThat(CiRepository.recognise(Map.of(
                        "GITHUB_ACTIONS", "true",
                        "GITHUB_SERVER_URL", "https://github.com",
                        "GITHUB_REPOSITORY", "acme/widget")))
                .contains(new CiRepository("github", "https://github.com/acme/widget"));
        assertThat(CiRepository.recognise(Map.of(
                        "GITHUB_ACTIONS", "true",
                        "FORGEJO_ACTIONS", "true",
                        "GITHUB_SERVER_URL", "https://git.example.com",
                        "GITHUB_REPOSITORY", "acme/widget")))
                .contains(new CiRepository("gitea", "https://git.example.com/acme/widget"));
    }

    @Test
    void isTheOneThatAForksMergeRequestIsFor() {
        assertThat(CiRepository.recognise(Map.of(
                        "GITLAB_CI", "true",
                        "CI_PROJECT_URL", "https://gitlab.com/ann/widget",
                        "CI_MERGE_REQUEST_PROJECT_URL", "https://gitlab.com/acme/widget")))
                .contains(new CiRepository("gitlab", "https://gitlab.com/acme/widget"));
    }

    @ParameterizedTest
    @CsvSource({
        "BUILDKITE_REPO,        git@github.com:acme/widget.git,                    github, https://github.com/acme/widget",
        "CIRCLE_REPOSITORY_URL, git@github.com:acme/widget.git,                    github, https://github.com/acme/widget",
        "GIT_URL,               ssh://git@gitlab.example.com:2222/a/b/widget.git,  gitlab, https://gitlab.example.com/a/b/widget",
        "GIT_URL,               https://ann:secret@codeberg.org/acme/widget.git/,  gitea,  https://codeberg.org/acme/widget",
        "DRONE_REPO_LINK,       http://gitea.local:3000/acme/widget,               gitea,  http://gitea.local:3000/acme/widget",
        "TRAVIS_REPO_SLUG,      acme/widget,                                       github, https://github.com/acme/widget"
    })
    void isThePageOfWhatIsCloned(String variable, String value, String forge, String page) {
        assertThat(CiRepository.recognise(Map.of(variable, value))).contains(new CiRepository(forge, page));
    }

    @Test
    void believesTheCiSystemAboutTheForge() {
        assertThat(CiRepository.recognise(
                        Map.of("CI_FORGE_TYPE", "forgejo", "CI_REPO_URL", "https://code.example.com/acme/widget")))
                .contains(new CiRepository("gitea", "https://code.example.com/acme/widget"));
    }

    @Test
    void isNotGuessedAtFromAHostThatSaysNothing() {
        assertThat(CiRepository.recognise(Map.of("GIT_URL", "https://code.example.com/acme/widget.git")))
                .isEmpty();
        assertThat(CiRepository.recognise(Map.of("GIT_URL", "/srv/git/widget.git")))
                .isEmpty();
        assertThat(CiRepository.recognise(Map.of("GIT_URL", "https://[broken"))).isEmpty();
        assertThat(CiRepository.recognise(Map.of("CI", "true"))).isEmpty();
    }
}
