package dev.plumbline.server.notification.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.notification.watch.Alarms;
import dev.plumbline.server.notification.watch.Watches;
import dev.plumbline.server.project.Projects;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

    private static final Duration LATELY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private Database database;
    private long project;
    private Uploads uploads;
    private Watchdog watchdog;
    private Alarms alarms;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        project = new Projects(database).create("acme", "Acme", "main", true).id();
        uploads = new Uploads(database, project, folder);
        watchdog = new Watchdog(database);
        alarms = new Alarms(database);
        rule("*", EnumSet.of(NotificationEvent.WATCHDOG));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRunThatDoesNotArriveIsAnnouncedOnceAndSoIsTheNextOne() {
        new Watches(database).put(project, "lab", "", Duration.ofHours(24), Duration.ofHours(2));
        uploads.upload(0, suite("a"));
        watchdog.look(LATELY);
        assertThat(alarms.open(project, 10)).as("none is due yet").isEmpty();

        pass(Duration.ofHours(25));
        watchdog.look(LATELY);
        assertThat(alarms.open(project, 10)).as("within the grace").isEmpty();
        pass(Duration.ofHours(2));
        watchdog.look(LATELY);
        watchdog.look(LATELY);

        assertThat(alarms.open(project, 10)).singleElement().satisfies(alarm -> {
            assertThat(alarm.environment()).isEqualTo("lab");
            assertThat(alarm.branch()).isEqualTo("main");
            assertThat(alarm.lastRun().orElseThrow().sha()).isEqualTo(Uploads.sha(0));
        });
        assertThat(messages()).containsExactly("missing");

        uploads.upload(1, suite("a"));
        watchdog.look(LATELY);
        watchdog.look(LATELY);

        assertThat(alarms.open(project, 10)).isEmpty();
        assertThat(messages()).containsExactly("missing", "back");
    }

    @Test
    void aWatchOfAnEnvironmentThatNeverMeasuredIsDueFromItsOwnBeginning() {
        new Watches(database).put(project, "elsewhere", "release", Duration.ofHours(1), Duration.ZERO);
        watchdog.look(LATELY);
        assertThat(alarms.open(project, 10)).isEmpty();

        pass(Duration.ofHours(2));
        watchdog.look(LATELY);

        assertThat(alarms.open(project, 10))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.lastRun()).isEmpty());
    }

    @Test
    void withoutAWatchNoRunIsMissed() {
        uploads.upload(0, suite("a"));
        pass(Duration.ofDays(90));

        watchdog.look(Duration.ofDays(365));

        assertThat(alarms.open(project, 10)).isEmpty();
    }

    @Test
    void benchmarksThatVanishTogetherAreOneMessageAndTheirReturnAnother() {
        history(0, 5, "a", "b", "c");
        history(5, 6, "a");
        watchdog.look(LATELY);
        watchdog.look(LATELY);

        assertThat(vanished()).containsExactlyInAnyOrder("dev.Suite.b", "dev.Suite.c");
        assertThat(alarms.open(project, 10))
                .allSatisfy(
                        alarm -> assertThat(alarm.lastRun().orElseThrow().sha()).isEqualTo(Uploads.sha(4)));
        assertThat(messages()).containsExactly("missing");

        history(7, 20, "a");
        watchdog.look(LATELY);
        assertThat(messages()).as("it is told of once").containsExactly("missing");

        history(20, 21, "a", "b", "c");
        watchdog.look(LATELY);

        assertThat(vanished()).isEmpty();
        assertThat(messages()).containsExactly("missing", "back");
    }

    @Test
    void aSuiteThatIsUploadedInPartsIsWholeWhenAllItsPartsAreThere() {
        for (int commit = 0; commit < 8; commit++) {
            uploads.upload(commit, suite("a"));
            uploads.upload(commit, suite("b"));
        }

        watchdog.look(LATELY);

        assertThat(vanished()).isEmpty();
    }

    @Test
    void aPartThatMayStillArriveIsMissedWithTheNextCommit() {
        for (int commit = 0; commit < 5; commit++) {
            uploads.upload(commit, suite("a"));
            uploads.upload(commit, suite("b"));
        }
        uploads.upload(5, suite("a"));
        watchdog.look(LATELY);
        assertThat(vanished()).as("the other part may follow").isEmpty();

        uploads.upload(6, suite("a"));
        watchdog.look(LATELY);

        assertThat(vanished()).containsExactly("dev.Suite.b");
    }

    @Test
    void whatIsLostInABurstOfUploadsIsMissedToo() {
        history(0, 5, "a", "b");
        history(5, 15, "a");

        watchdog.look(LATELY);

        assertThat(alarms.open(project, 10)).singleElement().satisfies(alarm -> {
            Alarm.Missing.Benchmark missing = (Alarm.Missing.Benchmark) alarm.missing();
            assertThat(missing.sinceCommit()).contains(Uploads.sha(5));
            assertThat(missing.failed()).isFalse();
        });
    }

    @Test
    void whatIsAcceptedAsRemovedIsNotMissedUntilItComesBack() {
        history(0, 5, "a", "b");
        history(5, 6, "a");
        watchdog.look(LATELY);
        long alarm = alarms.open(project, 10).getFirst().id();

        assertThat(alarms.accept(project, List.of(alarm), "Ada")).isEqualTo(1);
        assertThat(alarms.accept(project, List.of(alarm), "Ada"))
                .as("it has ended")
                .isZero();
        history(6, 8, "a");
        watchdog.look(LATELY);
        assertThat(vanished()).isEmpty();
        assertThat(messages()).as("a removal is no return").containsExactly("missing");

        history(8, 13, "a", "b");
        watchdog.look(LATELY);
        history(13, 14, "a");
        watchdog.look(LATELY);
        assertThat(vanished()).containsExactly("dev.Suite.b");
    }

    @Test
    void aBenchmarkThatIsMeasuredNowAndThenHasNotVanished() {
        for (int commit = 0; commit < 8; commit++) {
            uploads.upload(commit, commit % 2 == 0 && commit < 6 ? suite("a", "b") : suite("a"));
        }

        watchdog.look(LATELY);

        assertThat(vanished()).isEmpty();
    }

    @Test
    void aRuleIsToldOfItsOwnEnvironmentsAndEventsAlone() {
        rule("other-*", EnumSet.of(NotificationEvent.WATCHDOG));
        rule(
                "*",
                NotificationEvent.usual().stream()
                        .filter(event -> event != NotificationEvent.WATCHDOG)
                        .collect(Collectors.toSet()));
        history(0, 5, "a", "b");
        history(5, 7, "a");

        watchdog.look(LATELY);

        assertThat(messages()).containsExactly("missing");
    }

    private void rule(String environment, Set<NotificationEvent> events) {
        new NotificationRules(database)
                .create(
                        project,
                        new NotificationRule.Wish(
                                "x", NotificationChannel.ISSUE, "", events, environment, "*", "*", 0, true),
                        "secret");
    }

    private void history(int from, int to, String... benchmarks) {
        for (int commit = from; commit < to; commit++) {
            uploads.upload(commit, suite(benchmarks));
        }
    }

    private static String suite(String... benchmarks) {
        JmhDocuments documents = new JmhDocuments();
        for (String benchmark : benchmarks) {
            documents.with("dev.Suite." + benchmark, 10, 10.1, 9.9);
        }
        return documents.json();
    }

    private List<String> vanished() {
        return alarms.open(project, 100).stream()
                .map(alarm -> ((Alarm.Missing.Benchmark) alarm.missing()).name())
                .toList();
    }

    /** The events of the messages that wait to be sent, in their order. */
    private List<String> messages() {
        return database.read(handle -> handle.createQuery("""
            select subject ->> 'event' from delivery where project_id = :project order by delivery_id
            """)
                .bind("project", project)
                .mapTo(String.class)
                .list());
    }

    /** Moves everything that happened into the past. */
    private void pass(Duration time) {
        database.execute(handle -> {
            for (String statement : List.of(
                    "update run set uploaded_at = uploaded_at - :seconds * interval '1 second'",
                    "update watch set created_at = created_at - :seconds * interval '1 second'")) {
                handle.createUpdate(statement).bind("seconds", time.toSeconds()).execute();
            }
        });
    }
}
