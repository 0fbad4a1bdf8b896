package dev.plumbline.migrations;

import org.jspecify.annotations.Nullable;

/** The database can't be used by this program. The message says what was found and what to do; nothing was changed. */
public class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    SchemaException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why the database was refused. */
    public Reason reason() {
        return reason;
    }

    /** Why a database was refused. */
    public enum Reason {
        /** A migration was applied from other SQL than this program carries. */
        CHANGED_MIGRATION("changed-migration"),
        /** A newer program has migrated the database. */
        NEWER_DATABASE("newer-database"),
        /** The schema holds tables that no migration made. */
        FOREIGN_DATABASE("foreign-database"),
        /** A migration could not be applied, or an earlier attempt at one is recorded as failed. */
        FAILED_MIGRATION("failed-migration");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The stable name of the reason, for logs and scripts. */
        public String code() {
            return code;
        }
    }
}
