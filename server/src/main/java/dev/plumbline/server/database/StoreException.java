package dev.plumbline.server.database;

/** Something that the store couldn't do, with a stable code. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    public StoreException(String code, String message) {
        super(message);
        this.code = code;
    }

    public StoreException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Stable, kebab-case. */
    public String code() {
        return code;
    }
}
