package dev.plumbline.collector.ci;

import java.util.Optional;

/**
 * Woodpecker CI. A pipeline that is started again has a new number, so there is one attempt of each.
 *
 * @see <a href="https://woodpecker-ci.org/docs/usage/environment#built-in-environment-variables">Built-in environment
 *     variables</a>
 */
final class Woodpecker implements CiProvider {

    @Override
    public Optional<CiBuild> recognise(Variables variables) {
        if (!variables.is("CI", "woodpecker") && !variables.is("CI_SYSTEM_NAME", "woodpecker")) {
            return Optional.empty();
        }
        return Optional.of(new CiBuild(
                        "woodpecker",
                        variables.text("CI_COMMIT_SHA"),
                        variables.branch("CI_COMMIT_SOURCE_BRANCH", "CI_COMMIT_BRANCH"),
                        variables.number("CI_COMMIT_PULL_REQUEST"),
                        variables.text("CI_PIPELINE_URL"),
                        variables.text("CI_REPO") + "#" + variables.text("CI_PIPELINE_NUMBER"),
                        1,
                        variables.text("CI_WORKFLOW_NAME"))
                .toward(variables.branch("CI_COMMIT_TARGET_BRANCH")));
    }
}
