package dev.plumbline.collector.ci;

import java.util.Optional;

/**
 * GitLab CI. A pipeline for merged results measures a trial merge; its source branch's head is what the request is about.
 * A retried job has a new job id within the same pipeline, which replaces the attempt that GitLab doesn't count.
 *
 * @see <a href="https://docs.gitlab.com/ci/variables/predefined_variables/">Predefined CI/CD variables</a>
 */
final class GitLabCi implements CiProvider {

    @Override
    public Optional<CiBuild> recognise(Variables variables) {
        if (!variables.isSet("GITLAB_CI")) {
            return Optional.empty();
        }
        return Optional.of(new CiBuild(
                        "gitlab-ci",
                        variables.first("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "CI_COMMIT_SHA"),
                        variables.first("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_BRANCH"),
                        variables.number("CI_MERGE_REQUEST_IID"),
                        variables.first("CI_JOB_URL", "CI_PIPELINE_URL"),
                        variables.text("CI_PIPELINE_ID"),
                        0,
                        variables.text("CI_JOB_ID"))
                .toward(variables.text("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"))
                .titled(variables.text("CI_MERGE_REQUEST_TITLE"), "")
                .in(variables.first("CI_MERGE_REQUEST_PROJECT_PATH", "CI_PROJECT_PATH")));
    }
}
