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

/** More runs lie behind a run than are searched at once. */
class LongHistoryTest {

    private static final int RUNS = 180;

    @TempDir
    private Path folder;

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
    void anEarlyRunThatIsJudgedAgainRetractsNothing() {
        List<Long> runs = new ArrayList<>();
        for (int commit = 0; commit < RUNS; commit++) {
            runs.add(project.upload(
                    Sent.main(commit), project.document(commit < 20 ? 1 : commit < 130 ? 1.3 : 1.6, 1, 1)));
            project.work();
        }
        List<String> found = regressions();
        assertThat(found).contains(runs.get(20) + " confirmed", runs.get(130) + " confirmed");

        project.jobs.judgeAgain(project.id, runs.get(1));
        project.jobs.judgeAgain(project.id, runs.get(100));
        project.work();

        assertThat(regressions()).isEqualTo(found);
    }

    private List<String> regressions() {
        return project.texts(
                "select run_id || ' ' || state from regression where project_id = ? and worse and run_id > ?"
                        + " order by run_id, regression_id",
                0);
    }
}
