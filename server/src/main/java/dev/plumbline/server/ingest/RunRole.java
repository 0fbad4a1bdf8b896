package dev.plumbline.server.ingest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a run was measured for. */
public enum RunRole {
    /** To know how fast a commit is. */
    MEASUREMENT,
    /** As the base's side of a pair: it serves only the other side, and has no verdict of its own. */
    PAIR_BASE;

    /** The word in kebab case, as the API and the schema have it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of a word, empty if there is none. */
    public static Optional<RunRole> of(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
