package dev.plumbline.server.report;

import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.server.forges.ConfiguredForge;
import dev.plumbline.server.forges.Forges;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.pullrequest.ForgeBinding;
import dev.plumbline.server.pullrequest.ForgeBindings;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import dev.plumbline.server.pullrequest.PullRequests;
import dev.plumbline.server.queue.Delivery;
import dev.plumbline.server.queue.DeliveryHandler;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.util.Optional;

/**
 * Brings a pull request's comment and check up to date: says what is known now, whatever asked for it. Each attempt first hears from the
 * forge how the pull request stands, so a webhook that was lost does no harm.
 */
public final class PullRequestDelivery implements DeliveryHandler {

    private final Forges forges;
    private final ForgeBindings bindings;
    private final Projects projects;
    private final PullRequests pullRequests;
    private final ChangeReports reports;
    private final Policies policies;

    public PullRequestDelivery(
            Forges forges,
            ForgeBindings bindings,
            Projects projects,
            PullRequests pullRequests,
            ChangeReports reports,
            Policies policies) {
        this.forges = forges;
        this.bindings = bindings;
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
        Optional<ForgeBinding> binding = bindings.find(delivery.projectId());
        if (binding.isEmpty()) {
            return DeliveryOutcome.dropped("The project is bound to no repository any more.");
        }
        Optional<ConfiguredForge> forge = forges.find(binding.get().forge());
        if (forge.isEmpty()) {
            return DeliveryOutcome.dead(
                    "The forges file has no forge '" + binding.get().forge()
                            + "' any more: add it again and restart the server, or bind the project to another; then"
                            + " try again.",
                    0);
        }
        Forge repository = forges.connect(forge.get(), binding.get().repository());
        return deliver(
                delivery,
                number,
                new Place(forge.get(), repository, binding.get().repository()));
    }

    /** The repository that is asked. */
    private record Place(ConfiguredForge entry, Forge forge, String repository) {}

    private DeliveryOutcome deliver(Delivery delivery, int number, Place place) {
        String name = place.repository() + "#" + number;
        PullRequest request;
        try {
            request = place.forge().pullRequest(number);
        } catch (ForgeException e) {
            boolean gone = e.kind() == ForgeException.Kind.NOT_FOUND || e.kind() == ForgeException.Kind.GONE;
            return gone
                    ? DeliveryOutcome.dropped("There is no " + name + ", or the credential of the forge '"
                            + place.entry().name() + "' may not see it: " + e.getMessage() + ".")
                    : ForgeFailures.of(e, place.entry(), "read " + name);
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
        return new PullRequestTelling(place.entry(), place.forge(), name, delivery.remote())
                .tell(number, report.get(), policies.of(project.id()));
    }
}
