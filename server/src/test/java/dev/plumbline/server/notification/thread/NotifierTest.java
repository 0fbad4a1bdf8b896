package dev.plumbline.server.notification.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.ingest.SampleHistory;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.queue.Deliveries;
import dev.plumbline.server.queue.Delivery;
import dev.plumbline.server.regression.RegressionEvent;
import dev.plumbline.server.regression.RegressionState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifierTest {

    private Database database;
    private long project;
    private long regression;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        project = new SampleHistory(database).write("acme", "Acme", true).project();
        regression = number(
                "select regression_id from regression where project_id = :project and worse and state = 'confirmed'");
        execute("update commit set committed_at = now() where project_id = :project");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isToldOnceOfWhatIsConfirmed() {
        rule("*", "*", 0, NotificationEvent.usual());

        happens(RegressionEvent.Kind.OPENED, "suspected");
        assertThat(messages()).as("a suspicion is nobody's news").isEmpty();
        happens(RegressionEvent.Kind.CONFIRMED, "confirmed");
        happens(RegressionEvent.Kind.SUSPECTED, "suspected");
        happens(RegressionEvent.Kind.CONFIRMED, "confirmed");

        assertThat(messages()).containsExactly("confirmed");
    }

    @Test
    void whatHappensLaterIsInTheSameConversation() {
        rule("*", "*", 0, EnumSet.allOf(NotificationEvent.class));

        happens(RegressionEvent.Kind.OPENED, "confirmed");
        happens(RegressionEvent.Kind.ACKNOWLEDGED, "acknowledged");
        happens(RegressionEvent.Kind.FIXED, "fixed");
        happens(RegressionEvent.Kind.REOPENED, "reopened");
        happens(RegressionEvent.Kind.FIXED, "fixed");

        assertThat(messages()).containsExactly("opened", "confirmed", "triaged", "fixed", "reopened", "fixed");
        assertThat(number("select count(*) from announcement where project_id = :project"))
                .isEqualTo(1);
    }

    @Test
    void whoeverWasNotToldOfTheBeginningIsNotToldOfTheEnd() {
        rule("*", "*", 0, NotificationEvent.usual());

        happens(RegressionEvent.Kind.FIXED, "fixed");

        assertThat(messages()).isEmpty();
    }

    @Test
    void aShiftOfTheSuiteIsInOneMessageWithTheSeriesOfItsRun() {
        rule("*", "*", 0, NotificationEvent.usual());
        execute("""
            insert into regression (project_id, environment_id, branch_id, kind, worse, first_run_id, run_id,
                previous_run_id, state)
            select project_id, environment_id, branch_id, 'suite', true, run_id, run_id, previous_run_id, 'confirmed'
            from regression where project_id = :project and worse and state = 'confirmed'
            """);
        long suite = number("select max(regression_id) from regression where project_id = :project");
        execute("""
            insert into environment_shift (project_id, environment_id, branch_id, run_id, previous_run_id,
                earliest_run_id, latest_run_id, state, ratio, ratio_low, ratio_high, p_value, worse, moved, series,
                regression_id)
            select project_id, environment_id, branch_id, run_id, previous_run_id, run_id, run_id, 'confirmed', 1.08,
                1.05, 1.11, 1e-6, true, 5, 6, regression_id
            from regression where project_id = :project and kind = 'suite'
            """);

        database.execute(handle -> {
            happens(handle, regression, RegressionEvent.Kind.CONFIRMED, "confirmed");
            happens(handle, suite, RegressionEvent.Kind.CONFIRMED, "confirmed");
        });

        assertThat(messages()).containsExactly("confirmed");
        Delivery message = new Deliveries(database)
                .take(List.of(NotificationThreads.KIND), Duration.ofMinutes(1))
                .orElseThrow();
        NotificationThreads.Told told = new NotificationThreads(database)
                .load(
                        project,
                        Long.parseLong(message.subject().getOrDefault("rule", "")),
                        Long.parseLong(message.subject().getOrDefault("conversation", "")),
                        new ThreadEvent.OfRegressions(NotificationEvent.CONFIRMED),
                        Long.parseLong(message.subject().getOrDefault("at", "")))
                .orElseThrow();
        assertThat(told.opens()).isTrue();
        assertThat(told.regressions())
                .as("the suite first, its series behind it")
                .extracting(NotifiedRegression::id)
                .containsExactly(suite, regression);
        assertThat(told.regressions().getFirst().shift().orElseThrow().moved()).isEqualTo(5);
    }

    @Test
    void aRulesPatternsAndSizeChoose() {
        rule("com.other.*", "*", 0, NotificationEvent.usual());
        rule("*", "gc.*", 0, NotificationEvent.usual());
        rule("*", "*", 0.5, NotificationEvent.usual());
        happens(RegressionEvent.Kind.CONFIRMED, "confirmed");
        assertThat(messages()).isEmpty();

        rule("*.split", "score", 0.3, NotificationEvent.usual());
        happens(RegressionEvent.Kind.CONFIRMED, "confirmed");
        assertThat(messages()).as("it grew by 34 %").containsExactly("confirmed");
    }

    @Test
    void whatPeopleCallAFalseAlarmIsNotToldOfAgain() {
        rule("*", "*", 0, NotificationEvent.usual());

        happens(RegressionEvent.Kind.CONFIRMED, "false-alarm");

        assertThat(messages()).isEmpty();
    }

    @Test
    void aHistoryThatSomebodyUploadsIsNoNews() {
        rule("*", "*", 0, NotificationEvent.usual());
        execute("update commit set committed_at = now() - interval '61 days' where project_id = :project");

        happens(RegressionEvent.Kind.CONFIRMED, "confirmed");

        assertThat(messages()).isEmpty();
    }

    @Test
    void aRuleThatIsSwitchedOffHearsNothing() {
        rule("*", "*", 0, NotificationEvent.usual());
        execute("update notification_rule set enabled = false where project_id = :project");

        happens(RegressionEvent.Kind.CONFIRMED, "confirmed");

        assertThat(messages()).isEmpty();
    }

    private void rule(String benchmark, String metric, double minimum, Set<NotificationEvent> events) {
        new NotificationRules(database)
                .create(
                        project,
                        new NotificationRule.Wish(
                                "x", NotificationChannel.ISSUE, "", events, "*", benchmark, metric, minimum, true),
                        "secret");
    }

    private void happens(RegressionEvent.Kind kind, String to) {
        database.execute(handle -> happens(handle, regression, kind, to));
    }

    private void happens(Handle handle, long id, RegressionEvent.Kind kind, String to) {
        boolean byPeople = kind == RegressionEvent.Kind.ACKNOWLEDGED;
        new RegressionNotifier()
                .happened(
                        handle,
                        project,
                        new RegressionEvent(
                                1,
                                id,
                                byPeople ? "Ada" : RegressionEvent.DETECTOR,
                                kind,
                                Optional.empty(),
                                RegressionState.ofLabel(to).orElseThrow(),
                                ""));
    }

    private List<String> messages() {
        return database.read(handle -> handle.createQuery("""
            select subject ->> 'event' from delivery where project_id = :project order by delivery_id
            """)
                .bind("project", project)
                .mapTo(String.class)
                .list());
    }

    private long number(String sql) {
        return database.read(handle -> handle.createQuery(sql)
                .bind("project", project)
                .mapTo(long.class)
                .one());
    }

    private void execute(String sql) {
        database.execute(
                handle -> handle.createUpdate(sql).bind("project", project).execute());
    }
}
