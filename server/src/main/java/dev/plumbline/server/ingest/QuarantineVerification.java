package dev.plumbline.server.ingest;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.repository.CiRun;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.server.forges.ForgesException;
import dev.plumbline.server.ingest.QuarantineCheck.Verified;
import dev.plumbline.server.pullrequest.BoundForge;
import dev.plumbline.server.pullrequest.BoundForges;
import dev.plumbline.server.queue.Delivery;
import dev.plumbline.server.queue.DeliveryHandler;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.util.Optional;

/**
 * Asks the forge whether a quarantined run is what it claims: measured by a CI run that is in progress, for the head of an open pull
 * request. It holds no connection to the database while it asks.
 */
public final class QuarantineVerification implements DeliveryHandler {

    private final BoundForges forges;
    private final Quarantine quarantine;

    public QuarantineVerification(BoundForges forges, Quarantine quarantine) {
        this.forges = forges;
        this.quarantine = quarantine;
    }

    /** What the forge says about an upload in progress. */
    public QuarantineCheck atUpload(long projectId, QuarantineBinding binding) {
        return check(projectId, binding, true);
    }

    @Override
    public String kind() {
        return Quarantine.VERIFY;
    }

    /** Asks again. By now the CI run may have ended and the pull request moved on; that isn't a contradiction. */
    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        long run = Long.parseLong(delivery.subject().getOrDefault("run", "0"));
        Optional<QuarantineBinding> binding = quarantine.binding(delivery.projectId(), run);
        if (binding.isEmpty()) {
            return DeliveryOutcome.dropped("The run is gone.");
        }
        QuarantineCheck check = check(delivery.projectId(), binding.get(), false);
        if (check.verified() == Verified.UNVERIFIED) {
            return check.later()
                    ? DeliveryOutcome.failed(check.why(), 0, Optional.empty())
                    : DeliveryOutcome.dropped(check.why());
        }
        quarantine.checked(delivery.projectId(), run, check);
        return DeliveryOutcome.delivered(check.why(), 200);
    }

    private QuarantineCheck check(long projectId, QuarantineBinding binding, boolean underWay) {
        return switch (forges.of(projectId)) {
            case BoundForge.Bound bound -> check(bound, binding, underWay);
            case BoundForge.Unbound unbound -> unbound();
            case BoundForge.Unlisted unlisted -> unbound();
        };
    }

    private static QuarantineCheck unbound() {
        return QuarantineCheck.unknown("The project isn't bound to a forge that could confirm it.", false);
    }

    private QuarantineCheck check(BoundForge.Bound bound, QuarantineBinding binding, boolean underWay) {
        if (!bound.repository().equalsIgnoreCase(binding.repository())) {
            return QuarantineCheck.refused("The project belongs to the repository " + bound.repository()
                    + ", but the upload names " + binding.repository() + ".");
        }
        try {
            return ask(forges.connect(bound), bound.forge().kind(), binding, underWay);
        } catch (ForgesException misconfigured) {
            return QuarantineCheck.unknown(
                    "The forge can't be queried: its entry in the forges file is invalid.", true);
        } catch (ForgeException failure) {
            return failed(failure);
        }
    }

    private static QuarantineCheck ask(Forge forge, ForgeKind kind, QuarantineBinding binding, boolean underWay) {
        PullRequest request;
        try {
            request = forge.pullRequest(binding.pullRequest());
        } catch (ForgeException failure) {
            return isMissing(failure)
                    ? QuarantineCheck.refused("The forge has no pull request " + binding.pullRequest() + ".")
                    : failed(failure);
        }
        CiRun run;
        try {
            run = forge.ciRun(binding.ciRun());
        } catch (ForgeException failure) {
            if (isMissing(failure) && kind.product().keepsRunsInForks()) {
                return QuarantineCheck.unknown(
                        "The CI run doesn't belong to this repository; a fork's runs belong to the fork.", false);
            }
            return isMissing(failure)
                    ? QuarantineCheck.refused("The forge has no CI run " + binding.ciRun() + ".")
                    : failed(failure);
        }
        return compare(request, run, binding, underWay);
    }

    private static QuarantineCheck compare(
            PullRequest request, CiRun run, QuarantineBinding binding, boolean underWay) {
        if (underWay && request.state() != PullRequest.State.OPEN) {
            return QuarantineCheck.refused("Pull request " + request.number() + " is not open.");
        }
        if (underWay && !request.headSha().equals(binding.sha())) {
            return QuarantineCheck.refused("The head of pull request " + request.number() + " is " + request.headSha()
                    + ", but the upload is of " + binding.sha() + ".");
        }
        if (!run.headSha().equals(binding.sha())
                || !run.headRepository().equalsIgnoreCase(request.headRepository())
                || run.pullRequest().orElse(request.number()) != request.number()) {
            return QuarantineCheck.refused("CI run " + binding.ciRun() + " doesn't belong to the head of pull request "
                    + request.number() + ".");
        }
        if (underWay && run.finished()) {
            return QuarantineCheck.refused("CI run " + binding.ciRun() + " has already ended.");
        }
        return QuarantineCheck.holds("The forge confirms the pull request, its head and the CI run.");
    }

    private static boolean isMissing(ForgeException failure) {
        return failure.kind() == ForgeException.Kind.NOT_FOUND || failure.kind() == ForgeException.Kind.GONE;
    }

    private static QuarantineCheck failed(ForgeException failure) {
        return failure.retryable()
                ? QuarantineCheck.unknown("The forge couldn't be queried when the run was uploaded.", true)
                : QuarantineCheck.unknown("The forge refused the request.", true);
    }
}
