package dev.plumbline.server.api.upload;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.api.Api;
import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Caller;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.auth.UploadReach;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Blocking;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.ingest.Ingest;
import dev.plumbline.server.ingest.RunMetadata;
import dev.plumbline.server.ingest.RunRole;
import dev.plumbline.server.ingest.StoredRun;
import dev.plumbline.server.ingest.Upload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The upload of a run: admitted, received into a file, stored in one transaction, answered once it is durable. */
public final class UploadRoutes implements Routes {

    /** The path, as OpenAPI writes it. */
    static final String PATH = "/projects/{project}/runs";

    private final Admission admission;
    private final UploadReceiver receiver;
    private final Blocking uploads;
    private final Ingest ingest;
    private final UploadMeters meters;
    private final Runnable jobAdded;

    /**
     * The route.
     *
     * @param uploads the pool that stores; apart from the one that reads, so that large uploads don't hold up pages
     * @param jobAdded is notified of every run that is to be judged
     */
    public UploadRoutes(
            Admission admission,
            UploadReceiver receiver,
            Blocking uploads,
            Ingest ingest,
            UploadMeters meters,
            Runnable jobAdded) {
        this.admission = admission;
        this.receiver = receiver;
        this.uploads = uploads;
        this.ingest = ingest;
        this.meters = meters;
        this.jobAdded = jobAdded;
    }

    @Override
    public void mount(Router router) {
        router.post(Api.routePath(PATH)).handler(this::upload);
    }

    private void upload(RoutingContext context) {
        context.request().pause();
        admission
                .project(context, Permission.UPLOAD, access -> access)
                .compose(access -> receiver.receive(
                        context.request(), received -> uploads.run(() -> store(context, access, received))))
                .onSuccess(reply -> reply.send(context))
                .onFailure(failure -> {
                    receiver.drop(context.request());
                    context.fail(failure);
                    meters.refused(context.response().getStatusCode());
                });
    }

    private Reply store(RoutingContext context, Access access, UploadReceiver.Received received) throws Exception {
        UploadMetadata said = new UploadMetadata(new Parameters(context.queryParams()), received.metadata());
        RunMetadata metadata = said.read();
        requireClaimed(access.caller(), metadata);
        StoredRun run = ingest.store(new Upload(
                access.project().id(),
                metadata,
                said.format(),
                received.document(),
                trust(access.caller()),
                said.held()));
        meters.stored(run);
        if (!run.duplicate()) {
            jobAdded.run();
        }
        return StoredAnswer.of(access.project().slug(), run, Optional.empty()).reply();
    }

    /** A CI job may upload only what its ID token is for; the base side of a pair is for another commit, but for no other branch. */
    private static void requireClaimed(Caller caller, RunMetadata metadata) {
        if (caller instanceof Caller.OidcToken token) {
            UploadReach reach = token.job().reach();
            Optional<String> complaint = metadata.role() == RunRole.MEASUREMENT
                    ? reach.complaint(metadata.branch(), metadata.commit(), metadata.pullRequest())
                    : reach.complaintOfPairBase(metadata.branch(), metadata.pullRequest());
            complaint.ifPresent(mismatch -> {
                throw new ProblemException(ProblemKind.TOKEN_MISMATCH, mismatch);
            });
        }
    }

    private static RunTrust trust(Caller caller) {
        return caller instanceof Caller.OidcToken ? RunTrust.OIDC : RunTrust.TOKEN;
    }
}
