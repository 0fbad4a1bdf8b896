package dev.plumbline.analysis.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the upload of a run was authenticated. */
public enum RunTrust {
    /** With a token of the project. */
    TOKEN,
    /** With an ID token that the CI's identity provider signed. */
    OIDC,
    /** Not at all: anybody may have made it up. */
    QUARANTINED;

    /** The word in lower case, as the API and the schema have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The trust of a word; empty if there is none. */
    public static Optional<RunTrust> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(trust -> trust.label().equals(label))
                .findFirst();
    }
}
