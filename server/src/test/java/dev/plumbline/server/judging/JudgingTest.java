package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.queue.Job;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.regression.RegressionEvents;
import dev.plumbline.server.regression.RegressionGrouping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingTest {

    @TempDir
    Path folder;

    private final Random noise = new Random(20260101);
    private Database database;
    private long project;
    private Uploads uploads;
    private Jobs jobs;
    private Judging judging;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        project = new Projects(database).create("acme", "Acme", "main", true).id();
        uploads = new Uploads(database, project, folder);
        jobs = new Jobs(database);
        judging = new Judging(
                database,
                new RunJudging(SegmentationSettings.defaults(), JudgeSettings.defaults()),
                new RegressionGrouping(),
                new RegressionEvents(List.of()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstRunIsInconclusiveForWantOfABaseline() {
        long run = uploads.upload(0, document(1)).id();

        work();

        assertThat(outcomes(run)).containsOnly("inconclusive");
        assertThat(texts("select distinct unnest(reasons) from verdict where project_id = ? and run_id = ?", run))
                .contains("no-baseline");
    }

    @Test
    void aClearShiftIsOneRegressionWithItsCommitRange() {
        uploadHistory(0, 12, 1);
        long[] slower = uploadHistory(12, 20, 1.5);

        work();

        assertThat(outcomes(slower[0])).containsOnly("regressed");
        // One shift is one regression: every run behind it is compared with the new level.
        assertThat(outcomes(slower[7])).doesNotContain("regressed");
        assertThat(texts(
                        "select run_id || ' ' || state from regression where project_id = ? and worse and run_id > ?",
                        0))
                .containsExactly(slower[0] + " confirmed");
        assertThat(number("select count(*) from change_point where project_id = ? and run_id = ?", slower[0]))
                .isEqualTo(4);
    }

    @Test
    void judgingAgainReplacesWhatWasSaid() {
        uploadHistory(0, 12, 1);
        long[] slower = uploadHistory(12, 18, 1.5);
        work();
        List<String> before = state();

        for (long run : slower) {
            jobs.judgeAgain(project, run);
        }
        work();

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aRegressionThatComesBackIsFixed() {
        uploadHistory(0, 12, 1);
        uploadHistory(12, 24, 1.5);
        long[] back = uploadHistory(24, 34, 1);

        work();

        assertThat(texts(
                        "select state || ' ' || fixed_run_id from regression where project_id = ? and worse and run_id"
                                + " > ?",
                        0))
                .containsExactly("fixed " + back[0]);
    }

    @Test
    void aBackfilledRunIsJudgedByWhatLiesBeforeItAndItsFollowerAgain() {
        uploadHistory(0, 8, 1);
        long after = uploads.upload(20, document(1)).id();
        work();
        long between = uploads.upload(15, document(1.5)).id();

        Job first = jobs.take(Duration.ofMinutes(1)).orElseThrow();
        judging.handle(first);

        assertThat(first.runId()).isEqualTo(between);
        assertThat(outcomes(between)).containsOnly("regressed");
        assertThat(number("select max(baseline_runs) from verdict where project_id = ? and run_id = ?", between))
                .isEqualTo(8);
        assertThat(jobs.take(Duration.ofMinutes(1))).map(Job::runId).contains(after);
    }

    @Test
    void aTopicBranchIsComparedWithTheSegmentOfItsAncestorAndChangesNothingOnTheBaseBranch() {
        uploadHistory(0, 12, 1);
        uploadHistory(12, 24, 1.5);
        // Branched off commit 11, before the base branch got slower.
        long topic = uploads.uploadTopic("topic", 11, document(1.5)).id();
        work();

        assertThat(outcomes(topic)).containsOnly("regressed");
        assertThat(number("select max(baseline_runs) from verdict where project_id = ? and run_id = ?", topic))
                .isEqualTo(12);
        assertThat(number("select count(*) from change_point where project_id = ? and run_id = ?", topic))
                .isZero();
    }

    private long[] uploadHistory(int from, int to, double factor) {
        long[] runs = new long[to - from];
        for (int i = from; i < to; i++) {
            runs[i - from] = uploads.upload(i, document(factor)).id();
        }
        return runs;
    }

    /** Four benchmarks of 100 to 400 ns/op, three forks each with 1 % of noise. */
    private String document(double factor) {
        JmhDocuments document = new JmhDocuments();
        for (int benchmark = 1; benchmark <= 4; benchmark++) {
            double[] forks = new double[3];
            for (int fork = 0; fork < forks.length; fork++) {
                forks[fork] = 100 * benchmark * factor * Math.exp(0.01 * noise.nextGaussian());
            }
            document.with("a.B.number" + benchmark, forks);
        }
        return document.json();
    }

    private void work() {
        for (Optional<Job> job = jobs.take(Duration.ofMinutes(1));
                job.isPresent();
                job = jobs.take(Duration.ofMinutes(1))) {
            judging.handle(job.get());
        }
    }

    private List<String> outcomes(long run) {
        return texts("select outcome from verdict where project_id = ? and run_id = ?", run);
    }

    private List<String> state() {
        return texts("""
                select run_id || ' ' || series_id || ' ' || outcome || ' ' || coalesce(ratio, 0) from verdict
                where project_id = ? and run_id > ?
                union all
                select 'shift ' || run_id || ' ' || series_id || ' ' || ratio || ' ' || coalesce(regression_id, 0)
                from change_point
                union all
                select 'regression ' || regression_id || ' ' || run_id || ' ' || state || ' ' || updated_at
                from regression
                order by 1
                """, 0);
    }

    private List<String> texts(String sql, long run) {
        return uploads.texts(sql, run);
    }

    private long number(String sql, long run) {
        return Long.parseLong(texts(sql, run).getFirst());
    }
}
