package dev.plumbline.server.project;

import java.time.Instant;
import java.util.Optional;

/**
 * A token as the store knows it; only its holder knows its text.
 *
 * @param id the key
 * @param hash SHA-256 of its text
 * @param scope what it is for; an instance's token has {@link Scope#ADMIN}
 * @param label what its creator called it
 * @param createdAt when it was created
 * @param expiresAt when it stops being valid, empty for never
 * @param revokedAt when it was revoked, empty while it was not
 */
public record Token(
        long id,
        byte[] hash,
        Scope scope,
        String label,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {

    /** Whether it is valid at a time. */
    public boolean validAt(Instant time) {
        return revokedAt.isEmpty() && expiresAt.map(time::isBefore).orElse(true);
    }
}
