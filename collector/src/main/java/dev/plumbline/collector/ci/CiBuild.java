package dev.plumbline.collector.ci;

/**
 * What a CI system says of a build. A text that it does not give is empty, a number 0.
 *
 * @param provider the provider's stable name, for example {@code github-actions}
 * @param commit the commit that the build is of: the head of a pull request and not its trial merge
 * @param branch the branch, of a pull request the one it comes from; empty for a tag
 * @param pullRequest the pull request's number; 0 for none
 * @param url the page of the build
 * @param runId what tells this build from all others of the provider
 * @param attempt which try of the build this is, from 1
 * @param job what tells this job from the others of the build
 */
public record CiBuild(
        String provider,
        String commit,
        String branch,
        int pullRequest,
        String url,
        String runId,
        int attempt,
        String job) {

    /** No CI system: what a person starts by hand. */
    public static final CiBuild NONE = new CiBuild("", "", "", 0, "", "", 0, "");

    /** Whether a CI system was recognised. */
    public boolean known() {
        return !provider.isEmpty();
    }
}
