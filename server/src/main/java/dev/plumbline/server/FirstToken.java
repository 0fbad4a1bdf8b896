package dev.plumbline.server;

import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.project.InstanceTokens;
import java.security.SecureRandom;
import java.util.Optional;

/** The token that an instance gets when it is started for the first time. */
final class FirstToken {

    private FirstToken() {}

    /** The token, empty when the instance has had one before. */
    static Optional<TokenSecret> create(InstanceTokens tokens) {
        TokenSecret secret = TokenSecret.create(new SecureRandom());
        return tokens.createFirst(secret.hash(), "first start") ? Optional.of(secret) : Optional.empty();
    }

    /** What to print about it, once. */
    static String announcement(TokenSecret secret) {
        return """

                This instance's admin token, shown only once:

                    %s

                It makes projects and their tokens. Keep it where secrets are kept.
                """.formatted(secret.text());
    }
}
