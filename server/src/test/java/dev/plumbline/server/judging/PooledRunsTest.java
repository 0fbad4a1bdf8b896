package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Rung;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.RunRole;
import dev.plumbline.server.ingest.Sent;
import dev.plumbline.server.ingest.Uploads;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are judged as one, and runs that are judged as pairs. */
class PooledRunsTest {

    private static final String FORKS =
            "select candidate_forks::text from verdict where project_id = ? and run_id = ? order by series_id";

    @TempDir
    Path folder;

    private JudgedProject project;

    @BeforeEach
    void open() {
        project = new JudgedProject(folder);
        project.history(0, 6, 1);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void reRunsOfACommitAreOneCandidateAndTheEarlierOneKeepsItsVerdict() {
        long first = project.upload(Sent.of("topic", 500).from(5).pullRequest(7), 1);
        long second =
                project.upload(Sent.of("topic", 500).from(5).pullRequest(7).key("again"), 1);
        project.upload(Sent.of("topic", 501).from(5).pullRequest(7), 3);
        project.upload(Sent.of("topic", 500).from(5).pullRequest(7).in("arm"), 3);

        project.work();

        assertThat(project.texts(FORKS, first)).containsOnly("3");
        assertThat(project.texts(FORKS, second)).containsOnly("6");
        assertThat(project.baseline(first).candidates()).containsExactly(first);
        assertThat(project.baseline(second).candidates()).containsExactly(first, second);
    }

    @Test
    void theShardsOfAMatrixAreOneCandidate() {
        project.upload(Sent.of("topic", 500).from(5).pullRequest(7).key("a"), project.document(1.5, 1, 2));
        long second =
                project.upload(Sent.of("topic", 500).from(5).pullRequest(7).key("b"), project.document(1, 3, 4));

        project.work();

        assertThat(project.texts(FORKS, second)).containsExactly("3", "3", "3", "3");
        assertThat(project.outcomes(second).subList(0, 2)).containsOnly("regressed");
        assertThat(project.outcomes(second).subList(2, 4)).doesNotContain("regressed");
    }

    @Test
    void aPairIsJudgedByTheDifferencesOfItsForks() {
        // The machine slows down by 40 % while both are measured; inside each pair the head is 5 % slower.
        long base = project.upload(
                Sent.main(5).as(RunRole.PAIR_BASE),
                new JmhDocuments()
                        .with("a.B.one", 100, 110.1, 119.9, 130.2, 140)
                        .json());
        long head = project.upload(
                Sent.of("topic", 500).from(5).pullRequest(7).pairedWith(base),
                new JmhDocuments()
                        .with("a.B.one", 105, 115.6, 125.9, 136.7, 147)
                        .json());

        List<Long> judged = project.work();

        assertThat(judged).contains(head).doesNotContain(base);
        assertThat(project.texts(
                        "select method || ' ' || outcome from verdict where project_id = ? and run_id = ?", head))
                .containsExactly("paired-t regressed");
        assertThat(project.baseline(head).rung()).isEqualTo(Rung.PAIR);
        assertThat(project.baseline(head).commit()).contains(Uploads.sha(5));
        assertThat(project.baseline(head).run()).isEqualTo(base);
        assertThat(project.number("select baseline_last_run_id from verdict where project_id = ? and run_id = ?", head))
                .isEqualTo(base);
        assertThat(project.outcomes(base)).isEmpty();
    }

    @Test
    void aPairIsNotJudgedAgainWhenTheBaseBranchMoves() {
        long base = project.upload(Sent.main(5).as(RunRole.PAIR_BASE), 1);
        long head = project.upload(Sent.of("topic", 500).from(9).pullRequest(7).pairedWith(base), 1);
        project.work();

        project.upload(Sent.main(9), 1);

        assertThat(project.work()).doesNotContain(head);
    }

    @Test
    void sidesWithDifferentCountsOfForksMakeNoPairs() {
        long base = project.upload(
                Sent.main(5).as(RunRole.PAIR_BASE),
                new JmhDocuments().with("a.B.one", 100, 101, 99).json());
        long head = project.upload(
                Sent.of("topic", 500).from(5).pullRequest(7).pairedWith(base),
                new JmhDocuments()
                        .with("a.B.one", 100, 101)
                        .with("a.B.new", 5, 6)
                        .json());

        project.work();

        assertThat(project.texts(FORKS, head)).containsExactlyInAnyOrder("0", "0");
        assertThat(project.texts(
                        "select distinct unnest(reasons) from verdict where project_id = ? and run_id = ?", head))
                .containsExactly("no-pair");
    }
}
