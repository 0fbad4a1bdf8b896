package dev.plumbline.server.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.server.ingest.Sent;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.judging.JudgedProject;
import dev.plumbline.server.regression.RegressionEvents;
import dev.plumbline.server.regression.Triage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A marked commit begins a new baseline for the benchmarks that its pattern covers. */
class BaselineMarksTest {

    private static final String CHANGES = """
            select b.name || ' at ' || c.run_id
            from change_point c join series s using (project_id, series_id) join benchmark b using (project_id, benchmark_id)
            where c.project_id = ? and c.run_id > ?
            order by b.name, c.run_id
            """;

    private static final String STATES =
            "select status || ' ' || cardinality(series_ids) from regression where project_id = ? and regression_id > ? order by regression_id";

    private static final String BASELINE_RUNS = """
            select b.name || ' ' || v.baseline_runs
            from verdict v join series s using (project_id, series_id) join benchmark b using (project_id, benchmark_id)
            where v.project_id = ? and v.run_id = ?
            order by b.name
            """;

    @TempDir
    Path folder;

    private JudgedProject project;
    private BaselineMarks marks;

    @BeforeEach
    void open() {
        project = new JudgedProject(folder);
        marks = new BaselineMarks(project.database, new Triage(project.database, new RegressionEvents(List.of())));
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void noChangePointIsLeftAtTheMarkAndItsRegressionIsExpected() {
        project.history(0, 10, 1);
        long[] slower = project.history(10, 18, 1.5);
        project.work();
        assertThat(project.texts(CHANGES, 0)).hasSize(4).allMatch(change -> change.endsWith(" at " + slower[0]));

        BaselineMark mark = marks.add(project.id, Uploads.sha(10), "*", "JMH 1.38", "Ada");
        project.work();

        assertThat(project.texts(CHANGES, 0)).isEmpty();
        assertThat(project.texts(STATES, 0)).containsExactly("expected 4");
        assertThat(project.texts(
                        "select note from regression_event where project_id = ? and event_id > ? and event = 'expected'",
                        0))
                .containsExactly("New baseline: JMH 1.38");
        // The 7 runs since the mark.
        assertThat(project.texts(BASELINE_RUNS, slower[7])).allMatch(baseline -> baseline.endsWith(" 7"));

        assertThat(marks.remove(project.id, mark.id(), "Ada")).isTrue();
        assertThat(marks.remove(project.id, mark.id(), "Ada")).isFalse();
        project.work();
        assertThat(project.texts(CHANGES, 0)).hasSize(4);
        assertThat(marks.all(project.id)).isEmpty();
    }

    @Test
    void onlyCoveredBenchmarksStartAnew() {
        project.history(0, 10, 1);
        long[] slower = project.history(10, 18, 1.5);
        project.work();

        marks.add(project.id, Uploads.sha(10), "a.B.number1", "larger input", "Ada");
        project.work();

        assertThat(project.texts(CHANGES, 0))
                .containsExactly(
                        "a.B.number2 at " + slower[0], "a.B.number3 at " + slower[0], "a.B.number4 at " + slower[0]);
        // It groups a benchmark that isn't covered, so it stays for people to decide.
        assertThat(project.texts(STATES, 0)).containsExactly("confirmed 3");
    }

    @Test
    void aShiftBehindTheMarkIsFoundAndOneBeforeItStays() {
        project.history(0, 8, 1);
        long[] first = project.history(8, 16, 1.5);
        project.history(16, 24, 3);
        project.work();
        marks.add(project.id, Uploads.sha(16), "*", "larger input", "Ada");
        long[] second = project.history(24, 32, 4);
        project.work();

        assertThat(project.texts(CHANGES, 0))
                .hasSize(8)
                .allMatch(change -> change.endsWith(" at " + first[0]) || change.endsWith(" at " + second[0]));
        assertThat(project.texts(STATES, 0)).contains("confirmed 4", "expected 4");
    }

    @Test
    void aMarkedCommitThatWasNotMeasuredCountsFromTheNextRun() {
        project.history(0, 10, 1);
        for (int commit = 12; commit < 20; commit++) {
            project.upload(Sent.main(commit), 1.5);
        }
        project.work();

        marks.add(project.id, Uploads.sha(11), "*", "data", "Ada");
        project.work();

        assertThat(project.texts(CHANGES, 0)).isEmpty();
    }

    @Test
    void aPullRequestIsComparedOnItsOwnSideOfTheMark() {
        project.history(0, 10, 1);
        project.history(10, 14, 1.5);
        project.work();
        marks.add(project.id, Uploads.sha(10), "*", "larger input", "Ada");
        long before = project.upload(Sent.of("old", 500).from(5).pullRequest(7), 1);
        long after = project.upload(Sent.of("young", 501).from(13).pullRequest(8), 1.5);
        project.work();

        assertThat(project.texts(BASELINE_RUNS, before)).allMatch(baseline -> baseline.endsWith(" 6"));
        assertThat(project.texts(BASELINE_RUNS, after)).allMatch(baseline -> baseline.endsWith(" 4"));
        assertThat(project.outcomes(before)).doesNotContain("regressed", "improved");
        assertThat(project.outcomes(after)).doesNotContain("regressed", "improved");
    }

    @Test
    void theFirstRunBehindTheMarkHasNoBaseline() {
        project.history(0, 10, 1);
        project.upload(Sent.main(10), 1.5);
        project.work();
        marks.add(project.id, Uploads.sha(10), "*", "larger input", "Ada");
        List<Long> judged = project.work();

        assertThat(project.texts(BASELINE_RUNS, judged.getFirst())).allMatch(baseline -> baseline.endsWith(" 0"));
        assertThat(project.outcomes(judged.getFirst())).containsOnly("inconclusive");
    }

    @Test
    void aMarkFarBackTakesAFrozenChangePointAway() {
        project.history(0, 10, 1);
        project.history(10, 90, 1.5);
        project.work();
        assertThat(project.texts(CHANGES, 0)).hasSize(4);

        marks.add(project.id, Uploads.sha(10), "*", "larger input", "Ada");
        project.work();

        assertThat(project.texts(CHANGES, 0)).isEmpty();
        assertThat(project.texts(STATES, 0)).containsExactly("expected 4");
    }

    @Test
    void refusesWhatItCanNotMark() {
        project.history(0, 2, 1);

        assertThatThrownBy(() -> marks.add(project.id, "abc", "*", "note", "Ada"))
                .hasMessageContaining("at least 7");
        assertThatThrownBy(() -> marks.add(project.id, "0".repeat(30), "*", "note", "Ada"))
                .hasMessageContaining("Give more of its hash");
        assertThatThrownBy(() -> marks.add(project.id, "%".repeat(10), "*", "note", "Ada"))
                .hasMessageContaining("has no such commit");
        assertThatThrownBy(() -> marks.add(project.id, Uploads.sha(1), "a.B.num_er%", "note", "Ada"))
                .hasMessageContaining("No benchmark matches 'a.B.num_er%'");
        assertThatThrownBy(() -> marks.add(project.id, Uploads.sha(1), "*", " ", "Ada"))
                .hasMessageContaining("A note has");
        assertThat(marks.all(project.id)).isEmpty();
    }
}
