package dev.plumbline.server.notification.channel;

import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.forge.repository.Issue;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.thread.NotificationThreads;
import dev.plumbline.server.queue.DeliveryOutcome;
import dev.plumbline.server.report.ForgeFailures;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * An issue at the project's forge. The first message of a thread opens it, later ones are comments on it.
 */
public final class IssueChannel implements Channel {

    private final LongFunction<Optional<Forge>> forges;
    private final NotificationThreads threads;

    /**
     * The channel.
     *
     * @param forges the forge that a project is bound to, by the project's key; empty if it is bound to none
     */
    public IssueChannel(LongFunction<Optional<Forge>> forges, NotificationThreads threads) {
        this.forges = forges;
        this.threads = threads;
    }

    @Override
    public DeliveryOutcome send(NotificationRule rule, OutgoingMessage outgoing) {
        Optional<Forge> forge = forges.apply(outgoing.projectId());
        if (forge.isEmpty()) {
            return DeliveryOutcome.dead("The project isn't bound to a repository. Bind it, then retry.", 0);
        }
        try {
            return send(forge.get(), outgoing);
        } catch (ForgeException e) {
            String what = String.valueOf(e.getMessage());
            return e.retryable() ? ForgeFailures.later(e, what) : DeliveryOutcome.dead(what, e.status());
        }
    }

    private DeliveryOutcome send(Forge forge, OutgoingMessage outgoing) {
        String body = IssueFormat.body(outgoing.message(), forge.longestComment());
        if (outgoing.issue().isPresent()) {
            forge.commentOnIssue(outgoing.issue().get(), body);
            return DeliveryOutcome.delivered(
                    "Commented on issue " + outgoing.issue().get() + ".", 0);
        }
        Issue issue = forge.open(IssueFormat.title(outgoing.message()), body);
        if (outgoing.notification().head().thread() > 0) {
            threads.rememberIssue(
                    outgoing.projectId(), outgoing.notification().head().thread(), issue.number(), issue.url());
        }
        return DeliveryOutcome.delivered("Opened issue " + issue.number() + ".", 0);
    }
}
