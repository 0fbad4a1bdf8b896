package dev.plumbline.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.judging.Judging;
import dev.plumbline.server.judging.RunJudging;
import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Messages;
import dev.plumbline.server.notification.message.Notification;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.thread.NotifiedRegression;
import dev.plumbline.server.notification.thread.NotifiedRegressionQueries;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.queue.Job;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.site.part.ChangeCard;
import dev.plumbline.server.site.part.SparklinePictures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide stands beside what the detector says, and both are written down. */
class TriageTest {

    @TempDir
    Path folder;

    private final Random noise = new Random(20260909);
    private final List<RegressionEvent> heard = new ArrayList<>();
    private Database database;
    private long project;
    private Uploads uploads;
    private Jobs jobs;
    private Judging judging;
    private Triage triage;
    private RegressionQueries queries;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        project = new Projects(database).create("acme", "Acme", "main", true).id();
        uploads = new Uploads(database, project, folder);
        jobs = new Jobs(database);
        RegressionEvents events = new RegressionEvents(List.of((handle, of, event) -> heard.add(event)));
        judging = new Judging(
                database,
                new RunJudging(SegmentationSettings.defaults(), JudgeSettings.defaults()),
                new RegressionGrouping(),
                events,
                List.of());
        triage = new Triage(database, events);
        queries = new RegressionQueries(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRegressionIsOpenedAndConfirmedOnce() {
        measure(0, 12, 1);
        measure(12, 20, 1.5);

        assertThat(heard.stream().filter(event -> event.regressionId() == regression()))
                .extracting(RegressionEvent::kind)
                .containsExactly(RegressionEvent.Kind.OPENED, RegressionEvent.Kind.CONFIRMED);
        assertThat(heard).allSatisfy(event -> assertThat(event.who()).isEqualTo("plumbline"));
    }

    @Test
    void backfilledRunsNarrowTheRangeAndWhatPeopleDecidedStays() {
        measure(0, 12, 1);
        measure(19, 27, 1.5);
        long regression = regression();
        triage.decide(project, regression, "Ada", Optional.of(Triage.Decision.ACKNOWLEDGED), "seen");
        triage.assign(project, regression, "Ada", "Grace");
        Narrowing before = narrowing(regression);

        measure(15, 16, 1.5);
        measure(14, 15, 1);

        assertThat(before.candidates()).hasSize(7);
        assertThat(before.builds()).isEqualTo(3);
        assertThat(before.measureNext().getFirst()).isEqualTo(Uploads.sha(15));
        assertThat(narrowing(regression).candidates()).isEmpty();
        assertThat(narrowing(regression).bad()).isEqualTo(Uploads.sha(15));
        assertThat(uploads.texts("""
                        select regression_id || ' ' || status || ' ' || assignee
                        from regression where project_id = ? and worse and regression_id > ?
                        """, 0)).containsExactly(regression + " acknowledged Grace");
        assertThat(events(regression))
                .contains("moved", "acknowledged", "assigned")
                .doesNotContain("retracted");
    }

    @Test
    void aShiftBetweenTwoRunsOfOneCommitIsTheMachines() {
        measure(0, 12, 1);
        for (int night = 0; night < 8; night++) {
            measure(11, 12, 1.5);
        }

        RegressionDetails details = queries.load(project, regression()).orElseThrow();

        assertThat(details.change().isWithinOneCommit()).isTrue();
        List<NotifiedRegression> told = database.read(handle -> NotifiedRegressionQueries.read(
                handle, project, List.of(details.change().id()), 5));
        Message message = Messages.of(new Notification.OfRegressions(
                new Notification.Head(
                        "https://plumbline.example.com",
                        "acme",
                        "Acme",
                        3,
                        "Team",
                        7,
                        true,
                        Instant.EPOCH,
                        ForgeLinks.NONE),
                NotificationEvent.CONFIRMED,
                told,
                ""));
        assertThat(message.sections()).allSatisfy(section -> {
            assertThat(section.commits()).isEmpty();
            assertThat(section.sentences())
                    .contains("On main in lab, both levels were measured at "
                            + Uploads.sha(11).substring(0, 8)
                            + ", so the code didn't cause it: the machine did.");
        });
        ChangeCard card = ChangeCard.of(
                details.change(), details.histories(), new Links("acme"), new SparklinePictures(new ChartRenderer()));
        assertThat(card.commit().author()).isEmpty();
        assertThat(card.range()).startsWith("where both levels were measured, so the code didn't cause it");
    }

    @Test
    void whatWasFixedAndComesBackIsTheSameRegressionReopened() {
        measure(0, 12, 1);
        measure(12, 22, 1.5);
        long regression = regression();
        triage.decide(project, regression, "Ada", Optional.of(Triage.Decision.ACKNOWLEDGED), "");
        measure(22, 32, 1);
        String fixed = status(regression);

        measure(32, 42, 1.5);

        assertThat(fixed).isEqualTo("fixed");
        assertThat(status(regression)).isEqualTo("reopened");
        assertThat(events(regression)).containsSubsequence("opened", "acknowledged", "fixed", "reopened");
        assertThat(uploads.texts(
                        "select regression_id from regression where project_id = ? and worse and run_id > ?", 0))
                .hasSize(1);
        assertThat(queries.load(project, regression).orElseThrow().change().series())
                .hasSize(4);
    }

    @Test
    void aFalseAlarmThatFurtherRunsConfirmStaysOneAndSaysSo() {
        measure(0, 12, 1);
        measure(12, 13, 1.5);
        long regression = regression();
        triage.decide(project, regression, "Ada", Optional.of(Triage.Decision.FALSE_ALARM), "a noisy neighbour");

        measure(13, 20, 1.5);

        assertThat(status(regression)).isEqualTo("false-alarm");
        assertThat(queries.load(project, regression)
                        .orElseThrow()
                        .change()
                        .triage()
                        .detected())
                .isEqualTo(DetectorState.CONFIRMED);
        RegressionEvent last = heard.getLast();
        assertThat(last.kind()).isEqualTo(RegressionEvent.Kind.CONFIRMED);
        assertThat(last.to()).isEqualTo(RegressionState.FALSE_ALARM);
        assertThat(queries.precision(project)).isEqualTo(new PrecisionCounts(0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aDecisionThatIsTakenBackLeavesWhatTheDetectorSays() {
        measure(0, 12, 1);
        measure(12, 20, 1.5);
        long regression = regression();
        triage.decide(project, regression, "Ada", Optional.of(Triage.Decision.EXPECTED), "");
        PrecisionCounts expected = queries.precision(project);

        triage.decide(project, regression, "Grace", Optional.empty(), "not by design after all");

        assertThat(expected.real()).isEqualTo(1);
        assertThat(status(regression)).isEqualTo("confirmed");
        assertThat(queries.precision(project).undecided()).isEqualTo(1);
    }

    @Test
    void anotherProjectsRegressionIsNotThere() {
        measure(0, 12, 1);
        measure(12, 20, 1.5);
        long other =
                new Projects(database).create("other", "Other", "main", true).id();

        assertThat(triage.note(other, regression(), "Eve", "mine")).isFalse();
        assertThat(queries.load(other, regression())).isEmpty();
    }

    @Test
    void aSuspicionIsNotOpenAndSaysWhatItWasWhenItIsTakenBack() {
        measure(0, 12, 1);
        measure(12, 13, 1.5);
        assertThat(status(regression())).isEqualTo("suspected");
        assertThat(listed("open")).isEmpty();
        assertThat(listed("suspected")).containsExactly(regression());

        measure(13, 18, 1);

        assertThat(status(regression())).isEqualTo("retracted");
        assertThat(queries.load(project, regression()).orElseThrow().events())
                .filteredOn(event -> event.event() == RegressionEvent.Kind.OPENED)
                .singleElement()
                .satisfies(event -> assertThat(event.note())
                        .matches("a\\.B\\.number\\d score \\+[45]\\d\\.\\d %, and 3 more series"));
    }

    private List<Long> listed(String state) {
        RegressionFilter filter = new RegressionFilter(
                RegressionFilter.statesOf(state),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return queries.list(project, filter, new PageOf(0, 50)).regressions().stream()
                .map(RegressionSummary::id)
                .toList();
    }

    private Narrowing narrowing(long regression) {
        return Narrowing.of(queries.load(project, regression).orElseThrow());
    }

    private long regression() {
        return Long.parseLong(
                uploads.texts("select regression_id from regression where project_id = ? and worse and run_id > ?", 0)
                        .getFirst());
    }

    private String status(long regression) {
        return uploads.texts("select status from regression where project_id = ? and regression_id = ?", regression)
                .getFirst();
    }

    private List<String> events(long regression) {
        return uploads.texts(
                "select event from regression_event where project_id = ? and regression_id = ? order by event_id",
                regression);
    }

    /** Uploads a run of each commit and judges it; four benchmarks, three forks each with 1 % of noise. */
    private void measure(int from, int to, double factor) {
        for (int commit = from; commit < to; commit++) {
            JmhDocuments document = new JmhDocuments();
            for (int benchmark = 1; benchmark <= 4; benchmark++) {
                double[] forks = new double[3];
                for (int fork = 0; fork < forks.length; fork++) {
                    forks[fork] = 100 * benchmark * factor * Math.exp(0.01 * noise.nextGaussian());
                }
                document.with("a.B.number" + benchmark, forks);
            }
            uploads.upload(commit, document.json());
            for (Optional<Job> job = jobs.take(Duration.ofMinutes(1));
                    job.isPresent();
                    job = jobs.take(Duration.ofMinutes(1))) {
                judging.handle(job.get());
            }
        }
    }
}
