package dev.plumbline.server.report;

import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.pullrequest.BoundForge;
import dev.plumbline.server.pullrequest.BoundForges;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import dev.plumbline.server.pullrequest.PullRequests;
import dev.plumbline.server.queue.Delivery;
import dev.plumbline.server.queue.DeliveryHandler;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.util.Optional;

/**
 * Brings a pull request's comment and check up to date: reports what is known now, whatever requested it. Each attempt first asks the
 * forge for the state of the pull request, so a lost webhook does no harm.
 */
public final class PullRequestDelivery implements DeliveryHandler {

    private final BoundForges forges;
    private final Projects projects;
    private final PullRequests pullRequests;
    private final ChangeReports reports;
    private final Policies policies;

    public PullRequestDelivery(
            BoundForges forges,
            Projects projects,
            PullRequests pullRequests,
            ChangeReports reports,
            Policies policies) {
        this.forges = forges;
        this.projects = projects;
        this.pullRequests = pullRequests;
        this.reports = reports;
        this.policies = policies;
    }

    @Override
    public String kind() {
        return PullRequestDeliveries.KIND;
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        int number = Integer.parseInt(delivery.subject().getOrDefault(PullRequestDeliveries.NUMBER, delivery.key()));
        return switch (forges.of(delivery.projectId())) {
            case BoundForge.Bound bound -> deliver(delivery, number, bound);
            case BoundForge.Unbound unbound ->
                DeliveryOutcome.dropped("The project is no longer bound to a repository.");
            case BoundForge.Unlisted unlisted ->
                DeliveryOutcome.dead(
                        "The forges file no longer has the forge '" + unlisted.name()
                                + "': add it again and restart the server, or bind the project to another one; then"
                                + " try again.",
                        0);
        };
    }

    private DeliveryOutcome deliver(Delivery delivery, int number, BoundForge.Bound bound) {
        Forge forge = forges.connect(bound);
        String name = bound.repository() + "#" + number;
        PullRequest request;
        try {
            request = forge.pullRequest(number);
        } catch (ForgeException e) {
            boolean gone = e.kind() == ForgeException.Kind.NOT_FOUND || e.kind() == ForgeException.Kind.GONE;
            return gone
                    ? DeliveryOutcome.dropped("There is no " + name + ", or the credential of the forge '"
                            + bound.forge().name() + "' may not see it: " + e.getMessage() + ".")
                    : ForgeFailures.of(e, bound.forge(), "read " + name);
        }
        pullRequests.changed(delivery.projectId(), ForgeNews.of(request));
        if (request.state() != PullRequest.State.OPEN) {
            return DeliveryOutcome.dropped(
                    name + (request.state() == PullRequest.State.MERGED ? " is merged." : " is closed."));
        }
        Project project = projects.find(delivery.projectId()).orElseThrow();
        Optional<ChangeReport> report = reports.ofPullRequest(project, number);
        if (report.isEmpty()) {
            return DeliveryOutcome.dropped("No commit of " + name + " is known.");
        }
        return new PullRequestTelling(bound.forge(), forge, name, delivery.remote())
                .tell(number, report.get(), policies.of(project.id()));
    }
}
