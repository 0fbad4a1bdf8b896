package dev.plumbline.server.notification;

import dev.plumbline.forge.repository.Forge;
import dev.plumbline.server.notification.announcement.AnnouncedRegression;
import dev.plumbline.server.notification.announcement.Conversations;
import dev.plumbline.server.notification.channel.Channel;
import dev.plumbline.server.notification.channel.HttpPost;
import dev.plumbline.server.notification.channel.IssueChannel;
import dev.plumbline.server.notification.channel.MailChannel;
import dev.plumbline.server.notification.channel.MailServer;
import dev.plumbline.server.notification.channel.NotifyHosts;
import dev.plumbline.server.notification.channel.SlackChannel;
import dev.plumbline.server.notification.channel.WebhookChannel;
import dev.plumbline.server.notification.message.Bulletin;
import dev.plumbline.server.notification.message.Bulletins;
import dev.plumbline.server.notification.message.Notice;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.queue.Delivery;
import dev.plumbline.server.queue.DeliveryHandler;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Sends the messages of notification rules. What a message says is made when it is sent, from what is stored then: one that waited for
 * a broken receiver tells how things are, and nothing at all where there is nothing to tell any more.
 */
public final class NotificationHandler implements DeliveryHandler {

    private final Conversations conversations;
    private final URI server;
    private final Map<NotificationChannel, Channel> channels;

    /**
     * The handler with all channels.
     *
     * @param server the address that people use
     * @param hosts where messages may be sent to
     * @param mail the server that takes mail; empty: there is none
     * @param forges the forge that a project is bound to, by the project's key; empty where it is bound to none
     */
    public NotificationHandler(
            Conversations conversations,
            URI server,
            NotifyHosts hosts,
            Optional<MailServer> mail,
            LongFunction<Optional<Forge>> forges) {
        this.conversations = conversations;
        this.server = server;
        InstantSource clock = InstantSource.system();
        HttpPost post = new HttpPost(hosts, clock);
        this.channels = Map.of(
                NotificationChannel.WEBHOOK, new WebhookChannel(post, clock),
                NotificationChannel.SLACK, new SlackChannel(post),
                NotificationChannel.EMAIL, new MailChannel(mail),
                NotificationChannel.ISSUE, new IssueChannel(forges, conversations));
    }

    @Override
    public String kind() {
        return Conversations.KIND;
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        Map<String, String> subject = delivery.subject();
        String event = subject.getOrDefault("event", "");
        long rule = number(subject, "rule");
        long conversation = number(subject, "conversation");
        long at = number(subject, "at");
        Optional<Conversations.Told> told = conversation == 0
                ? conversations.trial(delivery.projectId(), rule, Instant.EPOCH.plus(at, ChronoUnit.MICROS))
                : conversations.load(delivery.projectId(), rule, conversation, event, at);
        if (told.isEmpty()) {
            return DeliveryOutcome.dropped("The notification rule was deleted.");
        }
        if (conversation != 0 && !told.get().rule().wish().enabled()) {
            return DeliveryOutcome.dropped("The notification rule is switched off.");
        }
        Optional<Notice> notice = notice(told.get(), conversation, event, subject.getOrDefault("note", ""));
        if (notice.isEmpty()) {
            return DeliveryOutcome.dropped("It does not hold any more: the regression was retracted meanwhile.");
        }
        return send(delivery, told.get(), notice.get());
    }

    private DeliveryOutcome send(Delivery delivery, Conversations.Told told, Notice notice) {
        Bulletin bulletin = Bulletins.of(notice);
        long conversation = notice.head().conversation();
        String topic = conversation == 0
                ? bulletin.topic()
                : conversations.topic(delivery.projectId(), conversation, bulletin.topic());
        NotificationRule rule = told.rule();
        Channel channel = channels.get(rule.wish().channel());
        if (channel == null) {
            throw new IllegalStateException("no channel for " + rule.wish().channel());
        }
        return channel.send(
                rule, new Channel.Letter(delivery.projectId(), delivery.id(), notice, bulletin, topic, told.issue()));
    }

    private Optional<Notice> notice(Conversations.Told told, long conversation, String event, String note) {
        Notice.Head head = new Notice.Head(
                server.toString(),
                told.project().slug(),
                told.project().name(),
                told.rule().id(),
                told.rule().wish().name(),
                conversation,
                told.opens(),
                told.at());
        if (conversation == 0) {
            return Optional.of(new Notice.Trial(head));
        }
        if (!told.alarms().isEmpty()) {
            return Optional.of(new Notice.OfAlarms(head, event.equals("back"), told.alarms()));
        }
        return NotificationEvent.of(event).flatMap(known -> {
            List<AnnouncedRegression> regressions = told.regressions().stream()
                    .filter(one ->
                            known == NotificationEvent.RETRACTED || !one.state().equals("retracted"))
                    .toList();
            return regressions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Notice.OfRegressions(head, known, regressions, note));
        });
    }

    private static long number(Map<String, String> subject, String field) {
        return Long.parseLong(subject.getOrDefault(field, "0"));
    }
}
