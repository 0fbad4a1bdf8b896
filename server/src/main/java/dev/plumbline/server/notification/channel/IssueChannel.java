package dev.plumbline.server.notification.channel;

import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.forge.repository.Issue;
import dev.plumbline.server.notification.announcement.Conversations;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.queue.DeliveryOutcome;
import dev.plumbline.server.report.ForgeFailures;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * An issue at the project's forge: the first message of a conversation opens it, further ones are comments on it.
 */
public final class IssueChannel implements Channel {

    private final LongFunction<Optional<Forge>> forges;
    private final Conversations conversations;

    /**
     * The channel.
     *
     * @param forges the forge that a project is bound to, by the project's key; empty where it is bound to none
     */
    public IssueChannel(LongFunction<Optional<Forge>> forges, Conversations conversations) {
        this.forges = forges;
        this.conversations = conversations;
    }

    @Override
    public DeliveryOutcome send(NotificationRule rule, Letter letter) {
        Optional<Forge> forge = forges.apply(letter.projectId());
        if (forge.isEmpty()) {
            return DeliveryOutcome.dead(
                    "The project is bound to no forge. Bind it to its repository, then try again.", 0);
        }
        try {
            return send(forge.get(), letter);
        } catch (ForgeException e) {
            String what = String.valueOf(e.getMessage());
            return e.retryable() ? ForgeFailures.later(e, what) : DeliveryOutcome.dead(what, e.status());
        }
    }

    private DeliveryOutcome send(Forge forge, Letter letter) {
        String body = IssueFormat.body(letter.bulletin(), forge.longestComment());
        if (letter.issue().isPresent()) {
            forge.commentOnIssue(letter.issue().get(), body);
            return DeliveryOutcome.delivered(
                    "Commented on issue " + letter.issue().get() + ".", 0);
        }
        Issue issue = forge.open(IssueFormat.title(letter.bulletin()), body);
        if (letter.notice().head().conversation() > 0) {
            conversations.rememberIssue(
                    letter.projectId(), letter.notice().head().conversation(), issue.number(), issue.url());
        }
        return DeliveryOutcome.delivered("Opened issue " + issue.number() + ".", 0);
    }
}
