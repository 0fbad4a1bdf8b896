package dev.plumbline.collector.ci;

/**
 * What a CI system says about a build. A text that it doesn't give is empty, a number 0.
 *
 * @param provider the provider's stable name, for example {@code github-actions}
 * @param commit the commit that is built: the head of a pull request and not its trial merge
 * @param branch the branch, for a pull request the one it comes from; empty for a tag
 * @param pullRequest the pull request's number; 0 for none
 * @param url the page of the build
 * @param runId what distinguishes this build from all others of the provider
 * @param attempt which attempt at the build this is, from 1
 * @param job what distinguishes this job from the others of the build
 * @param baseBranch the branch that a pull request is for; empty for none
 * @param repository the repository that it runs for, {@code owner/name}: for a pull request the one that it is for; empty if it is
 *     not known
 * @param title the pull request's title; empty for none, or where it isn't known
 * @param author who opened the pull request, likewise
 */
public record CiBuild(
        String provider,
        String commit,
        String branch,
        int pullRequest,
        String url,
        String runId,
        int attempt,
        String job,
        String baseBranch,
        String repository,
        String title,
        String author) {

    /** No CI system: the tool was started by hand. */
    public static final CiBuild NONE = new CiBuild("", "", "", 0, "", "", 0, "");

    CiBuild(
            String provider,
            String commit,
            String branch,
            int pullRequest,
            String url,
            String runId,
            int attempt,
            String job,
            String baseBranch) {
        this(provider, commit, branch, pullRequest, url, runId, attempt, job, baseBranch, "");
    }

    CiBuild(
            String provider,
            String commit,
            String branch,
            int pullRequest,
            String url,
            String runId,
            int attempt,
            String job,
            String baseBranch,
            String repository) {
        this(provider, commit, branch, pullRequest, url, runId, attempt, job, baseBranch, repository, "", "");
    }

    CiBuild(
            String provider,
            String commit,
            String branch,
            int pullRequest,
            String url,
            String runId,
            int attempt,
            String job) {
        this(provider, commit, branch, pullRequest, url, runId, attempt, job, "", "");
    }

    /** This build as one of a pull request for a branch; unchanged if it has no pull request. */
    CiBuild toward(String branch) {
        return pullRequest == 0
                ? this
                : new CiBuild(
                        provider,
                        commit,
                        this.branch,
                        pullRequest,
                        url,
                        runId,
                        attempt,
                        job,
                        branch,
                        repository,
                        title,
                        author);
    }

    /** This build as one for a repository. */
    CiBuild in(String name) {
        return new CiBuild(
                provider, commit, branch, pullRequest, url, runId, attempt, job, baseBranch, name, title, author);
    }

    /** This build with what people know its pull request by; unchanged if it has no pull request. */
    CiBuild titled(String name, String openedBy) {
        return pullRequest == 0
                ? this
                : new CiBuild(
                        provider,
                        commit,
                        branch,
                        pullRequest,
                        url,
                        runId,
                        attempt,
                        job,
                        baseBranch,
                        repository,
                        name,
                        openedBy);
    }

    /** Whether a CI system was recognised. */
    public boolean known() {
        return !provider.isEmpty();
    }
}
