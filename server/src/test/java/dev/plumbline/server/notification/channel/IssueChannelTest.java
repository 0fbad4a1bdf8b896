package dev.plumbline.server.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.fake.FakeRepository;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.notification.message.Messages;
import dev.plumbline.server.notification.message.Notification;
import dev.plumbline.server.notification.message.Notifications;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.thread.NotificationThreads;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssueChannelTest {

    private static final String PROJECT = "acme/tools";

    private final FakeForge fake = FakeForge.start();
    private final FakeRepository repository = fake.repository(PROJECT);
    private Database database;
    private NotificationThreads threads;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        threads = new NotificationThreads(database);
    }

    @AfterEach
    void close() {
        database.close();
        fake.close();
    }

    @ParameterizedTest
    @EnumSource
    void theFirstMessageOpensAnIssueAndTheNextCommentsOnIt(ForgeKind kind) {
        IssueChannel channel = new IssueChannel(project -> Optional.of(fake.connect(kind, PROJECT)), threads);

        DeliveryOutcome opened = channel.send(rule(), outgoing(NotificationEvent.CONFIRMED, Optional.empty()));

        assertThat(opened.kind()).as(opened.what()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        int number = repository.issues().getFirst().number();
        assertThat(repository.issues().getFirst().title()).startsWith("Regression: Tokenizer.split");
        assertThat(repository.issues().getFirst().body())
                .contains("/projects/acme/regressions/12")
                .contains("22222222 Accept any white space");

        channel.send(rule(), outgoing(NotificationEvent.FIXED, Optional.of(number)));

        assertThat(repository.issues()).hasSize(1);
        assertThat(repository.comments(number))
                .singleElement()
                .satisfies(comment -> assertThat(comment.body()).contains("Fixed"));
    }

    @Test
    void aRefusalIsDeadAndAnOutageIsTriedAgain() {
        IssueChannel channel =
                new IssueChannel(project -> Optional.of(fake.connect(ForgeKind.GITHUB, PROJECT)), threads);

        fake.failNext(403, Map.of(), "{\"message\":\"Resource not accessible\"}");
        assertThat(channel.send(rule(), outgoing(NotificationEvent.CONFIRMED, Optional.empty()))
                        .kind())
                .isEqualTo(DeliveryOutcome.Kind.DEAD);
        fake.failNext(502, Map.of(), "");
        assertThat(channel.send(rule(), outgoing(NotificationEvent.CONFIRMED, Optional.empty()))
                        .kind())
                .isEqualTo(DeliveryOutcome.Kind.FAILED);
        assertThat(new IssueChannel(project -> Optional.empty(), threads)
                        .send(rule(), outgoing(NotificationEvent.CONFIRMED, Optional.empty()))
                        .what())
                .contains("isn't bound to a repository");
    }

    @Test
    void aRateLimitPostponesUntilTheForgeWantsMore() {
        IssueChannel channel =
                new IssueChannel(project -> Optional.of(fake.connect(ForgeKind.GITHUB, PROJECT)), threads);
        fake.failNext(403, Map.of("Retry-After", "90"), "{\"message\":\"secondary rate limit\"}");

        DeliveryOutcome outcome = channel.send(rule(), outgoing(NotificationEvent.CONFIRMED, Optional.empty()));

        assertThat(outcome.kind()).as(outcome.what()).isEqualTo(DeliveryOutcome.Kind.POSTPONED);
        assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(90));
        assertThat(repository.issues()).isEmpty();
    }

    private static OutgoingMessage outgoing(NotificationEvent event, Optional<Integer> issue) {
        Notification notification =
                Notifications.regression(event, "com.acme.Tokenizer.split", "Accept any white space", "Ada");
        return new OutgoingMessage(1, 2, notification, Messages.of(notification), "topic", issue);
    }

    private static NotificationRule rule() {
        return new NotificationRule(
                3,
                new NotificationRule.Wish(
                        "Team", NotificationChannel.ISSUE, "", NotificationEvent.usual(), "*", "*", "*", 0, true),
                "",
                Instant.EPOCH);
    }
}
