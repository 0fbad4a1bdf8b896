package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ingest.Sent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history comes in whole: its runs wait for the last one, and each is judged once. */
class HeldRunsTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path otherFolder;

    private JudgedProject project;

    @BeforeEach
    void start() {
        project = new JudgedProject(folder);
    }

    @AfterEach
    void stop() {
        project.close();
    }

    @Test
    void heldRunsAreJudgedOnceTheLastIsThereAndTheirRegressionsComeOut() {
        List<Long> runs = new ArrayList<>();
        for (int commit = 0; commit < 89; commit++) {
            runs.add(project.hold(Sent.main(commit), commit < 30 ? 1 : commit < 60 ? 1.3 : 1));
        }
        assertThat(project.work()).isEmpty();

        runs.add(project.upload(Sent.main(89), 1));

        // 89 of the 90 runs have a predecessor whose judgement could have them judged again.
        assertThat(project.work()).containsExactlyElementsOf(runs);
        assertThat(project.texts(
                        "select distinct run_id || ' ' || worse from regression where project_id = ? and run_id > ?"
                                + " and state in ('confirmed', 'fixed')",
                        0))
                .contains(runs.get(30) + " true");
        assertThat(project.outcomes(runs.get(30))).containsOnly("regressed");
    }

    @Test
    void sendingTheLastRunAgainEndsTheWaitToo() {
        project.upload(Sent.main(1), 1);
        project.work();
        long held = project.hold(Sent.main(2), 1);
        assertThat(project.work()).isEmpty();

        String last = project.document(1, 1, 4);
        project.upload(Sent.main(3), last);
        project.work();
        long heldLater = project.hold(Sent.main(4), 1);
        project.upload(Sent.main(3), last);

        assertThat(project.work()).contains(heldLater).doesNotContain(held);
    }

    @Test
    void theChangesThatComeOutAreThoseOfUploadingOneByOne() {
        try (JudgedProject oneByOne = new JudgedProject(otherFolder)) {
            for (int commit = 0; commit < 90; commit++) {
                double factor = commit < 30 ? 1 : commit < 60 ? 1.3 : 1;
                if (commit < 89) {
                    project.hold(Sent.main(commit), factor);
                } else {
                    project.upload(Sent.main(commit), factor);
                }
                oneByOne.upload(Sent.main(commit), factor);
                oneByOne.work();
            }
            project.work();

            // Both databases are new, so the same runs have the same numbers.
            for (String outcome : List.of(
                    "select series_id || ' ' || run_id || ' ' || state from change_point"
                            + " where project_id = ? and run_id > ? order by series_id, run_id",
                    "select run_id || ' ' || worse || ' ' || state from regression"
                            + " where project_id = ? and run_id > ? and state <> 'retracted' order by run_id, worse",
                    "select run_id || ' ' || series_id || ' ' || outcome from verdict"
                            + " where project_id = ? and run_id > ? and run_id in (31, 61) order by run_id, series_id")) {
                assertThat(project.texts(outcome, 0)).as(outcome).isNotEmpty().isEqualTo(oneByOne.texts(outcome, 0));
            }
        }
    }
}
