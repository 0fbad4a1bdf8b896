package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Rung;
import dev.plumbline.server.ingest.Sent;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.pullrequest.ForgeBindings;
import dev.plumbline.server.pullrequest.KnownPullRequest;
import dev.plumbline.server.pullrequest.PullRequestNews;
import dev.plumbline.server.queue.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an open pull request is judged again, and when not. */
class JudgedAgainTest {

    @TempDir
    Path folder;

    private JudgedProject project;

    @BeforeEach
    void open() {
        project = new JudgedProject(folder);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void whenTheBaselineComesLater() {
        long run = project.upload(Sent.of("topic", 500).from(3).pullRequest(7), 1.5);
        project.work();
        assertThat(project.baseline(run).rung()).isEqualTo(Rung.NONE);

        long base = project.upload(Sent.main(3), 1);

        assertThat(project.work()).containsExactly(base, run);
        assertThat(project.baseline(run).rung()).isEqualTo(Rung.MERGE_BASE);
        assertThat(project.outcomes(run)).containsOnly("regressed");
    }

    @Test
    void whenANearerBaselineComesLater() {
        project.history(0, 3, 1);
        long run = project.upload(Sent.of("topic", 500).from(6).pullRequest(7), 1);
        project.work();
        // No log of the base branch told of its commits behind number 2 so far.
        assertThat(project.baseline(run).mergeBase()).contains(Uploads.sha(2));

        long base = project.upload(Sent.main(6), 1);

        assertThat(project.work()).containsExactly(base, run);
        assertThat(project.baseline(run).rung()).isEqualTo(Rung.MERGE_BASE);
        assertThat(project.baseline(run).commit()).contains(Uploads.sha(6));
    }

    @Test
    void notWhenTheBaseBranchMovesOnBehindItsMergeBase() {
        project.history(0, 8, 1);
        long run = project.upload(Sent.of("topic", 500).from(5).pullRequest(7), 1);
        project.work();

        long next = project.upload(Sent.main(8), 1);

        assertThat(project.work()).containsExactly(next).doesNotContain(run);
    }

    @Test
    void whenALevelOfItsSegmentMoves() {
        project.history(0, 12, 1);
        project.history(12, 13, 1.5);
        // Compared with the slower level, of which only the beginning is known.
        long run = project.upload(Sent.of("topic", 500).from(12).pullRequest(7), 1.5);
        project.work();
        String shifts = "select string_agg(distinct state, ' ') from change_point where project_id = ? and run_id > ?";
        assertThat(project.texts(shifts, 0)).containsExactly("suspected");

        List<Long> judged = new ArrayList<>();
        for (int commit = 13; commit < 20; commit++) {
            project.upload(Sent.main(commit), 1.5);
            judged.addAll(project.work());
        }

        assertThat(project.texts(shifts, 0)).containsExactly("confirmed");
        assertThat(judged).contains(run);
        assertThat(project.outcomes(run)).doesNotContain("regressed");
    }

    @Test
    void whenItIsRetargeted() {
        project.history(0, 8, 1);
        for (int commit = 600; commit < 608; commit++) {
            project.upload(Sent.of("release", commit).from(3), 1.5);
        }
        long run = project.upload(Sent.of("topic", 500).from(3).pullRequest(7).onto("main"), 1.5);
        project.work();
        assertThat(project.outcomes(run)).containsOnly("regressed");

        project.pullRequests.changed(
                project.id,
                new PullRequestNews(7, KnownPullRequest.State.OPEN, Uploads.sha(500), "release", "", "", ""));

        assertThat(project.work()).containsExactly(run);
        assertThat(project.baseline(run).branch()).isEqualTo("release");
        assertThat(project.outcomes(run)).doesNotContain("regressed");
    }

    @Test
    void whenTheBranchThatItIsForIsMeasuredLater() {
        project.history(0, 4, 1);
        long run = project.upload(Sent.of("topic", 500).from(3).pullRequest(7).onto("release"), 1.5);
        project.work();
        assertThat(project.baseline(run).branch()).isEqualTo("main");

        long release = project.upload(Sent.of("release", 600).from(3), 1.5);

        assertThat(project.work()).containsExactly(release, run);
        assertThat(project.baseline(run).branch()).isEqualTo("release");
    }

    @Test
    void notOnceItIsClosed() {
        long run = project.upload(Sent.of("topic", 500).from(3).pullRequest(7), 1.5);
        project.work();
        project.pullRequests.changed(
                project.id, new PullRequestNews(7, KnownPullRequest.State.MERGED, "", "", "", "", ""));

        project.upload(Sent.main(3), 1);

        assertThat(project.work()).doesNotContain(run);
    }

    @Test
    void onlyItsNewestRunOfEachEnvironment() {
        project.upload(Sent.of("topic", 500).from(3).pullRequest(7), 1);
        long newest = project.upload(Sent.of("topic", 501).from(3).pullRequest(7), 1);
        long elsewhere =
                project.upload(Sent.of("topic", 501).from(3).pullRequest(7).in("arm"), 1);
        project.work();

        long base = project.upload(Sent.main(3), 1);

        assertThat(project.work()).containsExactly(base, newest).doesNotContain(elsewhere);
    }

    @Test
    void aBaselineThatComesWhileItIsJudgedIsNotMissed() {
        long run = project.upload(Sent.of("topic", 500).from(3).pullRequest(7), 1.5);
        project.work();
        project.jobs.judgeAgain(project.id, run);
        Job begun = project.take().orElseThrow();
        project.upload(Sent.main(3), 1);
        project.work();

        // The first worker ends only now, with a job that was asked for again meanwhile.
        project.judge(begun);
        project.work();

        assertThat(project.baseline(run).rung()).isEqualTo(Rung.MERGE_BASE);
    }

    @Test
    void theForgeIsToldOfEachVerdictOnAPullRequestAndOfNoOther() {
        String told = "select key || ' ' || generation from delivery where project_id = ? and delivery_id > ?";
        new ForgeBindings(project.database).bind(project.id, "hub", "acme/acme");
        project.upload(Sent.main(3), 1);
        project.work();
        assertThat(project.texts(told, 0)).isEmpty();

        long run = project.upload(Sent.of("topic", 500).from(3).pullRequest(7), 1);
        assertThat(project.texts(told, 0)).containsExactly("7 0");
        project.work();
        assertThat(project.texts(told, 0)).containsExactly("7 1");

        project.jobs.judgeAgain(project.id, run);
        project.work();
        assertThat(project.texts(told, 0)).containsExactly("7 2");
    }

    /** Whatever the order, the end is the same. */
    @Test
    void inWhateverOrderRunsArrive() {
        String commit = "select baseline ->> 'commit' from run where project_id = ? and run_id = ?";
        for (int seed = 0; seed < 3; seed++) {
            try (JudgedProject other = new JudgedProject(folder)) {
                List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 500));
                Collections.shuffle(order, new Random(seed));
                long run = 0;
                for (int each : order) {
                    if (each == 500) {
                        run = other.upload(Sent.of("topic", 500).from(4).pullRequest(7), 1.5);
                    } else {
                        other.upload(Sent.main(each), 1);
                    }
                    other.work();
                }
                assertThat(other.baseline(run).rung()).as("%s", order).isEqualTo(Rung.MERGE_BASE);
                assertThat(other.texts(commit, run)).containsExactly(Uploads.sha(4));
                assertThat(other.number(
                                "select max(baseline_runs) from verdict where project_id = ? and run_id = ?", run))
                        .as("%s", order)
                        .isEqualTo(5);
                assertThat(other.outcomes(run)).containsOnly("regressed");
            }
        }
    }
}
