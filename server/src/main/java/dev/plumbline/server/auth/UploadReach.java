package dev.plumbline.server.auth;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which uploads a CI job may make, according to the claims of its ID token. A job that may have run a pull request's code never uploads as a
 * branch: what a pull request measured must not become a baseline.
 */
public sealed interface UploadReach {

    /**
     * A job of a branch.
     *
     * @param name the branch
     * @param commit the only commit that it may have measured; empty if the job may measure older ones, too
     */
    record Branch(String name, Optional<String> commit) implements UploadReach {

        private Optional<String> complaint(String branch, Optional<String> measured) {
            if (!name.equals(branch)) {
                return Optional.of("The token is for a job of the branch '" + name
                        + "', but the upload is of the branch '" + branch + "'.");
            }
            return commit.filter(claimed -> measured.isPresent() && !sameCommit(claimed, measured.get()))
                    .map(claimed -> "The token is for a job of the commit " + claimed + ", but the upload is of "
                            + measured.orElse("") + ".");
        }
    }

    /** A job of one pull request. */
    record PullRequest(int number) implements UploadReach {

        private Optional<String> complaint(String branch, OptionalInt named) {
            if (named.orElse(0) == number) {
                return Optional.empty();
            }
            return Optional.of("The token is for a job of pull request " + number + ", but the upload is of "
                    + (named.isPresent() ? "pull request " + named.getAsInt() : "the branch '" + branch + "' itself")
                    + ".");
        }
    }

    /**
     * A job that may handle pull requests' code or results, and whose token doesn't say which pull request.
     *
     * @param job what it is, as a noun phrase
     */
    record AnyPullRequest(String job) implements UploadReach {}

    /**
     * A job of neither, such as one of a tag.
     *
     * @param job what it is, as a noun phrase
     */
    record Nothing(String job) implements UploadReach {}

    /**
     * Why an upload isn't allowed, as a sentence; empty when it is.
     *
     * @param branch the branch that the upload names
     * @param commit the commit that it measured, in lower case
     * @param pullRequest the pull request that it names
     */
    default Optional<String> complaint(String branch, String commit, OptionalInt pullRequest) {
        return complaint(branch, Optional.of(commit), pullRequest);
    }

    /**
     * The same for the base side of a pair, which measures another commit than the job's.
     *
     * @param branch the branch that the upload names
     * @param pullRequest the pull request that it names
     */
    default Optional<String> complaintOfPairBase(String branch, OptionalInt pullRequest) {
        return complaint(branch, Optional.empty(), pullRequest);
    }

    private Optional<String> complaint(String branch, Optional<String> commit, OptionalInt pullRequest) {
        return switch (this) {
            case Branch job -> job.complaint(branch, commit);
            case PullRequest job -> job.complaint(branch, pullRequest);
            case AnyPullRequest job ->
                pullRequest.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                "The token is for " + job.job()
                                        + ", which may upload for pull requests only: the upload has to name its pull request.");
            case Nothing job ->
                Optional.of("The token is for " + job.job() + ", but runs belong to a branch or a pull request.");
        };
    }

    private static boolean sameCommit(String claimed, String measured) {
        return measured.length() >= 7 && claimed.startsWith(measured);
    }
}
