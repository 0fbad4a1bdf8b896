package dev.plumbline.forge.repository;

import java.util.Optional;

/**
 * What a commit's check or status says.
 *
 * @param sha the full hash of the commit
 * @param name which check it is: the same name replaces, {@code plumbline}
 * @param state what it says
 * @param title one line; the forge cuts it to the length that it takes
 * @param summary Markdown with more, for forges that show it, at most {@link Forge#longestSummary()} characters; may be empty
 * @param url where the details are
 * @param id what {@link Forge#report} answered the last time for this commit and name
 */
public record CommitStatus(
        String sha, String name, State state, String title, String summary, String url, Optional<String> id) {

    /** What a check says. If a forge has no neutral state, that forge's class documents what replaces it. */
    public enum State {
        PENDING,
        SUCCESS,
        FAILURE,
        NEUTRAL
    }
}
