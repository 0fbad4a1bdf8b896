package dev.plumbline.server.oidc;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.jwt.util.DateUtils;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every ID token has to claim: this server as its audience, and a time at which it is valid, by clocks that differ by at most a
 * minute. The library checks these; this class also requires that a token says when it was issued and when it expires, and that the former is past.
 */
final class IdTokenClaims extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final String audience;
    private final InstantSource clock;

    /**
     * The claims.
     *
     * @param audience this server's address; a token may name it with a slash at its end
     */
    IdTokenClaims(String audience, InstantSource clock) {
        super(Set.of(audience, audience + "/"), null, null, null);
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) {
        try {
            super.verify(claims, context);
        } catch (ExpiredJWTException expired) {
            throw OidcVerifier.invalid("The ID token has expired. Request it right before the upload.");
        } catch (BadJWTException refused) {
            throw OidcVerifier.invalid(
                    Collections.disjoint(claims.getAudience(), getAcceptedAudienceValues())
                            ? "The ID token is meant for another service: its audience has to be " + audience + "."
                            : "The ID token is not valid yet.");
        }
        if (claims.getExpirationTime() == null || claims.getIssueTime() == null) {
            throw OidcVerifier.invalid("The ID token doesn't say how long it is valid.");
        }
        if (!DateUtils.isBefore(claims.getIssueTime(), currentTime(), getMaxClockSkew())) {
            throw OidcVerifier.invalid("The ID token is not valid yet.");
        }
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
