package dev.plumbline.collector.provenance;

/**
 * What the user says about where a measurement comes from. A text that was not given is empty.
 *
 * @param environment the environment's label
 * @param branch the branch
 * @param commit the commit, any name that git knows or 7 to 64 hexadecimal digits
 * @param pullRequest the pull request's number; 0 when not given
 * @param baseBranch the branch that the pull request is for
 * @param history the most commits of first-parent log to send
 */
public record StatedOrigin(
        String environment, String branch, String commit, int pullRequest, String baseBranch, int history) {}
