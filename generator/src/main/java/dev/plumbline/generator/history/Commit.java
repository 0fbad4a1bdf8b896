package dev.plumbline.generator.history;

import java.time.Instant;
import java.util.Optional;

/**
 * A commit.
 *
 * @param sha the hash, 40 hexadecimal digits
 * @param parent the first parent; empty for the first commit
 * @param at when it was committed
 * @param author who wrote it
 * @param subject the first line of its message
 */
public record Commit(String sha, Optional<String> parent, Instant at, String author, String subject) {}
