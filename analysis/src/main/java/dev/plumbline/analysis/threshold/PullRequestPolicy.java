package dev.plumbline.analysis.threshold;

/**
 * What a project wants reported, on pull requests and of its base branch.
 *
 * @param comment when there is a comment
 * @param check whether a check or a commit status is put on the commit
 * @param blocks which regressions block a merge, that is, make the check fail
 * @param missing what missing and failed benchmarks mean for the check
 * @param suspicions whether regressions of the base branch that are only suspected count as open
 */
public record PullRequestPolicy(
        CommentMode comment, boolean check, BlockPolicy blocks, MissingMode missing, SuspicionMode suspicions) {

    /** Always a comment, always a check, nothing that blocks a merge, and no success if something is missing; suspicions wait. */
    public static final PullRequestPolicy DEFAULT =
            new PullRequestPolicy(CommentMode.ALWAYS, true, BlockPolicy.NONE, MissingMode.NEUTRAL, SuspicionMode.WAIT);

    /** Whether nothing blocks a merge. */
    public boolean blocksNothing() {
        return blocks.blocksNothing() && missing != MissingMode.FAIL;
    }
}
