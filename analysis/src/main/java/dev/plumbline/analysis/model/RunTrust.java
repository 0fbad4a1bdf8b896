package dev.plumbline.analysis.model;

import java.util.Locale;

/** On whose word a run was taken in. */
public enum RunTrust {
    /** The upload showed a token of the project. */
    TOKEN,
    /** The upload showed what the CI's identity provider signed. */
    OIDC,
    /** The upload showed neither: anybody may have made it up. */
    QUARANTINED;

    /** The word in lower case, as the API and the schema have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
