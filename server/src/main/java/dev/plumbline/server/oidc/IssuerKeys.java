package dev.plumbline.server.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.plumbline.server.auth.AccessException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one issuer, kept for an hour, and for a day while the issuer can't be reached. A key that is not among them has them
 * fetched again, at most once a minute, so that made-up tokens can't have the issuer asked all the time.
 */
final class IssuerKeys {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final URI issuer;
    private final IssuerDocuments documents;
    private final InstantSource clock;
    private JWKSet keys = new JWKSet();
    private Instant fetched = Instant.EPOCH;
    private Instant nextTry = Instant.EPOCH;
    private boolean failed;

    IssuerKeys(URI issuer, IssuerDocuments documents, InstantSource clock) {
        this.issuer = issuer;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The key of an id; empty when the issuer has none of it.
     *
     * @throws AccessException when it is not known whether the issuer has it
     */
    synchronized Optional<JWK> find(String id) {
        Instant now = clock.instant();
        Optional<JWK> known = usable(id, now);
        boolean fresh = fetched.plus(FRESH).isAfter(now);
        if ((known.isPresent() && fresh) || nextTry.isAfter(now)) {
            return known.or(this::missing);
        }
        fetch();
        return usable(id, clock.instant()).or(this::missing);
    }

    private Optional<JWK> usable(String id, Instant now) {
        return fetched.plus(USABLE).isAfter(now) ? Optional.ofNullable(keys.getKeyByKeyId(id)) : Optional.empty();
    }

    private Optional<JWK> missing() {
        if (failed) {
            throw new AccessException(
                    AccessException.Reason.ISSUER_UNREACHABLE,
                    "The keys of " + issuer + " can't be had at the moment. Try again in a moment.");
        }
        return Optional.empty();
    }

    private void fetch() {
        try {
            keys = documents.keys(issuer);
            fetched = clock.instant();
            failed = false;
        } catch (IssuerUnreachableException e) {
            LOG.warn("the keys of {} can't be fetched: {}", issuer, e.getMessage());
            failed = true;
        }
        nextTry = clock.instant().plus(failed ? PAUSE_AFTER_FAILURE : PAUSE);
    }
}
