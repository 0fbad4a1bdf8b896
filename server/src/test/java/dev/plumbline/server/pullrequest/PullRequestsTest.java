package dev.plumbline.server.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.PointTables;
import dev.plumbline.server.history.SeriesHistory;
import dev.plumbline.server.history.SeriesHistoryQueries;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.RunMetadata;
import dev.plumbline.server.ingest.RunRole;
import dev.plumbline.server.ingest.Sent;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.pullrequest.KnownPullRequest.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullRequestsTest {

    private static final String DOCUMENT =
            new JmhDocuments().with("a.B.one", 10, 11, 12).json();

    @TempDir
    Path folder;

    private Database database;
    private long project;
    private Uploads uploads;
    private PullRequests pullRequests;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        project = new Projects(database).create("acme", "Acme", "main", true).id();
        uploads = new Uploads(database, project, folder);
        pullRequests = new PullRequests(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anUploadMakesItKnownAndTheNextOneMovesItsHead() {
        uploads.upload(Sent.of("topic", 50).pullRequest(7).onto("release").metadata(), DOCUMENT);
        uploads.upload(Sent.of("topic", 51).pullRequest(7).metadata(), DOCUMENT);

        KnownPullRequest known = pullRequests.find(project, 7).orElseThrow();
        assertThat(known.state()).isEqualTo(State.OPEN);
        assertThat(known.headSha()).contains(Uploads.sha(51));
        assertThat(known.baseBranch()).contains("release");
        assertThat(pullRequests.open(project)).containsExactly(known);
        assertThat(pullRequests.list(project, new PageOf(0, 10))).containsExactly(known);
    }

    @Test
    void whatTheForgeSaysHoldsAgainstUploads() {
        pullRequests.changed(project, news(7, State.OPEN, 60, "main"));
        uploads.upload(Sent.of("topic", 51).pullRequest(7).onto("release").metadata(), DOCUMENT);

        KnownPullRequest known = pullRequests.find(project, 7).orElseThrow();
        assertThat(known.headSha()).contains(Uploads.sha(60));
        assertThat(known.baseBranch()).contains("main");
        assertThat(known.title()).isEqualTo("Faster");
    }

    @Test
    void aRetargetedOneIsJudgedAgainInEachEnvironment() {
        uploads.upload(Sent.of("topic", 50).pullRequest(7).in("old").metadata(), DOCUMENT);
        long one = uploads.upload(Sent.of("topic", 51).pullRequest(7).metadata(), DOCUMENT)
                .id();
        long two = uploads.upload(Sent.of("topic", 51).pullRequest(7).in("old").metadata(), DOCUMENT)
                .id();
        forgetJobs();

        assertThat(pullRequests.changed(project, news(7, State.OPEN, 51, "release")))
                .isTrue();

        assertThat(waiting()).containsExactly(String.valueOf(one), String.valueOf(two));
    }

    @Test
    void anotherHeadIsJudgedOnlyWhereItWasMeasured() {
        uploads.upload(Sent.of("topic", 50).pullRequest(7).in("old").metadata(), DOCUMENT);
        long head = uploads.upload(Sent.of("topic", 51).pullRequest(7).metadata(), DOCUMENT)
                .id();
        uploads.upload(Sent.of("topic", 52).pullRequest(7).metadata(), DOCUMENT);
        pullRequests.changed(project, news(7, State.OPEN, 52, ""));
        forgetJobs();

        pullRequests.changed(project, news(7, State.OPEN, 51, ""));

        assertThat(waiting()).containsExactly(String.valueOf(head));
    }

    @Test
    void aClosedOneIsNotJudgedAgainUntilItIsOpenedAgain() {
        uploads.upload(Sent.of("topic", 51).pullRequest(7).metadata(), DOCUMENT);
        forgetJobs();

        assertThat(pullRequests.changed(project, news(7, State.MERGED, 51, "release")))
                .isFalse();
        assertThat(pullRequests.open(project)).isEmpty();
        assertThat(waiting()).isEmpty();

        assertThat(pullRequests.changed(project, news(7, State.OPEN, 51, "release")))
                .isTrue();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void newsThatChangeNothingAskForNothing() {
        uploads.upload(Sent.of("topic", 51).pullRequest(7).onto("main").metadata(), DOCUMENT);
        forgetJobs();

        assertThat(pullRequests.changed(project, news(7, State.OPEN, 51, "main")))
                .isFalse();

        assertThat(waiting()).isEmpty();
    }

    @Test
    void runsOfPullRequestsAndPairsAreNoBaseline() {
        uploads.upload(Sent.main(3).metadata(), DOCUMENT);
        long pull = uploads.upload(Sent.of("topic", 51).from(3).pullRequest(7).metadata(), DOCUMENT)
                .id();
        long base = uploads.upload(Sent.main(3).as(RunRole.PAIR_BASE).metadata(), DOCUMENT)
                .id();
        long head = uploads.upload(Sent.of("topic", 52).from(3).pairedWith(base).metadata(), DOCUMENT)
                .id();

        assertThat(uploads.texts(
                        "select run_id::text from run where project_id = ? and run_id > ? and not baseline_eligible"
                                + " order by 1",
                        0))
                .containsExactlyInAnyOrder(String.valueOf(pull), String.valueOf(base), String.valueOf(head));
        // The base's side has no verdict of its own.
        assertThat(waiting()).doesNotContain(String.valueOf(base)).contains(String.valueOf(head));
    }

    @Test
    void theTrendOfABranchLeavesOutWhatIsNoMeasurementOfIt() {
        long measured = uploads.upload(Sent.main(3).metadata(), DOCUMENT).id();
        long base = uploads.upload(Sent.main(3).as(RunRole.PAIR_BASE).metadata(), DOCUMENT)
                .id();
        uploads.upload(Sent.main(4).pairedWith(base).metadata(), DOCUMENT);
        long pull = uploads.upload(Sent.of("topic", 51).from(3).pullRequest(7).metadata(), DOCUMENT)
                .id();

        assertThat(drawn(measured)).containsExactly(measured);
        // A pull request's own trend shows its runs.
        assertThat(drawn(pull)).containsExactly(pull);
        String series = "select series_id::text from series where project_id = ? and series_id > ?";
        List<PointTables.Point> points = new PointTables(database)
                .points(
                        project,
                        Long.parseLong(uploads.texts(series, 0).getFirst()),
                        "main",
                        PointTables.End.OPEN,
                        PointTables.End.OPEN,
                        100);
        assertThat(points).hasSize(1);
    }

    /** The runs that the trend of a run's branch shows. */
    private List<Long> drawn(long run) {
        String branch = "select branch_id::text from run where project_id = ? and run_id = ?";
        String environment = "select environment_id::text from run where project_id = ? and run_id = ?";
        String series = "select series_id::text from series where project_id = ? and series_id > ?";
        HistoryScope scope = new HistoryScope(
                project,
                Long.parseLong(uploads.texts(environment, run).getFirst()),
                Long.parseLong(uploads.texts(branch, run).getFirst()));
        return new SeriesHistoryQueries(database)
                .load(scope, Long.parseLong(uploads.texts(series, 0).getFirst())).points().stream()
                        .map(SeriesHistory.Point::runId)
                        .toList();
    }

    @Test
    void aPairTakesAnUploadedBaseSideOfTheSameEnvironment() {
        long measured = uploads.upload(Sent.main(3).metadata(), DOCUMENT).id();
        long elsewhere = uploads.upload(
                        Sent.main(3).as(RunRole.PAIR_BASE).in("other").metadata(), DOCUMENT)
                .id();
        for (long base : new long[] {measured, elsewhere, 999_999}) {
            RunMetadata head = Sent.of("topic", 52).pairedWith(base).metadata();
            assertThatThrownBy(() -> uploads.upload(head, DOCUMENT))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("pairedWith is " + base);
        }
        assertThatThrownBy(() -> Sent.of("topic", 1)
                        .as(RunRole.PAIR_BASE)
                        .pairedWith(measured)
                        .metadata())
                .hasMessageContaining("only the head's upload may have it");
    }

    private static PullRequestNews news(int number, State state, int head, String baseBranch) {
        return new PullRequestNews(number, state, Uploads.sha(head), baseBranch, "Faster", "ada", "ada/fork");
    }

    private void forgetJobs() {
        database.execute(handle -> handle.execute("delete from job"));
    }

    private List<String> waiting() {
        return uploads.texts("select run_id::text from job where project_id = ? and run_id > ? order by run_id", 0);
    }
}
