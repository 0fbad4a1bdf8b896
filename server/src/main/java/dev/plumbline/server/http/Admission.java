package dev.plumbline.server.http;

import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.AccessException;
import dev.plumbline.server.auth.Caller;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.auth.Proof;
import dev.plumbline.server.http.limit.ClientAddress;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The admission of every request that touches the store: finds out who sends it and for which project, counts the request
 * against that client's rate, and does the work, all in one task of the pool. ID tokens are verified before that in a pool of their
 * own, since an issuer's keys may have to be fetched. A body is read after its request was admitted, and in no other way.
 */
public final class Admission {

    private final Gatekeeper gatekeeper;
    private final RateLimiter limiter;
    private final ClientAddress address;
    private final Blocking blocking;
    private final Blocking verifying;
    private final Bodies bodies;
    private final Bodies strangers;

    /**
     * The admission.
     *
     * @param blocking the pool for the work
     * @param verifying the pool in which ID tokens are verified
     * @param bodies reads the bodies of callers who may change something
     * @param strangers reads the bodies of everybody else, in a memory of their own
     */
    public Admission(
            Gatekeeper gatekeeper,
            RateLimiter limiter,
            ClientAddress address,
            Blocking blocking,
            Blocking verifying,
            Bodies bodies,
            Bodies strangers) {
        this.bodies = bodies;
        this.strangers = strangers;
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

    /**
     * Reads the body of a request that was admitted to a project, and does work with both.
     *
     * @param work runs on a worker thread
     */
    public <T> Future<T> projectBody(
            RoutingContext context, Permission permission, BiFunction<Access, Buffer, T> work) {
        return admittedBody(context, project(held(context), permission, access -> access), work);
    }

    /**
     * Reads the body of a request with a token of the instance, and does work with both.
     *
     * @param work runs on a worker thread
     */
    public <T> Future<T> instanceBody(RoutingContext context, BiFunction<Caller, Buffer, T> work) {
        return admittedBody(context, instance(held(context), true, caller -> caller), work);
    }

    /**
     * Reads the body of a request that only its body can prove, and does work with it. The request counts against its address.
     *
     * @param limit of the body, in bytes
     * @param work runs on a worker thread
     */
    public <T> Future<T> strangersBody(RoutingContext context, int limit, Function<Buffer, T> work) {
        try {
            limiter.count(address.of(held(context).request()));
        } catch (ProblemException tooMany) {
            return strangers.rejected(context.request(), tooMany);
        }
        return strangers.read(context.request(), limit, body -> blocking.run(() -> work.apply(body)));
    }

    /**
     * Reads the form of a request with these credentials into the request's attributes.
     *
     * @param limit of the form, in bytes
     */
    public Future<Void> projectForm(RoutingContext context, Credentials credentials, Permission permission, int limit) {
        return project(held(context), credentials, permission, access -> access)
                .onFailure(denied -> bodies.drop(context.request()))
                .compose(access -> bodies.form(context, limit));
    }

    /**
     * Reads the form of anybody into the request's attributes. The request counts against its address.
     *
     * @param limit of the form, in bytes
     */
    public Future<Void> strangersForm(RoutingContext context, int limit) {
        try {
            limiter.count(address.of(held(context).request()));
        } catch (ProblemException tooMany) {
            return strangers.rejected(context.request(), tooMany);
        }
        return strangers.form(context, limit);
    }

    /** Nothing of the body is read before the request is admitted. */
    private static RoutingContext held(RoutingContext context) {
        context.request().pause();
        return context;
    }

    private <A, T> Future<T> admittedBody(RoutingContext context, Future<A> admitted, BiFunction<A, Buffer, T> work) {
        return admitted.onFailure(denied -> bodies.drop(context.request()))
                .compose(known -> bodies.read(
                        context.request(), Bodies.SMALL, body -> blocking.run(() -> work.apply(known, body))));
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
