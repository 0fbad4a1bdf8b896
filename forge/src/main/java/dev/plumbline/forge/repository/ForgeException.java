package dev.plumbline.forge.repository;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A forge refused a request or couldn't be reached. The message names the forge, the request and the answer, and no secret. */
public final class ForgeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int status;
    private final @Nullable Duration retryAfter;

    /** Why. */
    public enum Kind {
        /** Too many requests; {@link ForgeException#retryAfter()} says when there may be more. */
        RATE_LIMITED,
        /** The credential is wrong or has expired. */
        UNAUTHORIZED,
        /** The credential is valid but may not do this, such as the read-only token of a fork's pull request. */
        FORBIDDEN,
        /** There is no such repository, pull request or comment, or none that this credential may see. */
        NOT_FOUND,
        /** It was there and was deleted, or is locked. */
        GONE,
        /** The forge rejected what was sent. */
        INVALID,
        /** The forge failed. */
        SERVER_ERROR,
        /** No answer. */
        UNREACHABLE
    }

    /**
     * A failure.
     *
     * @param status the answer's status, 0 without an answer
     * @param retryAfter how long the forge asks to wait; empty when it doesn't say
     */
    public ForgeException(
            Kind kind, int status, String message, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter.orElse(null);
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }

    /** The answer's status, 0 without an answer. */
    public int status() {
        return status;
    }

    /** How long the forge asks to wait; empty when it doesn't say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the same request may succeed later without anybody doing anything. */
    public boolean retryable() {
        return switch (kind) {
            case RATE_LIMITED, SERVER_ERROR, UNREACHABLE -> true;
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, GONE, INVALID -> false;
        };
    }
}
