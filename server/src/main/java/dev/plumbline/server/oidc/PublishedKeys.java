package dev.plumbline.server.oidc;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that one issuer publishes, without those that are too weak or of an unsupported kind. They are fetched at the earliest a minute
 * after the last answer or ten seconds after a failure, so that forged tokens can't cause constant requests to the issuer. The
 * library's own limit lets two requests through at once, and waits as long after a brief failure as after an answer.
 */
final class PublishedKeys implements JWKSetSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final int SMALLEST_RSA_BITS = 2048;

    private final URI issuer;
    private final IssuerDocuments documents;
    private final InstantSource clock;
    private Instant nextTry = Instant.EPOCH;
    private volatile boolean failing;

    PublishedKeys(URI issuer, IssuerDocuments documents, InstantSource clock) {
        this.issuer = issuer;
        this.documents = documents;
        this.clock = clock;
    }

    /** Whether the last fetch failed: then it isn't known whether the issuer has other keys by now. */
    boolean isFailing() {
        return failing;
    }

    @Override
    public synchronized JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator evaluator, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        if (nextTry.isAfter(clock.instant())) {
            throw new JWKSetUnavailableException("the keys of " + issuer + " were fetched a moment ago");
        }
        try {
            JWKSet keys = documents.keys(issuer);
            pause(false);
            return new JWKSet(
                    keys.getKeys().stream().filter(PublishedKeys::isTaken).toList());
        } catch (JWKSetUnavailableException e) {
            LOG.warn("the keys of {} can't be fetched: {}", issuer, e.getMessage());
            pause(true);
            throw e;
        }
    }

    private void pause(boolean failed) {
        failing = failed;
        nextTry = clock.instant().plus(failed ? PAUSE_AFTER_FAILURE : PAUSE);
    }

    private static boolean isTaken(JWK key) {
        return switch (key) {
            case RSAKey rsa -> rsa.size() >= SMALLEST_RSA_BITS;
            case ECKey ec -> Curve.P_256.equals(ec.getCurve());
            default -> false;
        };
    }

    /** Nothing to close: the documents belong to whoever created them. */
    @Override
    public void close() {}
}
