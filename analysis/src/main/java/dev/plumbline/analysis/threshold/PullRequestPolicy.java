package dev.plumbline.analysis.threshold;

/**
 * What a project wants reported on pull requests.
 *
 * @param comment when there is a comment
 * @param check whether a check or a commit status is put on the commit
 * @param blocks which regressions block a merge, that is, make the check fail
 */
public record PullRequestPolicy(CommentMode comment, boolean check, BlockPolicy blocks) {

    /** Always a comment, always a check, and nothing that blocks a merge. */
    public static final PullRequestPolicy DEFAULT = new PullRequestPolicy(CommentMode.ALWAYS, true, BlockPolicy.NONE);
}
