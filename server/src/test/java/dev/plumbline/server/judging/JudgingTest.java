package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.queue.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingTest {

    @TempDir
    Path folder;

    private JudgedProject project;

    private final Random noise = new Random(20260101);

    @BeforeEach
    void open() {
        project = new JudgedProject(folder);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void theFirstRunIsInconclusiveForWantOfABaseline() {
        long run = project.uploads.upload(0, document(1)).id();

        project.work();

        assertThat(project.outcomes(run)).containsOnly("inconclusive");
        assertThat(project.texts(
                        "select distinct unnest(reasons) from verdict where project_id = ? and run_id = ?", run))
                .contains("no-baseline");
    }

    @Test
    void aClearShiftIsOneRegressionWithItsCommitRange() {
        uploadHistory(0, 12, 1);
        long[] slower = uploadHistory(12, 20, 1.5);

        project.work();

        assertThat(project.outcomes(slower[0])).containsOnly("regressed");
        // One shift is one regression: every run behind it is compared with the new level.
        assertThat(project.outcomes(slower[7])).doesNotContain("regressed");
        assertThat(project.texts(
                        "select run_id || ' ' || state from regression where project_id = ? and worse and run_id > ?",
                        0))
                .containsExactly(slower[0] + " confirmed");
        assertThat(project.number("select count(*) from change_point where project_id = ? and run_id = ?", slower[0]))
                .isEqualTo(4);
    }

    @Test
    void judgingAgainReplacesWhatWasSaid() {
        uploadHistory(0, 12, 1);
        long[] slower = uploadHistory(12, 18, 1.5);
        project.work();
        List<String> before = state();

        for (long run : slower) {
            project.jobs.judgeAgain(project.id, run);
        }
        project.work();

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aRegressionThatComesBackIsFixed() {
        uploadHistory(0, 12, 1);
        uploadHistory(12, 24, 1.5);
        long[] back = uploadHistory(24, 34, 1);

        project.work();

        assertThat(project.texts(
                        "select state || ' ' || fixed_run_id from regression where project_id = ? and worse and run_id"
                                + " > ?",
                        0))
                .containsExactly("fixed " + back[0]);
    }

    @Test
    void aBackfilledRunIsJudgedByWhatLiesBeforeItAndItsFollowerAgain() {
        uploadHistory(0, 8, 1);
        long after = project.uploads.upload(20, document(1)).id();
        project.work();
        long between = project.uploads.upload(15, document(1.5)).id();

        Job first = project.take().orElseThrow();
        project.judge(first);

        assertThat(first.runId()).isEqualTo(between);
        assertThat(project.outcomes(between)).containsOnly("regressed");
        assertThat(project.number(
                        "select max(baseline_runs) from verdict where project_id = ? and run_id = ?", between))
                .isEqualTo(8);
        assertThat(project.take()).map(Job::runId).contains(after);
    }

    @Test
    void aTopicBranchIsComparedWithTheSegmentOfItsAncestorAndChangesNothingOnTheBaseBranch() {
        uploadHistory(0, 12, 1);
        uploadHistory(12, 24, 1.5);
        // Branched off commit 11, before the base branch got slower.
        long topic = project.uploads.uploadTopic("topic", 11, document(1.5)).id();
        project.work();

        assertThat(project.outcomes(topic)).containsOnly("regressed");
        assertThat(project.number("select max(baseline_runs) from verdict where project_id = ? and run_id = ?", topic))
                .isEqualTo(12);
        assertThat(project.number("select count(*) from change_point where project_id = ? and run_id = ?", topic))
                .isZero();
    }

    private long[] uploadHistory(int from, int to, double factor) {
        long[] runs = new long[to - from];
        for (int i = from; i < to; i++) {
            runs[i - from] = project.uploads.upload(i, document(factor)).id();
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

    private List<String> state() {
        return project.texts("""
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
}
