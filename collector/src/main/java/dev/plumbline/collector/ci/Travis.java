package dev.plumbline.collector.ci;

import java.util.Optional;

/**
 * Travis CI. On a pull request {@code TRAVIS_BRANCH} is its base branch and {@code TRAVIS_COMMIT} a trial merge; the
 * head has variables of its own. Attempts are not counted.
 *
 * @see <a href="https://docs.travis-ci.com/user/environment-variables/#default-environment-variables">Default environment
 *     variables</a>
 */
final class Travis implements CiProvider {

    @Override
    public Optional<CiBuild> recognise(Variables variables) {
        if (!variables.is("TRAVIS", "true")) {
            return Optional.empty();
        }
        int pullRequest = variables.number("TRAVIS_PULL_REQUEST");
        String tag = variables.text("TRAVIS_TAG");
        return Optional.of(new CiBuild(
                        "travis",
                        variables.first("TRAVIS_PULL_REQUEST_SHA", "TRAVIS_COMMIT"),
                        tag.isEmpty() ? variables.first("TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH") : "",
                        pullRequest,
                        variables.first("TRAVIS_JOB_WEB_URL", "TRAVIS_BUILD_WEB_URL"),
                        variables.text("TRAVIS_BUILD_ID"),
                        0,
                        variables.text("TRAVIS_JOB_ID"))
                .toward(variables.text("TRAVIS_BRANCH")));
    }
}
