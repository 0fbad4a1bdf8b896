package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ingest.Sent;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit of the base branch that is measured again and again is one point of the search for change points. */
class CommitMeasuredAgainTest {

    private static final String CHANGE_POINTS = """
        select distinct change_point.state || ' ' || (previous.sha = run.sha)
        from change_point
            join run on run.project_id = change_point.project_id and run.run_id = change_point.run_id
            join run as previous on previous.project_id = change_point.project_id and previous.run_id = previous_run_id
        where change_point.project_id = ? and change_point.run_id >= ?
        """;

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
    void measuringItAgainIsNoConfirmationAndThreeMoreCommitsAre() {
        project.history(0, 14, 1);
        project.work();
        long first = project.upload(Sent.main(14).key("first"), 1.3);
        project.work();
        for (int again = 0; again < 5; again++) {
            project.upload(Sent.main(14).key("again-" + again), 1.3);
            project.work();
            assertThat(project.texts(CHANGE_POINTS, 0)).containsExactly("suspected false");
        }

        project.history(15, 18, 1.3);
        project.work();

        assertThat(project.texts(CHANGE_POINTS, first)).containsExactly("confirmed false");
    }

    @Test
    void whatShiftedBetweenTwoRunsOfItIsReportedThere() {
        project.history(0, 9, 1);
        project.work();
        for (int again = 0; again < 5; again++) {
            project.upload(Sent.main(8).key("night-" + again), project.document(1.3, 1, 2));
            project.work();
        }

        assertThat(project.texts(CHANGE_POINTS, 0)).containsExactly("confirmed true");
        assertThat(project.texts("select kind || ' ' || state from regression where project_id = ? and ? = 0", 0))
                .containsExactly("series confirmed");
    }
}
