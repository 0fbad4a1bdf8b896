package dev.plumbline.server.notification;

import dev.plumbline.forge.repository.Forge;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.notification.channel.Channel;
import dev.plumbline.server.notification.channel.HttpPost;
import dev.plumbline.server.notification.channel.IssueChannel;
import dev.plumbline.server.notification.channel.MailChannel;
import dev.plumbline.server.notification.channel.MailServer;
import dev.plumbline.server.notification.channel.NotifyHosts;
import dev.plumbline.server.notification.channel.OutgoingMessage;
import dev.plumbline.server.notification.channel.SlackChannel;
import dev.plumbline.server.notification.channel.WebhookChannel;
import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Messages;
import dev.plumbline.server.notification.message.Notification;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.thread.NotificationThreads;
import dev.plumbline.server.notification.thread.NotifiedRegression;
import dev.plumbline.server.notification.thread.ThreadEvent;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.queue.Delivery;
import dev.plumbline.server.queue.DeliveryHandler;
import dev.plumbline.server.queue.DeliveryOutcome;
import dev.plumbline.server.regression.RegressionState;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Sends the messages of notification rules. A message is rendered when it is sent, from what is stored at that time. A message that
 * waited for a broken receiver is therefore up to date, and it is dropped when there is nothing left to report.
 */
public final class NotificationHandler implements DeliveryHandler {

    private final NotificationThreads threads;
    private final URI server;
    private final Function<Project, ForgeLinks> links;
    private final Function<NotificationChannel, Channel> channels;

    /**
     * The handler with all channels.
     *
     * @param server the address that people use
     * @param hosts the hosts that messages may be sent to
     * @param mail the mail server; empty when there is none
     * @param links the addresses of a project's commits
     * @param forges the forge that a project is bound to, by the project's key; empty if it is bound to none
     */
    public NotificationHandler(
            NotificationThreads threads,
            URI server,
            NotifyHosts hosts,
            Optional<MailServer> mail,
            Function<Project, ForgeLinks> links,
            LongFunction<Optional<Forge>> forges) {
        this.threads = threads;
        this.server = server;
        this.links = links;
        InstantSource clock = InstantSource.system();
        HttpPost post = new HttpPost(hosts, clock);
        this.channels = channel -> switch (channel) {
            case WEBHOOK -> new WebhookChannel(post, clock);
            case SLACK -> new SlackChannel(post);
            case EMAIL -> new MailChannel(mail);
            case ISSUE -> new IssueChannel(forges, threads);
        };
    }

    @Override
    public String kind() {
        return NotificationThreads.KIND;
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        Map<String, String> subject = delivery.subject();
        long rule = number(subject, "rule");
        long thread = number(subject, "conversation");
        long at = number(subject, "at");
        if (thread == 0) {
            return threads.trial(delivery.projectId(), rule, Instant.EPOCH.plus(at, ChronoUnit.MICROS))
                    .map(told -> send(delivery, told, new Notification.Trial(head(told, thread))))
                    .orElseGet(NotificationHandler::withoutRule);
        }
        String label = subject.getOrDefault("event", "");
        Optional<ThreadEvent> event = ThreadEvent.ofLabel(label);
        if (event.isEmpty()) {
            return DeliveryOutcome.dropped("The event '" + label + "' is of another version of the server.");
        }
        Optional<NotificationThreads.Told> told = threads.load(delivery.projectId(), rule, thread, event.get(), at);
        if (told.isEmpty()) {
            return withoutRule();
        }
        if (!told.get().rule().wish().enabled()) {
            return DeliveryOutcome.dropped("The notification rule is disabled.");
        }
        Optional<Notification> notification =
                notification(told.get(), thread, event.get(), subject.getOrDefault("note", ""));
        if (notification.isEmpty()) {
            return DeliveryOutcome.dropped("Out of date: the regression was retracted in the meantime.");
        }
        return send(delivery, told.get(), notification.get());
    }

    private static DeliveryOutcome withoutRule() {
        return DeliveryOutcome.dropped("The notification rule was deleted.");
    }

    private DeliveryOutcome send(Delivery delivery, NotificationThreads.Told told, Notification notification) {
        Message message = Messages.of(notification);
        long thread = notification.head().thread();
        String topic = thread == 0 ? message.topic() : threads.topic(delivery.projectId(), thread, message.topic());
        NotificationRule rule = told.rule();
        return channels.apply(rule.wish().channel())
                .send(
                        rule,
                        new OutgoingMessage(
                                delivery.projectId(), delivery.id(), notification, message, topic, told.issue()));
    }

    private Notification.Head head(NotificationThreads.Told told, long thread) {
        return new Notification.Head(
                server.toString(),
                told.project().slug(),
                told.project().name(),
                told.rule().id(),
                told.rule().wish().name(),
                thread,
                told.opens(),
                told.at(),
                links.apply(told.project()));
    }

    private Optional<Notification> notification(
            NotificationThreads.Told told, long thread, ThreadEvent event, String note) {
        Notification.Head head = head(told, thread);
        return switch (event) {
            case ThreadEvent.OfAlarms alarms ->
                told.alarms().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Notification.OfAlarms(head, alarms == ThreadEvent.OfAlarms.BACK, told.alarms()));
            case ThreadEvent.OfRegressions regressions -> ofRegressions(head, told, regressions.event(), note);
        };
    }

    private static Optional<Notification> ofRegressions(
            Notification.Head head, NotificationThreads.Told told, NotificationEvent event, String note) {
        List<NotifiedRegression> regressions = told.regressions().stream()
                .filter(one -> event == NotificationEvent.RETRACTED || one.state() != RegressionState.RETRACTED)
                .toList();
        return regressions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notification.OfRegressions(head, event, regressions, note));
    }

    private static long number(Map<String, String> subject, String field) {
        return Long.parseLong(subject.getOrDefault(field, "0"));
    }
}
