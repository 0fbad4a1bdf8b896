package dev.plumbline.collector.ci;

import java.util.Optional;

/**
 * CircleCI. A job that is run again has a new number, so there is one attempt of each. The pull request's number is given
 * for forks only; otherwise it is the end of the pull request's address.
 *
 * @see <a href="https://circleci.com/docs/reference/variables/">Project values and variables</a>
 */
final class CircleCi implements CiProvider {

    @Override
    public Optional<CiBuild> recognise(Variables variables) {
        if (!variables.is("CIRCLECI", "true")) {
            return Optional.empty();
        }
        int fromFork = variables.number("CIRCLE_PR_NUMBER");
        return Optional.of(new CiBuild(
                "circleci",
                variables.text("CIRCLE_SHA1"),
                branch(variables.text("CIRCLE_BRANCH")),
                fromFork > 0 ? fromFork : Numbers.atEnd(variables.text("CIRCLE_PULL_REQUEST")),
                variables.text("CIRCLE_BUILD_URL"),
                variables.first("CIRCLE_WORKFLOW_ID", "CIRCLE_BUILD_URL"),
                1,
                variables.text("CIRCLE_BUILD_NUM") + "." + variables.number("CIRCLE_NODE_INDEX")));
    }

    /** For a pull request from a fork the branch is {@code pull/12}: kept, since the fork's own name is not given. */
    private static String branch(String name) {
        return name.startsWith("refs/heads/") ? name.substring("refs/heads/".length()) : name;
    }
}
