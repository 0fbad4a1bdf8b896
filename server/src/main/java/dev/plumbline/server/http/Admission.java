package dev.plumbline.server.http;

import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.AccessException;
import dev.plumbline.server.auth.Caller;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.auth.Proof;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.function.Function;

/**
 * The admission of every request that touches the store: finds out who sends it and for which project, counts the request
 * against that client's rate, and does the work, all in one task of the pool. ID tokens are verified before that in a pool of their
 * own, since an issuer's keys may have to be fetched.
 */
public final class Admission {

    private final Gatekeeper gatekeeper;
    private final RateLimiter limiter;
    private final ClientAddress address;
    private final Blocking blocking;
    private final Blocking verifying;

    /**
     * The admission.
     *
     * @param blocking the pool for the work
     * @param verifying the pool in which ID tokens are verified
     */
    public Admission(
            Gatekeeper gatekeeper, RateLimiter limiter, ClientAddress address, Blocking blocking, Blocking verifying) {
        this.gatekeeper = gatekeeper;
        this.verifying = verifying;
        this.limiter = limiter;
        this.address = address;
        this.blocking = blocking;
    }

    /**
     * Does work on the project that the path parameter {@code project} names.
     *
     * @param work runs on a worker thread
     */
    public <T> Future<T> project(RoutingContext context, Permission permission, Function<Access, T> work) {
        return project(context, Credentials.of(context.request()), permission, work);
    }

    /** The same with credentials that were found elsewhere. */
    public <T> Future<T> project(
            RoutingContext context, Credentials credentials, Permission permission, Function<Access, T> work) {
        String client = address.of(context.request());
        String slug = Objects.requireNonNullElse(context.pathParam("project"), "");
        return proof(credentials)
                .compose(proof -> blocking.run(() -> {
                    Access access =
                            check(credentials, proof, client, shown -> gatekeeper.project(shown, slug, permission));
                    limiter.count(access.caller().rateKey().orElse(client));
                    return work.apply(access);
                }));
    }

    /**
     * Does work that belongs to no project.
     *
     * @param tokenRequired whether a token of the instance is required
     * @param work runs on a worker thread
     */
    public <T> Future<T> instance(RoutingContext context, boolean tokenRequired, Function<Caller, T> work) {
        Credentials credentials = Credentials.of(context.request());
        String client = address.of(context.request());
        return proof(credentials)
                .compose(proof -> blocking.run(() -> {
                    Caller caller =
                            check(credentials, proof, client, shown -> gatekeeper.instance(shown, tokenRequired));
                    limiter.count(caller.rateKey().orElse(client));
                    return work.apply(caller);
                }));
    }

    private Future<Proof> proof(Credentials credentials) {
        return credentials
                .identityToken()
                .map(token -> verifying.run(() -> Proof.ofIdentity(token, gatekeeper.verifier())))
                .orElseGet(() -> Future.succeededFuture(Proof.of(credentials.secret())));
    }

    /** Asks the gatekeeper. A rejection counts against the client's address. */
    private <T> T check(Credentials credentials, Proof proof, String client, Function<Proof, T> gate) {
        try {
            return gate.apply(proof);
        } catch (AccessException denied) {
            limiter.count(client);
            if (credentials.fromCookie() && denied.reason() == AccessException.Reason.INVALID_TOKEN) {
                return gate.apply(new Proof.None());
            }
            throw denied;
        }
    }
}
