package dev.plumbline.server.project;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The tokens of projects. */
public final class Tokens {

    /** Reads rows with a token's columns, {@code token_id} as {@code id}. */
    static final RowMapper<Token> TOKEN = ConstructorMapper.of(Token.class);

    private static final int LONGEST_LABEL = 100;

    private final Database database;

    public Tokens(Database database) {
        this.database = database;
    }

    /**
     * Adds a token.
     *
     * @throws StoreException {@code invalid-token-request} when the label is invalid
     */
    public Token create(long projectId, byte[] hash, Scope scope, String label, Optional<Instant> expiresAt) {
        requireLabel(label);
        return database.transaction(handle -> handle.createQuery("""
                insert into token (project_id, hash, scope, label, expires_at)
                values (:projectId, :hash, :scope, :label, :expiresAt)
                returning token_id as id, hash, scope, label, created_at, expires_at, revoked_at
                """)
                .bind("projectId", projectId)
                .bind("hash", hash)
                .bind("scope", scope.label())
                .bind("label", label)
                .bind("expiresAt", expiresAt)
                .map(TOKEN)
                .one());
    }

    /** The project's token of a hash, valid or not; empty when there is none. */
    public Optional<Token> find(long projectId, byte[] hash) {
        return database.read(handle -> handle.createQuery("""
                select token_id as id, hash, scope, label, created_at, expires_at, revoked_at
                from token
                where project_id = :projectId and hash = :hash
                """)
                .bind("projectId", projectId)
                .bind("hash", hash)
                .map(TOKEN)
                .findOne());
    }

    /** The label of a token; empty when the project has no such token. */
    public Optional<String> label(long projectId, long tokenId) {
        return database.read(handle -> handle.createQuery(
                        "select label from token where project_id = :projectId and token_id = :tokenId")
                .bind("projectId", projectId)
                .bind("tokenId", tokenId)
                .mapTo(String.class)
                .findOne());
    }

    /** The project's tokens, newest first. */
    public List<Token> all(long projectId) {
        return database.read(handle ->
                handle.createQuery("""
                select token_id as id, hash, scope, label, created_at, expires_at, revoked_at
                from token
                where project_id = :projectId
                order by token_id desc
                """).bind("projectId", projectId).map(TOKEN).list());
    }

    /** Revokes a token; false when the project has no such token. One that is already revoked stays as it is. */
    public boolean revoke(long projectId, long tokenId) {
        return database.transaction(handle -> handle.createUpdate("""
                update token
                set revoked_at = coalesce(revoked_at, now())
                where project_id = :projectId and token_id = :tokenId
                """)
                        .bind("projectId", projectId)
                        .bind("tokenId", tokenId)
                        .execute()
                == 1);
    }

    static void requireLabel(String label) {
        if (label.isBlank() || label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            throw new StoreException(
                    "invalid-token-request",
                    "A token's label must have 1 to " + LONGEST_LABEL + " characters and no control characters");
        }
    }
}
