package dev.plumbline.server.project;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** What a project's token is for. */
public enum Scope {
    /** Storing runs, and reading, because {@code plumbline upload --wait} reads the verdict with the same token. */
    UPLOAD,
    /** Reading a private project. */
    READ,
    /** Everything within the project. */
    ADMIN;

    /** The word in the API and in the database. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of a word, empty when there is no such scope. */
    public static Optional<Scope> of(String label) {
        for (Scope scope : values()) {
            if (scope.label().equals(label)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
