package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.PullRequestListing;
import dev.plumbline.server.report.ChangeReports;
import dev.plumbline.server.report.Policies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How pull requests stand. What the check says follows from every verdict of a run, so a list doesn't work it out again for what it has shown
 * before: the newest {@value #KEPT} answers are kept, each for the runs, verdicts and policy that it was worked out of.
 */
final class ChangeStandings {

    private static final int KEPT = 1_000;

    private final ChangeReports reports;
    private final Policies policies;
    private final Map<Basis, ChangeStanding> known = new LinkedHashMap<>(16, 0.75f, true);

    /** What an answer follows from. */
    private record Basis(
            long project, int number, String head, String base, String measured, PullRequestPolicy policy) {}

    ChangeStandings(Database database, ChangeReports reports) {
        this.reports = reports;
        this.policies = new Policies(database);
    }

    /** Of each of some pull requests, in their order. */
    List<ChangeStanding> of(Project project, List<PullRequestListing> listed) {
        PullRequestPolicy policy = policies.of(project.id());
        List<ChangeStanding> standings = new ArrayList<>();
        for (PullRequestListing each : listed) {
            Basis basis = new Basis(
                    project.id(),
                    each.pullRequest().number(),
                    each.pullRequest().headSha().orElse(""),
                    each.pullRequest().baseBranch().orElse(project.baseBranch()),
                    each.measured(),
                    policy);
            ChangeStanding standing = kept(basis)
                    .orElseGet(() -> reports.of(project, each.pullRequest())
                            .map(ChangeStanding::of)
                            .orElse(ChangeStanding.UNKNOWN));
            keep(basis, standing);
            standings.add(standing);
        }
        return standings;
    }

    private Optional<ChangeStanding> kept(Basis basis) {
        synchronized (known) {
            return Optional.ofNullable(known.get(basis));
        }
    }

    private void keep(Basis basis, ChangeStanding standing) {
        synchronized (known) {
            known.put(basis, standing);
            while (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }
}
