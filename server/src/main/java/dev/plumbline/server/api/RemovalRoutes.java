package dev.plumbline.server.api;

import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.notification.watch.Alarms;
import dev.plumbline.server.regression.TriageInput;
import dev.plumbline.server.report.AcceptedRemovals;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Accepts that benchmarks were removed deliberately: in a pull request, or on the base branch. */
public final class RemovalRoutes implements Routes {

    private final AcceptedRemovals removals;
    private final Alarms alarms;
    private final Admission admission;
    private final Gatekeeper gatekeeper;

    public RemovalRoutes(Database database, Admission admission, Gatekeeper gatekeeper) {
        this.removals = new AcceptedRemovals(database);
        this.alarms = new Alarms(database);
        this.admission = admission;
        this.gatekeeper = gatekeeper;
    }

    /**
     * What is accepted: benchmarks that a pull request lacks, or alarms about the base branch.
     *
     * @param pullRequest the number of the pull request
     * @param environment the environment's label; empty: wherever they are missing
     * @param benchmarks as the report of the pull request names them
     * @param alarms the alarms' numbers
     * @param who who says so
     */
    private record Acceptance(
            OptionalInt pullRequest,
            Optional<String> environment,
            Optional<List<String>> benchmarks,
            Optional<List<Long>> alarms,
            Optional<String> who) {}

    private record Accepted(int accepted) {}

    @Override
    public void mount(Router router) {
        new Api(router, admission).change(HttpMethod.POST, "/projects/{project}/removals", this::accept);
    }

    private Reply accept(ApiRequest request) {
        Acceptance given = request.body(Acceptance.class);
        String name = TriageInput.name(given.who().orElse(""))
                .orElseThrow(() -> RequestBody.invalid("who", TriageInput.NAME_RULE));
        String who = TriageInput.of(name, gatekeeper.label(request.access().caller()), "")
                .who();
        long project = request.project().id();
        if (given.pullRequest().isEmpty() == given.alarms().isEmpty()) {
            throw RequestBody.invalid("pullRequest", "is given with benchmarks, or alarms is given alone");
        }
        if (given.alarms().isPresent()) {
            return Reply.changed(
                    200, new Accepted(alarms.accept(project, given.alarms().get(), who)));
        }
        List<String> benchmarks = given.benchmarks()
                .orElseThrow(() -> RequestBody.invalid("benchmarks", "names the benchmarks as the report does"));
        int accepted = removals.accept(project, given.pullRequest().getAsInt(), given.environment(), benchmarks, who)
                .orElseThrow(() -> request.notFound("pull request"));
        return Reply.changed(200, new Accepted(accepted));
    }
}
