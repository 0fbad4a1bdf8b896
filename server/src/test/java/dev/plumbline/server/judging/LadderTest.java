package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.RunRole;
import dev.plumbline.server.ingest.Sent;
import dev.plumbline.server.ingest.Uploads;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pull request's run is compared with. */
class LadderTest {

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
    void theMergeBaseIsTheFirstRung() {
        project.history(0, 12, 1);
        project.history(12, 24, 1.5);
        long run = project.upload(Sent.of("topic", 500).from(8).pullRequest(7), 1.5);

        project.work();

        Baseline baseline = project.baseline(run);
        assertThat(baseline.rung()).isEqualTo(Rung.MERGE_BASE);
        assertThat(baseline.commit()).contains(Uploads.sha(8));
        assertThat(baseline.mergeBase()).contains(Uploads.sha(8));
        assertThat(baseline.commitsBehindMergeBase()).hasValue(0);
        assertThat(baseline.commitsBehindHead()).hasValue(1);
        assertThat(baseline.days()).hasValue(1);
        assertThat(baseline.branch()).isEqualTo("main");
        assertThat(baseline.environment()).isEqualTo("lab");
        // The segment that ends with the merge base: commits 0 to 8, and not the slower level behind it.
        assertThat(project.outcomes(run)).containsOnly("regressed");
        assertThat(project.number("select max(baseline_runs) from verdict where project_id = ? and run_id = ?", run))
                .isEqualTo(9);
    }

    @Test
    void theNearestMeasuredAncestorIsTheSecond() {
        project.history(0, 6, 1);
        project.upload(Sent.main(20), 1.5);
        long run = project.upload(Sent.of("topic", 500).from(12).pullRequest(7), 1);

        project.work();

        Baseline baseline = project.baseline(run);
        assertThat(baseline.rung()).isEqualTo(Rung.NEAREST_ANCESTOR);
        assertThat(baseline.mergeBase()).contains(Uploads.sha(12));
        assertThat(baseline.commit()).contains(Uploads.sha(5));
        assertThat(baseline.commitsBehindMergeBase()).hasValue(7);
        assertThat(baseline.commitsBehindHead()).hasValue(8);
        assertThat(project.outcomes(run)).doesNotContain("improved", "regressed");
    }

    @Test
    void withoutALogItIsTheCurrentSegment() {
        project.history(0, 12, 1);
        long[] slower = project.history(12, 24, 1.5);
        long run = project.upload(Sent.of("topic", 500).pullRequest(7), 1.5);

        project.work();

        Baseline baseline = project.baseline(run);
        assertThat(baseline.rung()).isEqualTo(Rung.SEGMENT);
        assertThat(baseline.mergeBase()).isEmpty();
        assertThat(baseline.commitsBehindHead()).isEmpty();
        assertThat(baseline.run()).isEqualTo(slower[11]);
        assertThat(project.outcomes(run)).doesNotContain("regressed");
        assertThat(project.number("select max(baseline_runs) from verdict where project_id = ? and run_id = ?", run))
                .isEqualTo(12);
    }

    @Test
    void whereNoAncestorWasMeasuredItIsTheCurrentSegmentToo() {
        project.upload(Sent.main(20), 1);
        long run = project.upload(Sent.of("topic", 500).from(12).pullRequest(7), 1);

        project.work();

        assertThat(project.baseline(run).rung()).isEqualTo(Rung.SEGMENT);
        assertThat(project.baseline(run).mergeBase()).contains(Uploads.sha(12));
    }

    @Test
    void anotherEnvironmentIsNoBaselineAndIsNamed() {
        project.upload(Sent.main(3).in("ci-arm"), 1);
        project.upload(Sent.main(3).in("ci-x64"), 1);
        long run = project.upload(Sent.of("topic", 500).from(3).pullRequest(7), 1);

        project.work();

        Baseline baseline = project.baseline(run);
        assertThat(baseline.rung()).isEqualTo(Rung.NONE);
        assertThat(baseline.commit()).isEmpty();
        assertThat(baseline.otherEnvironments()).containsExactly("ci-arm", "ci-x64");
        assertThat(project.outcomes(run)).containsOnly("inconclusive");
        assertThat(project.texts(
                        "select distinct unnest(reasons) from verdict where project_id = ? and run_id = ?", run))
                .contains("no-baseline");
    }

    @Test
    void theBaseBranchOfThePullRequestComesBeforeTheProjects() {
        project.history(0, 8, 1);
        for (int commit = 600; commit < 608; commit++) {
            project.upload(Sent.of("release", commit).from(commit == 600 ? 2 : 3), 1.5);
        }
        long run = project.upload(Sent.of("topic", 500).from(3).pullRequest(7).onto("release"), 1.5);
        long unmeasured =
                project.upload(Sent.of("topic2", 501).from(3).pullRequest(8).onto("other"), 1.5);

        project.work();

        assertThat(project.baseline(run).branch()).isEqualTo("release");
        assertThat(project.outcomes(run)).doesNotContain("regressed");
        assertThat(project.baseline(unmeasured).branch()).isEqualTo("main");
        assertThat(project.outcomes(unmeasured)).containsOnly("regressed");
    }

    @Test
    void anotherBranchsLevelsAreToldApartWithoutStoredChangePoints() {
        for (int commit = 600; commit < 624; commit++) {
            project.upload(Sent.line("release", commit, 600), commit < 612 ? 1 : 1.5);
        }
        long run = project.upload(
                Sent.of("topic", 700).onLine(623, 600).pullRequest(7).onto("release"), 1.5);

        project.work();

        assertThat(project.baseline(run).rung()).isEqualTo(Rung.MERGE_BASE);
        assertThat(project.outcomes(run)).doesNotContain("regressed");
        assertThat(project.number("select max(baseline_runs) from verdict where project_id = ? and run_id = ?", run))
                .isEqualTo(12);
        assertThat(project.number("select count(*) from change_point where project_id = ? and run_id > ?", 0))
                .isZero();
    }

    @Test
    void noPathLetsAPullRequestsRunOrAPairIntoAWindow() {
        project.history(0, 6, 1);
        for (int i = 0; i < 6; i++) {
            // On the base branch by name and commit, and yet no baseline.
            project.upload(Sent.main(5).pullRequest(9).key("pull" + i), 3);
            long base = project.upload(Sent.main(5).as(RunRole.PAIR_BASE).key("base" + i), 3);
            project.upload(Sent.main(5).pairedWith(base).key("head" + i), 3);
        }
        long next = project.upload(Sent.main(6), 1);
        long pull = project.upload(Sent.of("topic", 500).from(5).pullRequest(7), 1);

        project.work();

        assertThat(project.outcomes(next)).doesNotContain("improved", "regressed");
        assertThat(project.outcomes(pull)).doesNotContain("improved", "regressed");
        assertThat(project.number("select max(baseline_runs) from verdict where project_id = ? and run_id = ?", next))
                .isEqualTo(6);
        assertThat(project.number("select max(baseline_runs) from verdict where project_id = ? and run_id = ?", pull))
                .isEqualTo(6);
        assertThat(project.number("select count(*) from change_point where project_id = ? and run_id > ?", 0))
                .isZero();
    }

    @Test
    void whatWasObservedOtherwiseAtTheBaselineIsKept() {
        project.upload(Sent.main(3).observed("{\"cpu\":\"EPYC 7\",\"os\":\"Linux 6.1\"}"), 1);
        long run = project.upload(
                Sent.of("topic", 500).from(3).pullRequest(7).observed("{\"cpu\":\"EPYC 9\",\"os\":\"Linux 6.1\"}"), 1);

        project.work();

        assertThat(project.baseline(run).observed()).singleElement().satisfies(difference -> {
            assertThat(difference.field()).isEqualTo("cpu");
            assertThat(difference.before()).isEqualTo("EPYC 7");
            assertThat(difference.after()).isEqualTo("EPYC 9");
        });
    }

    @Test
    void namesTheBenchmarksThatOnlyOneSideHas() {
        project.upload(Sent.main(2), new JmhDocuments().with("a.B.old", 1, 2, 3).json());
        project.upload(
                Sent.main(3),
                new JmhDocuments()
                        .with("a.B.one", 1, 2, 3)
                        .with("a.B.gone", 1, 2, 3)
                        .json());
        long run = project.upload(
                Sent.of("topic", 500).from(3).pullRequest(7),
                new JmhDocuments()
                        .with("a.B.one", 1, 2, 3)
                        .with("a.B.fresh", 1, 2, 3)
                        .with("a.B.old", 1, 2, 3)
                        .json());

        project.work();

        BenchmarkChanges changes = project.baselines.changes(project.id, run);
        assertThat(changes.added()).extracting(BenchmarkId::name).containsExactly("a.B.fresh");
        assertThat(changes.absences()).extracting(Absence::words).containsExactly("missing: a.B.gone [avgt]");
    }
}
