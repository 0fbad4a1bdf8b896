package dev.plumbline.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.queue.DeliveryLog.Attempt;
import dev.plumbline.server.queue.DeliveryLog.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final List<String> KINDS = List.of("letter");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration TOOK = Duration.ofMillis(12);
    private static final DeliveryOutcome DONE = DeliveryOutcome.delivered("posted", 201);

    private Database database;
    private long project;
    private Deliveries deliveries;
    private DeliveryLog log;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        project = new Projects(database).create("acme", "Acme", "main", true).id();
        deliveries = new Deliveries(database);
        log = new DeliveryLog(database);
        deliveries.ask(project, "letter", "7", "Ada", Map.of("text", "hello"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTakenDeliveryIsNotTakenTwice() {
        assertThat(take()).map(Delivery::subject).contains(Map.of("text", "hello"));
        assertThat(take()).isEmpty();
    }

    @Test
    void aDeliveryOfAKindThatNobodyHereDeliversStays() {
        assertThat(deliveries.take(List.of("telegram"), LEASE)).isEmpty();
    }

    @Test
    void aDeliveryWhoseServerDiedIsTakenAgainWhenItsLeaseEnds() {
        assertThat(take()).isPresent();
        execute("update delivery set leased_until = now() - interval '1 second' where project_id = ?");

        assertThat(take()).map(Delivery::attempts).contains(2);
    }

    @Test
    void whoseLeaseHasEndedHasNoSayAnyMore() {
        Delivery lost = take().orElseThrow();
        execute("update delivery set leased_until = now() - interval '1 second' where project_id = ?");
        Delivery held = take().orElseThrow();

        deliveries.settle(lost, DeliveryOutcome.dead("too late", 0), TOOK);
        assertThat(entry().state()).isEqualTo(DeliveryState.WAITING);

        deliveries.settle(held, DONE, TOOK);
        assertThat(entry().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(log.attempts(project, held.id())).hasSize(1);
    }

    @Test
    void whatWasDeliveredIsRememberedAndDeliveredAgainWhenAskedFor() {
        deliveries.settle(take().orElseThrow(), DONE.remembering(Map.of("comment", "5")), TOOK);
        assertThat(take()).isEmpty();

        deliveries.ask(project, "letter", "7", "Ada", Map.of("text", "more"));

        Delivery again = take().orElseThrow();
        assertThat(again.remote()).isEqualTo(Map.of("comment", "5"));
        assertThat(again.subject()).isEqualTo(Map.of("text", "more"));
        assertThat(again.attempts()).isEqualTo(1);
    }

    @Test
    void whatIsToldOnceIsNotToldAgain() {
        deliveries.settle(take().orElseThrow(), DONE, TOOK);

        database.execute(
                handle -> Deliveries.enqueueOnce(handle, project, "letter", "7", "Ada", Map.of("text", "again")));

        assertThat(take()).isEmpty();
    }

    @Test
    void aDeliveryAskedForAgainWhileItRunsIsDoneAgain() {
        Delivery first = take().orElseThrow();
        deliveries.ask(project, "letter", "7", "Ada", Map.of("text", "more"));
        assertThat(take()).as("two at once").isEmpty();

        deliveries.settle(first, DONE, TOOK);

        assertThat(take()).map(Delivery::subject).contains(Map.of("text", "more"));
    }

    @Test
    void aFailureWaitsLongerEachTime() {
        fail(1);
        long first = secondsToNextTry();
        fail(2);
        long second = secondsToNextTry();

        assertThat(first).isBetween(3L, 5L);
        assertThat(second).isBetween(13L, 15L);
    }

    @Test
    void aFailureWaitsAsLongAsTheOtherEndAsks() {
        deliveries.settle(
                take().orElseThrow(), DeliveryOutcome.failed("down", 503, Optional.of(Duration.ofMinutes(10))), TOOK);

        assertThat(secondsToNextTry()).isBetween(590L, 600L);
    }

    @Test
    void toBeAskedToComeBackLaterIsNoFailure() {
        for (int i = 0; i <= Deliveries.MOST_ATTEMPTS; i++) {
            Delivery delivery = take().orElseThrow();
            assertThat(delivery.attempts()).isEqualTo(1);
            deliveries.settle(
                    delivery, DeliveryOutcome.postponed("slow down", 429, Optional.of(Duration.ofMinutes(1))), TOOK);
            assertThat(take()).isEmpty();
            due();
        }
    }

    @Test
    void toBeAskedForAgainDoesNotShortenTheWait() {
        deliveries.settle(take().orElseThrow(), DeliveryOutcome.postponed("slow down", 429, Optional.of(LEASE)), TOOK);

        deliveries.ask(project, "letter", "7", "Ada", Map.of());

        assertThat(take()).isEmpty();
    }

    @Test
    void aDeliveryThatFailsTooOftenIsDeadUntilSomebodyTriesAgain() {
        for (int attempt = 1; attempt <= Deliveries.MOST_ATTEMPTS; attempt++) {
            fail(attempt);
            due();
        }

        assertThat(take()).isEmpty();
        assertThat(entry().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(entry().lastError())
                .isEqualTo("down Given up after 12 attempts: check that the other end works, then try again.");
        assertThat(deliveries.backlog().dead()).isEqualTo(1);

        assertThat(deliveries.again(project, entry().id())).isTrue();
        assertThat(take()).map(Delivery::attempts).contains(1);
    }

    @Test
    void whatWasDeliveredIsNotTriedAgain() {
        deliveries.settle(take().orElseThrow(), DONE, TOOK);

        assertThat(deliveries.again(project, entry().id())).isFalse();
    }

    @Test
    void theNewestAttemptsAreKept() {
        for (int i = 0; i < DeliveryLog.KEPT + 5; i++) {
            Delivery delivery = take().orElseThrow();
            deliveries.settle(delivery, DeliveryOutcome.postponed("no " + i, 429, Optional.of(LEASE)), TOOK);
            due();
        }

        List<Attempt> attempts = log.attempts(project, entry().id());
        assertThat(attempts).hasSize(DeliveryLog.KEPT);
        assertThat(attempts.getFirst().what()).isEqualTo("no " + (DeliveryLog.KEPT + 4));
        assertThat(attempts.getFirst().took()).isEqualTo(TOOK);
    }

    @Test
    void aLongAnswerIsClippedBetweenCharacters() {
        assertThat(DeliveryLog.clipped("\uD83D\uDE00".repeat(2_000))).isEqualTo("\uD83D\uDE00".repeat(1_000) + "…");
    }

    private void fail(int attempt) {
        due();
        Delivery delivery = take().orElseThrow();
        assertThat(delivery.attempts()).isEqualTo(attempt);
        deliveries.settle(delivery, DeliveryOutcome.failed("down", 503, Optional.empty()), TOOK);
    }

    private Optional<Delivery> take() {
        return deliveries.take(KINDS, LEASE);
    }

    private Entry entry() {
        return log.entries(project, Optional.empty(), Optional.empty(), new PageOf(0, 10))
                .getFirst();
    }

    private long secondsToNextTry() {
        return Duration.between(Instant.now(), entry().nextTry().orElseThrow()).toSeconds();
    }

    private void due() {
        execute("update delivery set not_before = now() where project_id = ?");
    }

    private void execute(String sql) {
        database.execute(handle -> handle.execute(sql, project));
    }
}
