package dev.plumbline.server.site.frame;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.CommitLabel;
import java.util.Optional;

/**
 * A commit as pages show it.
 *
 * @param hash the abbreviated hash
 * @param fullHash the hash as it was uploaded
 * @param subject the first line of the message, may be empty
 * @param author the author's name without the address, may be empty
 * @param committedAt when it was committed, if that is known
 */
public record CommitView(String hash, String fullHash, String subject, String author, Optional<Moment> committedAt) {

    private static final int SHORT = 8;

    public static CommitView of(CommitLabel commit) {
        return new CommitView(
                abbreviated(commit.sha()),
                commit.sha(),
                Printable.line(commit.subject()),
                author(commit.author()),
                commit.committedAt().map(Moment::of));
    }

    /** The commit without its author, for what isn't its author's doing. */
    public CommitView withoutAuthor() {
        return new CommitView(hash, fullHash, subject, "", committedAt);
    }

    /** An author as pages show one: without the address. */
    public static String author(String author) {
        return Printable.line(withoutAddress(author));
    }

    /** The name of {@code name <address>}; the whole text where it has no such form. */
    private static String withoutAddress(String author) {
        int bracket = author.indexOf(" <");
        return bracket > 0 ? author.substring(0, bracket) : author;
    }

    /** The first characters of a hash. */
    public static String abbreviated(String sha) {
        return sha.substring(0, Math.min(SHORT, sha.length()));
    }
}
