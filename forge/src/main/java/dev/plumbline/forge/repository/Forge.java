package dev.plumbline.forge.repository;

import java.util.List;

/**
 * One repository on a forge, accessed with one credential. Calls block; one object may be used by several threads. Every method throws
 * {@link ForgeException} when the forge refuses or can't be reached; nothing is retried here.
 */
public interface Forge {

    /** A pull request (merge request). */
    PullRequest pullRequest(int number);

    /** All comments of a pull request, oldest first, over all pages. */
    List<Comment> comments(int number);

    /**
     * Posts a comment.
     *
     * @param body Markdown, at most {@link #longestComment()} characters
     */
    Comment post(int number, String body);

    /** Replaces a comment's text. */
    void edit(int number, Comment comment, String body);

    /** Folds a comment as outdated: minimised if the forge can do that, otherwise with its text inside a closed {@code <details>}. */
    void fold(int number, Comment comment);

    /**
     * Puts a check or a commit status on a commit and replaces the one of the same name.
     *
     * @return what identifies it at the forge, to be passed in {@link CommitStatus#id()} the next time
     */
    String report(CommitStatus status);

    /** Opens an issue. */
    Issue open(String title, String body);

    /**
     * Comments on an issue.
     *
     * @param body Markdown, at most {@link #longestComment()} characters
     */
    void commentOnIssue(int issue, String body);

    /** A run of the forge's own CI, by the id that its jobs know. */
    CiRun ciRun(String id);

    /**
     * The files that differ between a commit and a later one.
     *
     * @param base the hash of the earlier commit
     * @param head the hash of the later commit
     */
    ChangedFiles changedFiles(String base, String head);

    /** The most characters of a comment. */
    int longestComment();

    /** The most characters of a {@link CommitStatus#summary()}; 0 where the forge shows none. */
    int longestSummary();
}
