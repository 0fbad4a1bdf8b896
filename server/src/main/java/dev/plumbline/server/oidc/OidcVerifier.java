package dev.plumbline.server.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import dev.plumbline.server.auth.AccessException;
import dev.plumbline.server.auth.CiIdentity;
import dev.plumbline.server.auth.IdentityVerifier;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verifies ID tokens: a signature by RS256 or ES256 with a key that the issuer publishes, an issuer that the operator configured, this
 * server as the audience, and a time at which it is valid. {@code none} and the algorithms with a shared secret never count, and no key
 * is ever taken from the token itself.
 */
public final class OidcVerifier implements IdentityVerifier, AutoCloseable {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int LONGEST = 16 * 1024;

    private final Map<String, JWTProcessor<SecurityContext>> issuers = new LinkedHashMap<>();
    private final IssuerDocuments documents = new IssuerDocuments();
    private final String audience;

    /**
     * A verifier.
     *
     * @param issuers the issuers to trust, addresses without a slash at their end
     * @param audience the audience that tokens have to name: the address that people and CI jobs use
     */
    public OidcVerifier(List<URI> issuers, URI audience, InstantSource clock) {
        this.audience = audience.toString();
        issuers.forEach(issuer -> this.issuers.put(issuer.toString(), processor(issuer, clock)));
    }

    private JWTProcessor<SecurityContext> processor(URI issuer, InstantSource clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ALGORITHMS, new IssuerKeys(issuer, documents, clock)));
        processor.setJWTClaimsSetVerifier(new IdTokenClaims(audience, clock));
        return processor;
    }

    @Override
    public CiIdentity verify(String token) {
        if (token.length() > LONGEST) {
            throw invalid("The ID token is longer than " + LONGEST + " characters.");
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            String issuer = String.valueOf(jwt.getJWTClaimsSet().getIssuer());
            return new TokenClaims(verified(jwt, issuer).getClaims()).identity(issuer);
        } catch (AccessException refused) {
            throw refused;
        } catch (ParseException | JOSEException | RuntimeException broken) {
            throw invalid("The ID token isn't a signed JWT.");
        }
    }

    private JWTClaimsSet verified(SignedJWT jwt, String issuer) throws JOSEException {
        JWTProcessor<SecurityContext> processor = issuers.get(issuer);
        if (processor == null) {
            throw invalid("The ID token comes from an issuer that this server doesn't know.");
        }
        requireSigner(jwt.getHeader());
        try {
            return processor.process(jwt, null);
        } catch (KeySourceException unreachable) {
            throw new AccessException(
                    AccessException.Reason.ISSUER_UNREACHABLE,
                    "The keys of " + issuer + " can't be fetched at the moment. Try again later.");
        } catch (BadJWSException forged) {
            throw invalid("The ID token's signature is invalid.");
        } catch (BadJOSEException unfit) {
            throw invalid("The ID token is signed with a key that its issuer doesn't have, or its type isn't 'JWT'.");
        }
    }

    private static void requireSigner(JWSHeader header) {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw invalid("The ID token isn't signed with RS256 or ES256.");
        }
        if (header.getKeyID() == null) {
            throw invalid("The ID token doesn't say which key signed it.");
        }
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
