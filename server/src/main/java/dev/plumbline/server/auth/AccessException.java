package dev.plumbline.server.auth;

/** A rejected request. The messages are the same whether a private project exists or not. */
public final class AccessException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** There was no token where one is needed. */
        TOKEN_REQUIRED,
        /** The token is unknown here, expired or revoked. */
        INVALID_TOKEN,
        /** The token is valid and does not cover the request. */
        FORBIDDEN,
        /** There is no such project, or none that this caller may know about. */
        UNKNOWN_PROJECT,
        /** The keys of the token's issuer can't be fetched at the moment. */
        ISSUER_UNREACHABLE
    }

    public AccessException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
