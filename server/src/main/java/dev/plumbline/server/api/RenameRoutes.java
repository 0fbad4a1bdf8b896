package dev.plumbline.server.api;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.rename.RenameOffer;
import dev.plumbline.analysis.rename.RenamePair;
import dev.plumbline.analysis.rename.RenamePattern;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.regression.TriageInput;
import dev.plumbline.server.rename.AcceptedRename;
import dev.plumbline.server.rename.RenameOfferQueries;
import dev.plumbline.server.rename.RenamePlan;
import dev.plumbline.server.rename.Renames;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API of renamed benchmarks: what is offered, what holds, accepting and undoing. */
public final class RenameRoutes implements Routes {

    private static final String PATH = "/projects/{project}/renames";

    private final Admission admission;
    private final Gatekeeper gatekeeper;
    private final Renames renames;
    private final RenameOfferQueries offers;
    private final Runnable jobAdded;

    private record Pair(String from, String to, Map<String, String> params, String mode, int threads) {

        static Pair of(RenamePair pair) {
            BenchmarkId from = pair.from();
            return new Pair(
                    from.name(), pair.to().name(), from.params(), from.mode().label(), from.threads());
        }

        static List<Pair> of(List<RenamePair> pairs) {
            return pairs.stream().map(Pair::of).toList();
        }
    }

    private record Offer(String from, String to, List<Pair> benchmarks) {

        static Offer of(RenameOffer offer) {
            return new Offer(offer.pattern().from(), offer.pattern().to(), Pair.of(offer.pairs()));
        }
    }

    private record Accepted(
            long id, String from, String to, List<Pair> benchmarks, Instant acceptedAt, String acceptedBy) {

        static Accepted of(AcceptedRename rename) {
            return new Accepted(
                    rename.id(),
                    rename.pattern().from(),
                    rename.pattern().to(),
                    Pair.of(rename.pairs()),
                    rename.acceptedAt(),
                    rename.acceptedBy());
        }
    }

    private record All(List<Offer> offers, List<Accepted> renames) {}

    private record Refused(String from, String to, String why) {}

    private record Plan(
            String from,
            String to,
            boolean accepted,
            List<Pair> benchmarks,
            List<Refused> refused,
            List<Pair> unmatched) {

        static Plan of(RenamePlan plan, boolean accepted) {
            return new Plan(
                    plan.pattern().from(),
                    plan.pattern().to(),
                    accepted,
                    Pair.of(plan.pairs()),
                    plan.refused().stream()
                            .map(one -> new Refused(
                                    one.pair().from().name(), one.pair().to().name(), one.why()))
                            .toList(),
                    Pair.of(plan.unmatched()));
        }
    }

    private record NewRename(String from, String to, Optional<Boolean> dryRun, Optional<String> who) {}

    /**
     * The operations.
     *
     * @param jobAdded is notified when runs have to be judged again
     */
    public RenameRoutes(
            Admission admission, Gatekeeper gatekeeper, Renames renames, RenameOfferQueries offers, Runnable jobAdded) {
        this.admission = admission;
        this.gatekeeper = gatekeeper;
        this.renames = renames;
        this.offers = offers;
        this.jobAdded = jobAdded;
    }

    @Override
    public void mount(Router router) {
        Api api = new Api(router, admission);
        api.read(PATH, request -> {
            long project = request.project().id();
            return Reply.json(new All(
                    offers.offers(project).stream().map(Offer::of).toList(),
                    renames.all(project).stream().map(Accepted::of).toList()));
        });
        api.change(HttpMethod.POST, PATH, this::accept);
        api.change(HttpMethod.DELETE, PATH + "/{rename}", request -> {
            if (!renames.undo(request.project().id(), request.key("rename"), who(request, Optional.empty()))) {
                throw request.notFound("rename");
            }
            jobAdded.run();
            return Reply.nothing();
        });
    }

    private Reply accept(ApiRequest request) {
        NewRename wanted = request.body(NewRename.class);
        RenamePattern pattern = pattern(wanted.from(), wanted.to());
        long project = request.project().id();
        if (wanted.dryRun().orElse(false)) {
            return Reply.changed(200, Plan.of(renames.plan(project, pattern), false));
        }
        RenamePlan done = renames.accept(project, pattern, who(request, wanted.who()));
        jobAdded.run();
        return Reply.changed(200, Plan.of(done, true));
    }

    private static RenamePattern pattern(String from, String to) {
        try {
            return new RenamePattern(from, to);
        } catch (IllegalArgumentException e) {
            throw RequestBody.invalid("from", "and the field 'to' don't fit together: " + e.getMessage());
        }
    }

    private String who(ApiRequest request, Optional<String> who) {
        String name =
                TriageInput.name(who.orElse("")).orElseThrow(() -> RequestBody.invalid("who", TriageInput.NAME_RULE));
        return TriageInput.of(name, gatekeeper.label(request.access().caller()), "")
                .who();
    }
}
