package dev.plumbline.server.project;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoreException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tokens of the instance: they make projects and may do everything that a project's own tokens may. */
public final class InstanceTokens {

    /** Of the lock that lets one of several starting servers make the first token. */
    private static final long FIRST_TOKEN_LOCK = 0x706c756d62L;

    private final Database database;

    public InstanceTokens(Database database) {
        this.database = database;
    }

    /**
     * Adds a token.
     *
     * @throws StoreException {@code invalid-token-request} when the label does not hold
     */
    public Token create(byte[] hash, String label, Optional<Instant> expiresAt) {
        Tokens.requireLabel(label);
        return database.transaction(handle -> insert(handle, hash, label, expiresAt));
    }

    /** Adds a token if the instance has never had one; false when it had. */
    public boolean createFirst(byte[] hash, String label) {
        return database.transaction(handle -> {
            try (PreparedStatement statement =
                    handle.getConnection().prepareStatement("select pg_advisory_xact_lock(?)")) {
                statement.setLong(1, FIRST_TOKEN_LOCK);
                statement.execute();
            }
            try (PreparedStatement statement =
                    handle.getConnection().prepareStatement("select 1 from instance_token limit 1")) {
                if (statement.executeQuery().next()) {
                    return false;
                }
            }
            insert(handle, hash, label, Optional.empty());
            return true;
        });
    }

    /** What the maker of a token called it; empty when there is no such. */
    public Optional<String> label(long tokenId) {
        return database.read(handle -> Query.of(handle, "select label from instance_token where token_id = ?")
                .with(tokenId)
                .first(row -> row.getString(1)));
    }

    /** The token of a hash, valid or not; empty when there is none. */
    public Optional<Token> find(byte[] hash) {
        return database.read(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                    select token_id, hash, 'admin' as scope, label, created_at, expires_at, revoked_at
                    from instance_token
                    where hash = ?
                    """)) {
                statement.setBytes(1, hash);
                return Tokens.list(statement).stream().findFirst();
            }
        });
    }

    /** All tokens, the newest first. */
    public List<Token> all() {
        return database.read(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                    select token_id, hash, 'admin' as scope, label, created_at, expires_at, revoked_at
                    from instance_token
                    order by token_id desc
                    """)) {
                return Tokens.list(statement);
            }
        });
    }

    /** Revokes a token; false when there is no such token. */
    public boolean revoke(long tokenId) {
        return database.transaction(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                    update instance_token set revoked_at = coalesce(revoked_at, now()) where token_id = ?
                    """)) {
                statement.setLong(1, tokenId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static Token insert(Handle handle, byte[] hash, String label, Optional<Instant> expiresAt)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into instance_token (hash, label, expires_at) values (?, ?, ?)
                returning token_id, hash, 'admin' as scope, label, created_at, expires_at, revoked_at
                """)) {
            statement.setBytes(1, hash);
            statement.setString(2, label);
            statement.setObject(3, Tokens.timestamp(expiresAt));
            return Tokens.list(statement).getFirst();
        }
    }
}
