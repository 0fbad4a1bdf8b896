package dev.plumbline.server.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.CachingJWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer, kept for an hour, and for a day while the issuer can't be reached. A key that isn't among them causes
 * another fetch. The library's sources keep them; they are assembled here, since those that its builder makes read the system's time,
 * and would take old keys for fresh ones for another hour whenever the issuer was briefly unreachable.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofHours(1);

    /** Counted from the last use of a fresh key. */
    private static final Duration USABLE = Duration.ofDays(1).minus(FRESH);

    /** Longer than fetching both documents may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final PublishedKeys published;
    private final JWKSetSource<SecurityContext> kept;
    private final InstantSource clock;

    IssuerKeys(URI issuer, IssuerDocuments documents, InstantSource clock) {
        this.published = new PublishedKeys(issuer, documents, clock);
        this.kept = new OutageTolerantJWKSetSource<>(
                new CachingJWKSetSource<>(published, FRESH.toMillis(), PATIENCE.toMillis(), null),
                USABLE.toMillis(),
                null);
        this.clock = clock;
    }

    /**
     * The keys that match, none when the issuer has no such key.
     *
     * @throws KeySourceException when it is not known whether the issuer has one
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        long now = clock.millis();
        JWKSet known = kept.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now, context);
        List<JWK> fitting = selector.select(known);
        if (fitting.isEmpty()) {
            JWKSet newest = kept.getJWKSet(JWKSetCacheRefreshEvaluator.referenceComparison(known), now, context);
            fitting = selector.select(newest);
        }
        if (fitting.isEmpty() && published.isFailing()) {
            throw new JWKSetUnavailableException("a key that may be new can't be fetched at the moment");
        }
        return fitting;
    }
}
