package dev.plumbline.server.project;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tokens of the instance: they can create projects and do everything that a project's own tokens can. */
public final class InstanceTokens {

    /** The key of the lock that lets one of several starting servers create the first token. */
    private static final long FIRST_TOKEN_LOCK = 0x706c756d62L;

    private static final String COLUMNS =
            " token_id as id, hash, 'admin' as scope, label, created_at, expires_at, revoked_at ";

    private final Database database;

    public InstanceTokens(Database database) {
        this.database = database;
    }

    /**
     * Adds a token.
     *
     * @throws StoreException {@code invalid-token-request} when the label is invalid
     */
    public Token create(byte[] hash, String label, Optional<Instant> expiresAt) {
        Tokens.requireLabel(label);
        return database.transaction(handle -> insert(handle, hash, label, expiresAt));
    }

    /** Adds a token if the instance has never had one; false when it has. */
    public boolean createFirst(byte[] hash, String label) {
        return database.transaction(handle -> {
            handle.createUpdate("select pg_advisory_xact_lock(:lock)")
                    .bind("lock", FIRST_TOKEN_LOCK)
                    .execute();
            boolean had = handle.createQuery("select exists (select from instance_token)")
                    .mapTo(boolean.class)
                    .one();
            if (!had) {
                insert(handle, hash, label, Optional.empty());
            }
            return !had;
        });
    }

    /** The label of a token; empty when there is no such token. */
    public Optional<String> label(long tokenId) {
        return database.read(handle -> handle.createQuery("select label from instance_token where token_id = :tokenId")
                .bind("tokenId", tokenId)
                .mapTo(String.class)
                .findOne());
    }

    /** The token of a hash, valid or not; empty when there is none. */
    public Optional<Token> find(byte[] hash) {
        return database.read(handle -> handle.createQuery("select" + COLUMNS + "from instance_token where hash = :hash")
                .bind("hash", hash)
                .map(Tokens.TOKEN)
                .findOne());
    }

    /** All tokens, newest first. */
    public List<Token> all() {
        return database.read(
                handle -> handle.createQuery("select" + COLUMNS + "from instance_token order by token_id desc")
                        .map(Tokens.TOKEN)
                        .list());
    }

    /** Revokes a token; false when there is no such token. */
    public boolean revoke(long tokenId) {
        return database.transaction(
                handle -> handle.createUpdate("""
                update instance_token set revoked_at = coalesce(revoked_at, now()) where token_id = :tokenId
                """).bind("tokenId", tokenId).execute() == 1);
    }

    private static Token insert(Handle handle, byte[] hash, String label, Optional<Instant> expiresAt) {
        return handle.createQuery("""
                insert into instance_token (hash, label, expires_at) values (:hash, :label, :expiresAt)
                returning""" + COLUMNS)
                .bind("hash", hash)
                .bind("label", label)
                .bind("expiresAt", expiresAt)
                .map(Tokens.TOKEN)
                .one();
    }
}
