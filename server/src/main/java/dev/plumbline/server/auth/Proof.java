package dev.plumbline.server.auth;

import java.util.Optional;

/** How a request proves who sends it, checked as far as that is possible without the store. */
public sealed interface Proof {

    /** Nothing. */
    record None() implements Proof {}

    /** A token of ours. */
    record Secret(TokenSecret token) implements Proof {}

    /** A CI job's ID token that was verified. */
    record Job(CiIdentity identity) implements Proof {}

    /**
     * A CI job's ID token that is invalid.
     *
     * @param why the reason
     */
    record Refused(String why) implements Proof {}

    /** A token of ours, or nothing. */
    static Proof of(Optional<String> secret) {
        return secret.<Proof>map(text -> new Secret(new TokenSecret(text))).orElseGet(None::new);
    }

    /** Whether a text has the form of an ID token: three parts, as a signed JWT has. */
    static boolean isIdentity(String text) {
        return text.startsWith("ey")
                && text.chars().filter(character -> character == '.').count() == 2;
    }

    /** What an ID token proves. */
    static Proof ofIdentity(String token, IdentityVerifier verifier) {
        try {
            return new Job(verifier.verify(token));
        } catch (AccessException refused) {
            if (refused.reason() == AccessException.Reason.INVALID_TOKEN) {
                return new Refused(String.valueOf(refused.getMessage()));
            }
            throw refused;
        }
    }
}
