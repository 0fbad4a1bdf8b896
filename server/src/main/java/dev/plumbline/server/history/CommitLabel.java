package dev.plumbline.server.history;

import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A commit as pages show it.
 *
 * @param sha the hash
 * @param subject the first line of the message, empty when it is not known
 * @param author the author's name, empty when it is not known
 * @param committedAt the commit time, if it is known
 */
public record CommitLabel(String sha, String subject, String author, Optional<Instant> committedAt) {

    /** Of a row with {@code sha, subject, author, committed_at}, each column's name led by the prefix. */
    public static CommitLabel of(ResultSet row, String prefix) throws SQLException {
        return new CommitLabel(
                row.getString(prefix + "sha"),
                Columns.text(row, prefix + "subject"),
                Columns.text(row, prefix + "author"),
                Columns.instant(row, prefix + "committed_at"));
    }
}
