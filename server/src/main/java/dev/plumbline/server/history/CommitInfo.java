package dev.plumbline.server.history;

import java.time.Instant;
import java.util.Optional;

/**
 * A commit as an upload names it.
 *
 * @param sha the full or abbreviated hash, 7 to 64 lower-case hexadecimal digits
 * @param parent the first parent's hash, empty for a root or when it is not known
 * @param committedAt the commit time, empty when it is not known
 * @param author the author's name, empty text when it is not known
 * @param subject the first line of the message, empty text when it is not known
 */
public record CommitInfo(
        String sha, Optional<String> parent, Optional<Instant> committedAt, String author, String subject) {

    /** A commit of which only the hash is known. */
    public static CommitInfo of(String sha) {
        return new CommitInfo(sha, Optional.empty(), Optional.empty(), "", "");
    }
}
