package dev.plumbline.collector.git;

/**
 * A commit of the first-parent log.
 *
 * @param sha in full
 * @param parent the first parent; empty for a root
 * @param committedAt when it was committed, ISO 8601 with an offset
 * @param author the author's name, not the address
 * @param subject the first line of the message
 */
public record LoggedCommit(String sha, String parent, String committedAt, String author, String subject) {}
