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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditAtJudgingTest {

    private static final String DIFFERENCES = """
            select code || ' ' || concerned || '/' || benchmarks || ' ' || what || ' ' || baseline_run_id
            from finding where project_id = ? and run_id = ? and baseline_run_id is not null order by code
            """;
    private static final String OWN = """
            select code || ' ' || concerned || '/' || benchmarks || ' ' || what
            from finding where project_id = ? and run_id = ? and baseline_run_id is null order by code
            """;

    @TempDir
    Path folder;

    private Database database;
    private Uploads uploads;
    private Jobs jobs;
    private Judging judging;
    private long project;

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
    void aRunIsAuditedWhenItIsTakenIn() {
        long run = uploads.upload(0, document().replace("\"jvmArgs\":[]", "\"jvmArgs\":[\"-ea\"]"))
                .id();

        assertThat(uploads.texts(OWN, run))
                .containsExactly(
                        "assertions-on 2/2 Assertions were switched on: -ea",
                        "short-warm-up 2/2 Less than 5 s of warm-up: 3 × 1 s");
    }

    @Test
    void whatARunAndItsBaselineDifferInIsSaidWhenItIsJudged() {
        long before = uploads.upload(0, document()).id();
        long same = uploads.upload(1, document()).id();
        long other = uploads.upload(
                        2,
                        document()
                                .replace("\"25+36\"", "\"26+35\"")
                                .replace("\"25\"", "\"26\"")
                                .replaceFirst("\"jvmArgs\":\\[\\]", "\"jvmArgs\":[\"-Xmx1g\"]"))
                .id();

        work();

        assertThat(uploads.texts(DIFFERENCES, before)).isEmpty();
        assertThat(uploads.texts(DIFFERENCES, same)).isEmpty();
        assertThat(uploads.texts(DIFFERENCES, other))
                .containsExactly(
                        "flags-differ 1/2 Different JVM arguments from the baseline's: none → -Xmx1073741824 " + same,
                        "jdk-differs 2/2 A different Java release from the baseline's: 25+36 → 26+35 " + same);
    }

    @Test
    void judgingAgainSaysItOnce() {
        uploads.upload(0, document());
        long other =
                uploads.upload(1, document().replace("\"1.37\"", "\"1.36\"")).id();
        work();
        List<String> first = uploads.texts(DIFFERENCES, other);

        jobs.judgeAgain(project, other);
        work();

        assertThat(first).hasSize(1);
        assertThat(uploads.texts(DIFFERENCES, other)).isEqualTo(first);
    }

    @Test
    void aNewBenchmarkWithASetupOfItsOwnIsNoDifference() {
        uploads.upload(0, new JmhDocuments().with("a.B.one", 10, 11, 12).json());
        long other = uploads.upload(
                        1,
                        new JmhDocuments()
                                .with("a.B.one", 10, 11, 12)
                                .with("a.B.more", 5, 6, 7, 5, 6, 7, 6)
                                .json())
                .id();

        work();

        assertThat(uploads.texts(DIFFERENCES, other)).isEmpty();
    }

    private static String document() {
        return new JmhDocuments()
                .with("a.B.one", 10, 11, 12)
                .with("a.B.two", 5, 6, 7)
                .json();
    }

    private void work() {
        for (Optional<Job> job = jobs.take(Duration.ofMinutes(1));
                job.isPresent();
                job = jobs.take(Duration.ofMinutes(1))) {
            judging.handle(job.get());
        }
    }
}
