package dev.plumbline.collector.ci;

import java.util.Optional;

/**
 * Buildkite. {@code BUILDKITE_COMMIT} may be the word {@code HEAD}; the checked-out repository then says which commit
 * that is. The retry count starts at 0.
 *
 * @see <a href="https://buildkite.com/docs/pipelines/configure/environment-variables">Environment variables</a>
 */
final class Buildkite implements CiProvider {

    @Override
    public Optional<CiBuild> recognise(Variables variables) {
        if (!variables.is("BUILDKITE", "true")) {
            return Optional.empty();
        }
        String url = variables.text("BUILDKITE_BUILD_URL");
        String job = variables.text("BUILDKITE_JOB_ID");
        return Optional.of(new CiBuild(
                        "buildkite",
                        variables.text("BUILDKITE_COMMIT"),
                        variables.branch("BUILDKITE_BRANCH"),
                        variables.number("BUILDKITE_PULL_REQUEST"),
                        url.isEmpty() || job.isEmpty() ? url : url + "#" + job,
                        variables.text("BUILDKITE_BUILD_ID"),
                        variables.number("BUILDKITE_RETRY_COUNT") + 1,
                        variables.first("BUILDKITE_STEP_ID", "BUILDKITE_STEP_KEY", "BUILDKITE_LABEL")
                                + parallel(variables.text("BUILDKITE_PARALLEL_JOB")))
                .toward(variables.branch("BUILDKITE_PULL_REQUEST_BASE_BRANCH")));
    }

    private static String parallel(String index) {
        return index.isEmpty() ? "" : "." + index;
    }
}
