package dev.plumbline.server.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.plumbline.server.auth.AccessException;
import dev.plumbline.server.auth.CiIdentity;
import dev.plumbline.server.auth.IdentityVerifier;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies ID tokens: a signature by RS256 or ES256 with a key that the issuer publishes, an issuer that the operator configured, this
 * server as the audience, and a time that it is valid at. {@code none} and the algorithms with a shared secret never count, and no key
 * is ever taken from the token itself.
 */
public final class OidcVerifier implements IdentityVerifier, AutoCloseable {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int SMALLEST_RSA_BITS = 2048;
    private static final int LONGEST = 16 * 1024;

    private final Map<String, IssuerKeys> issuers = new LinkedHashMap<>();
    private final IssuerDocuments documents = new IssuerDocuments();
    private final String audience;
    private final InstantSource clock;

    /**
     * A verifier.
     *
     * @param issuers whom to believe, addresses without a slash at their end
     * @param audience for whom tokens have to be: the address that people and CI jobs use
     */
    public OidcVerifier(List<URI> issuers, URI audience, InstantSource clock) {
        issuers.forEach(issuer -> this.issuers.put(issuer.toString(), new IssuerKeys(issuer, documents, clock)));
        this.audience = audience.toString();
        this.clock = clock;
    }

    @Override
    public CiIdentity verify(String token) {
        if (token.length() > LONGEST) {
            throw invalid("The ID token is longer than " + LONGEST + " characters.");
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            IssuerKeys issuer = issuer(claims);
            requireAudience(claims);
            requireTime(claims);
            requireSignature(jwt, issuer);
            return new TokenClaims(claims.getClaims()).identity(claims.getIssuer());
        } catch (ParseException | JOSEException | RuntimeException broken) {
            if (broken instanceof AccessException refused) {
                throw refused;
            }
            throw invalid("The ID token is no signed JWT.");
        }
    }

    private IssuerKeys issuer(JWTClaimsSet claims) {
        IssuerKeys issuer = issuers.get(String.valueOf(claims.getIssuer()));
        if (issuer == null) {
            throw invalid("The ID token is of an issuer that this server does not know.");
        }
        return issuer;
    }

    private void requireAudience(JWTClaimsSet claims) {
        boolean ours =
                claims.getAudience().stream().anyMatch(name -> name.equals(audience) || name.equals(audience + "/"));
        if (!ours) {
            throw invalid("The ID token is for somebody else: its audience has to be " + audience + ".");
        }
    }

    private void requireTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        if (claims.getExpirationTime() == null || claims.getIssueTime() == null) {
            throw invalid("The ID token does not say how long it is valid.");
        }
        if (!claims.getExpirationTime().toInstant().plus(SKEW).isAfter(now)) {
            throw invalid("The ID token has expired. Get it right before the upload.");
        }
        Optional<Date> begin = Optional.ofNullable(claims.getNotBeforeTime());
        Instant earliest = now.plus(SKEW);
        if (claims.getIssueTime().toInstant().isAfter(earliest)
                || begin.filter(time -> time.toInstant().isAfter(earliest)).isPresent()) {
            throw invalid("The ID token is not valid yet.");
        }
    }

    private static void requireSignature(SignedJWT jwt, IssuerKeys issuer) throws JOSEException {
        JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
        if (!algorithm.equals(JWSAlgorithm.RS256) && !algorithm.equals(JWSAlgorithm.ES256)) {
            throw invalid("The ID token is not signed by RS256 or ES256.");
        }
        String id = jwt.getHeader().getKeyID();
        if (id == null) {
            throw invalid("The ID token does not say which key signed it.");
        }
        JWK key = issuer.find(id)
                .filter(found -> isFor(found, algorithm))
                .orElseThrow(() -> invalid("The ID token is signed with a key that its issuer does not have."));
        if (!jwt.verify(verifier(key))) {
            throw invalid("The ID token's signature does not hold.");
        }
    }

    private static boolean isFor(JWK key, JWSAlgorithm algorithm) {
        boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        boolean agrees = key.getAlgorithm() == null || algorithm.equals(key.getAlgorithm());
        boolean fits = switch (key) {
            case RSAKey rsa -> algorithm.equals(JWSAlgorithm.RS256) && rsa.size() >= SMALLEST_RSA_BITS;
            case ECKey ec -> algorithm.equals(JWSAlgorithm.ES256) && Curve.P_256.equals(ec.getCurve());
            default -> false;
        };
        return signs && agrees && fits;
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa -> new RSASSAVerifier(rsa);
            case ECKey ec -> new ECDSAVerifier(ec);
            default -> throw new JOSEException("a key of another kind");
        };
    }

    @Override
    public List<String> issuers() {
        return List.copyOf(issuers.keySet());
    }

    @Override
    public String audience() {
        return audience;
    }

    static AccessException invalid(String what) {
        return new AccessException(AccessException.Reason.INVALID_TOKEN, what);
    }

    @Override
    public void close() {
        documents.close();
    }
}
