package dev.plumbline.server.api.upload;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.api.Api;
import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Blocking;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.Problem;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.RateLimiter;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.http.limit.ClientAddress;
import dev.plumbline.server.ingest.Ingest;
import dev.plumbline.server.ingest.Quarantine;
import dev.plumbline.server.ingest.QuarantineBinding;
import dev.plumbline.server.ingest.QuarantineCheck;
import dev.plumbline.server.ingest.QuarantineCheck.Verified;
import dev.plumbline.server.ingest.QuarantineVerification;
import dev.plumbline.server.ingest.RunMetadata;
import dev.plumbline.server.ingest.RunRole;
import dev.plumbline.server.ingest.StoredRun;
import dev.plumbline.server.ingest.Upload;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The upload without a token, as pull requests from forks need it. It has a path of its own, so that nobody gets here because a token
 * is missing by mistake. The forge is asked before anything is stored, in a pool of its own and without holding a connection.
 */
public final class QuarantineRoutes implements Routes {

    /** The largest body, as it is sent. */
    public static final long MOST_BYTES = 8L << 20;

    /** Uploads of one address in a minute. */
    static final int ADDRESS_PER_MINUTE = 30;

    /** Uploads for one project in a minute. */
    static final int PROJECT_PER_MINUTE = 120;

    /** Uploads for one project in a day. */
    static final int MOST_A_DAY = 500;

    /** Their points together. */
    static final long MOST_POINTS_A_DAY = 500_000;

    /** Their documents together, decompressed. */
    static final long MOST_BYTES_A_DAY = 1L << 30;

    /** Uploads that arrive or are stored at a time, all together: each may have as much metadata in memory as any upload. */
    static final int MOST_AT_ONCE = 16;

    private static final int BUSY_SECONDS = 10;

    private static final String PATH = "/projects/{project}/quarantine/runs";
    private static final int HOUR = 3_600;

    private final Admission admission;
    private final UploadReceiver receiver;
    private final Pools pools;
    private final Ingest ingest;
    private final Quarantine quarantine;
    private final QuarantineVerification verification;
    private final UploadMeters meters;
    private final Runnable jobAdded;
    private final ClientAddress address;
    private final AtomicInteger receiving = new AtomicInteger();
    private final RateLimiter ofAddress = new RateLimiter(ADDRESS_PER_MINUTE, System::nanoTime);
    private final RateLimiter ofProject = new RateLimiter(PROJECT_PER_MINUTE, System::nanoTime);

    /**
     * Where the work is done.
     *
     * @param asking asks the forge
     * @param storing stores
     */
    public record Pools(Blocking asking, Blocking storing) {}

    /** An upload that may be stored. */
    private record Checked(Upload upload, QuarantineBinding binding, QuarantineCheck check) {}

    public QuarantineRoutes(
            Admission admission,
            ClientAddress address,
            UploadReceiver receiver,
            Pools pools,
            Ingest ingest,
            Quarantine quarantine,
            QuarantineVerification verification,
            UploadMeters meters,
            Runnable jobAdded) {
        this.admission = admission;
        this.address = address;
        this.receiver = receiver;
        this.pools = pools;
        this.ingest = ingest;
        this.quarantine = quarantine;
        this.verification = verification;
        this.meters = meters;
        this.jobAdded = jobAdded;
    }

    @Override
    public void mount(Router router) {
        router.post(Api.routePath(PATH)).handler(this::upload);
    }

    private void upload(RoutingContext context) {
        context.request().pause();
        String client = address.of(context.request());
        admission
                .project(context, Permission.READ, access -> allowed(access, client))
                .compose(access -> received(context, access))
                .onSuccess(reply -> reply.send(context))
                .onFailure(failure -> {
                    receiver.drop(context.request());
                    context.fail(failure);
                    meters.refused(context.response().getStatusCode());
                });
    }

    private Future<Reply> received(RoutingContext context, Access access) {
        if (receiving.incrementAndGet() > MOST_AT_ONCE) {
            receiving.decrementAndGet();
            return Future.failedFuture(
                    Problem.of(ProblemKind.BUSY, "Too many quarantined uploads are arriving. Try again in a moment.")
                            .retryAfter(BUSY_SECONDS)
                            .exception());
        }
        return receiver.receive(
                        context.request(),
                        received -> pools.asking()
                                .run(() -> checked(context, access, received))
                                .compose(checked -> pools.storing().run(() -> store(access, checked))))
                .onComplete(done -> receiving.decrementAndGet());
    }

    private Access allowed(Access access, String client) {
        long project = access.project().id();
        if (!access.project().isPublic() || !quarantine.allowed(project)) {
            throw refused("The project doesn't accept quarantined uploads. Upload to …/runs with one of its tokens.");
        }
        ofAddress.count(client);
        ofProject.count(Long.toString(project));
        Quarantine.Amount day = quarantine.lastDay(project);
        requireBudget(day.uploads(), MOST_A_DAY, "quarantined uploads");
        requireBudget(day.points(), MOST_POINTS_A_DAY, "points of quarantined uploads");
        requireBudget(day.bytes(), MOST_BYTES_A_DAY, "bytes of quarantined uploads");
        return access;
    }

    private static void requireBudget(long spent, long budget, String what) {
        if (spent >= budget) {
            throw Problem.of(
                            ProblemKind.TOO_MANY_REQUESTS,
                            "The project accepts " + budget + " " + what + " in 24 hours, and has had them.")
                    .retryAfter(HOUR)
                    .exception();
        }
    }

    private Checked checked(RoutingContext context, Access access, UploadReceiver.Received received) {
        UploadMetadata said = new UploadMetadata(new Parameters(context.queryParams()), received.metadata());
        RunMetadata metadata = said.read();
        if (metadata.role() != RunRole.MEASUREMENT || metadata.pairedWith().isPresent()) {
            throw refused("A quarantined upload can't be part of a pair: pairs need a token.");
        }
        QuarantineBinding binding = said.binding();
        QuarantineCheck check = verification.atUpload(access.project().id(), binding);
        if (check.verified() == Verified.REFUSED) {
            throw refused(check.why());
        }
        Upload upload =
                new Upload(access.project().id(), metadata, said.format(), received.document(), RunTrust.QUARANTINED);
        return new Checked(upload, binding, check);
    }

    private Reply store(Access access, Checked checked) throws Exception {
        StoredRun run = ingest.quarantine(checked.upload(), checked.binding(), checked.check());
        meters.stored(run);
        if (!run.duplicate()) {
            jobAdded.run();
        }
        return StoredAnswer.of(access.project().slug(), run, Optional.of(checked.check()))
                .reply();
    }

    private static ProblemException refused(String why) {
        return new ProblemException(ProblemKind.QUARANTINE_REFUSED, why);
    }
}
