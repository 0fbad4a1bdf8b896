package dev.plumbline.server.oidc;

import dev.plumbline.server.auth.CiIdentity;
import java.util.Map;
import java.util.Optional;

/** The claims of a token; a required claim that is missing is an error. */
final class TokenClaims {

    private static final int LONGEST = 500;

    private final Map<String, Object> claims;

    TokenClaims(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** What the claims say, as the CI system that issued them defines them. */
    CiIdentity identity(String issuer) {
        if (claims.containsKey("repository_id")) {
            return GitHubClaims.identity(issuer, this);
        }
        if (claims.containsKey("project_path")) {
            return GitLabClaims.identity(issuer, this);
        }
        throw OidcVerifier.invalid("The ID token names no repository, so it isn't the token of a CI job.");
    }

    /** A required claim, as text. */
    String required(String name) {
        return optional(name)
                .orElseThrow(() -> OidcVerifier.invalid("The ID token doesn't have the claim '" + name + "'."));
    }

    /** A claim, as text; empty when it is missing. */
    Optional<String> optional(String name) {
        Object claim = claims.get(name);
        if (claim instanceof String text) {
            return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
        }
        return claim instanceof Number number ? Optional.of(Long.toString(number.longValue())) : Optional.empty();
    }
}
