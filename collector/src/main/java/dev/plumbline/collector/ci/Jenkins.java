package dev.plumbline.collector.ci;

import java.util.Optional;

/**
 * Jenkins: pipelines of several branches, with their {@code CHANGE_} variables, and the pull request builder's {@code
 * ghprb} ones. A build is never repeated under its number, so there is one attempt.
 *
 * @see <a href="https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables">Using environment
 *     variables</a>
 */
final class Jenkins implements CiProvider {

    @Override
    public Optional<CiBuild> recognise(Variables variables) {
        if (!variables.isSet("JENKINS_URL") && !variables.isSet("JENKINS_HOME")) {
            return Optional.empty();
        }
        int change = variables.number("CHANGE_ID");
        return Optional.of(new CiBuild(
                        "jenkins",
                        variables.first("ghprbActualCommit", "GIT_COMMIT"),
                        variables.branch(
                                "ghprbSourceBranch", "CHANGE_BRANCH", "BRANCH_NAME", "GIT_LOCAL_BRANCH", "GIT_BRANCH"),
                        change > 0 ? change : variables.number("ghprbPullId"),
                        variables.text("BUILD_URL"),
                        variables.first("BUILD_TAG", "BUILD_URL", "BUILD_NUMBER"),
                        1,
                        variables.text("STAGE_NAME"))
                .toward(variables.branch("ghprbTargetBranch", "CHANGE_TARGET"))
                .titled(
                        variables.first("ghprbPullTitle", "CHANGE_TITLE"),
                        variables.first("ghprbPullAuthorLogin", "CHANGE_AUTHOR")));
    }
}
