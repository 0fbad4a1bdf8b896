package dev.plumbline.server.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.project.Projects;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {

    /** Does nothing: these tests take and settle jobs by themselves. */
    private static final JobHandler UNTOLD = new JobHandler() {

        @Override
        public void handle(Job job) {}

        @Override
        public void givenUp(Handle handle, Job job) {}
    };

    private static final Duration LEASE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Database database;
    private long project;
    private Jobs jobs;
    private long run;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        project = new Projects(database).create("acme", "Acme", "main", true).id();
        jobs = new Jobs(database);
        run = new Uploads(database, project, folder)
                .upload(0, new JmhDocuments().with("a.B.one", 10, 11).json())
                .id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTakenJobIsNotTakenTwice() {
        assertThat(jobs.take(LEASE)).map(Job::runId).contains(run);
        assertThat(jobs.take(LEASE)).isEmpty();
    }

    @Test
    void aJobWhoseWorkerDiedIsTakenAgainWhenItsLeaseEnds() {
        assertThat(jobs.take(LEASE)).isPresent();
        execute("update job set leased_until = now() - interval '1 second' where project_id = ?");

        assertThat(jobs.take(LEASE)).map(Job::attempts).contains(2);
    }

    @Test
    void aJobThatKillsEachProcessThatTakesItIsGivenUp() {
        AtomicInteger handled = new AtomicInteger();
        AtomicInteger givenUp = new AtomicInteger();
        JobHandler handler = new JobHandler() {

            @Override
            public void handle(Job job) {
                handled.incrementAndGet();
            }

            @Override
            public void givenUp(Handle handle, Job job) {
                givenUp.incrementAndGet();
            }
        };
        for (int process = 1; process <= Jobs.MOST_ATTEMPTS; process++) {
            assertThat(jobs.take(LEASE)).isPresent();
            execute("update job set leased_until = now() - interval '1 second' where project_id = ?");
        }

        try (JobWorkers next = new JobWorkers(jobs, new JobSignals(database), handler, new SimpleMeterRegistry())) {
            next.start(1);
            await().untilAsserted(() -> assertThat(givenUp).hasValue(1));
        }

        assertThat(handled).hasValue(0);
        assertThat(jobs.backlog().dead()).isEqualTo(1);
    }

    @Test
    void aDoneJobIsGone() {
        Job job = jobs.take(LEASE).orElseThrow();
        done(job);

        assertThat(jobs.backlog().waiting()).isZero();
    }

    @Test
    void aJobAskedForAgainWhileItRunsIsDoneAgain() {
        Job job = jobs.take(LEASE).orElseThrow();
        jobs.judgeAgain(project, run);
        done(job);

        assertThat(jobs.take(LEASE)).map(Job::runId).contains(run);
    }

    @Test
    void aJobThatIsToBeQuietWaitsUntilNobodyHasAskedForAWhile() {
        done(jobs.take(LEASE).orElseThrow());
        Duration quiet = Duration.ofMinutes(1);

        database.execute(handle -> Jobs.enqueue(handle, project, Jobs.JUDGE, run, quiet));
        assertThat(jobs.take(LEASE)).isEmpty();
        execute("update job set not_before = now() where project_id = ?");
        database.execute(handle -> Jobs.enqueue(handle, project, Jobs.JUDGE, run, quiet));
        assertThat(jobs.take(LEASE)).isEmpty();
        // However often it is asked for, it isn't put off forever.
        execute("update job set created_at = now() - interval '15 minutes' where project_id = ?");
        database.execute(handle -> Jobs.enqueue(handle, project, Jobs.JUDGE, run, quiet));
        assertThat(jobs.take(LEASE)).map(Job::runId).contains(run);
    }

    @Test
    void aFailedJobWaitsBeforeItsNextAttempt() {
        Job job = jobs.take(LEASE).orElseThrow();
        jobs.failed(job, "no luck", UNTOLD);

        assertThat(jobs.take(LEASE)).isEmpty();
        execute("update job set not_before = now() where project_id = ?");
        assertThat(jobs.take(LEASE)).map(Job::attempts).contains(2);
    }

    @Test
    void whatIsAskedForDuringAFailingAttemptIsNotLost() {
        for (int attempt = 1; attempt < Jobs.MOST_ATTEMPTS; attempt++) {
            jobs.failed(jobs.take(LEASE).orElseThrow(), "no luck", UNTOLD);
            execute("update job set not_before = now() where project_id = ?");
        }
        Job last = jobs.take(LEASE).orElseThrow();
        jobs.judgeAgain(project, run);
        jobs.failed(last, "no luck", UNTOLD);

        assertThat(jobs.backlog().dead()).isZero();
        assertThat(jobs.take(LEASE)).map(Job::attempts).contains(1);
    }

    @Test
    void aJobThatFailsTooOftenIsKeptAsDead() {
        for (int attempt = 1; attempt <= Jobs.MOST_ATTEMPTS; attempt++) {
            Optional<Job> job = jobs.take(LEASE);
            assertThat(job).isPresent();
            jobs.failed(job.get(), "no luck", UNTOLD);
            execute("update job set not_before = now() where project_id = ?");
        }

        assertThat(jobs.take(LEASE)).isEmpty();
        assertThat(jobs.backlog().dead()).isEqualTo(1);
    }

    private void done(Job job) {
        database.execute(handle -> {
            Jobs.done(handle, job);
        });
    }

    private void execute(String sql) {
        database.execute(handle -> handle.execute(sql, project));
    }
}
