package dev.plumbline.server.project;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of projects. */
public final class Tokens {

    private static final int LONGEST_LABEL = 100;

    private final Database database;

    public Tokens(Database database) {
        this.database = database;
    }

    /**
     * Adds a token.
     *
     * @throws StoreException {@code invalid-token-request} when the label does not hold
     */
    public Token create(long projectId, byte[] hash, Scope scope, String label, Optional<Instant> expiresAt) {
        requireLabel(label);
        return database.transaction(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                    insert into token (project_id, hash, scope, label, expires_at) values (?, ?, ?, ?, ?)
                    returning token_id, hash, scope, label, created_at, expires_at, revoked_at
                    """)) {
                statement.setLong(1, projectId);
                statement.setBytes(2, hash);
                statement.setString(3, scope.label());
                statement.setString(4, label);
                statement.setObject(5, timestamp(expiresAt));
                return list(statement).getFirst();
            }
        });
    }

    /** The project's token of a hash, valid or not; empty when there is none. */
    public Optional<Token> find(long projectId, byte[] hash) {
        return database.read(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                    select token_id, hash, scope, label, created_at, expires_at, revoked_at
                    from token
                    where project_id = ? and hash = ?
                    """)) {
                statement.setLong(1, projectId);
                statement.setBytes(2, hash);
                return list(statement).stream().findFirst();
            }
        });
    }

    /** What the maker of a token called it; empty when the project has no such. */
    public Optional<String> label(long projectId, long tokenId) {
        return database.read(handle -> Query.of(handle, "select label from token where project_id = ? and token_id = ?")
                .with(projectId)
                .with(tokenId)
                .first(row -> row.getString(1)));
    }

    /** The project's tokens, the newest first. */
    public List<Token> all(long projectId) {
        return database.read(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                    select token_id, hash, scope, label, created_at, expires_at, revoked_at
                    from token
                    where project_id = ?
                    order by token_id desc
                    """)) {
                statement.setLong(1, projectId);
                return list(statement);
            }
        });
    }

    /** Revokes a token; false when the project has no such token. One that is revoked already stays as it is. */
    public boolean revoke(long projectId, long tokenId) {
        return database.transaction(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                    update token set revoked_at = coalesce(revoked_at, now()) where project_id = ? and token_id = ?
                    """)) {
                statement.setLong(1, projectId);
                statement.setLong(2, tokenId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    static void requireLabel(String label) {
        if (label.isBlank() || label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            throw new StoreException(
                    "invalid-token-request",
                    "A token's label has 1 to " + LONGEST_LABEL + " characters without control characters");
        }
    }

    static @Nullable OffsetDateTime timestamp(Optional<Instant> time) {
        return time.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    /** Runs a statement whose rows have a token's columns. */
    static List<Token> list(PreparedStatement statement) throws SQLException {
        List<Token> tokens = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tokens.add(new Token(
                        rows.getLong("token_id"),
                        rows.getBytes("hash"),
                        Scope.of(rows.getString("scope")).orElseThrow(),
                        rows.getString("label"),
                        rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(rows, "expires_at"),
                        instant(rows, "revoked_at")));
            }
        }
        return tokens;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
