package dev.plumbline.server.jobs;

import dev.plumbline.server.store.Job;
import dev.plumbline.server.store.JobNotices;
import dev.plumbline.server.store.Jobs;
import dev.plumbline.server.store.Judging;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that do waiting jobs. They finish the job at hand when they are closed. */
public final class JobWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);

    /** How long a worker may hold a job before another takes over. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** How often an idle worker looks for jobs that nobody told it of: those that are tried again, and those whose notice was lost. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration SHUTDOWN = Duration.ofSeconds(30);

    private final Jobs jobs;
    private final JobNotices notices;
    private final Judging judging;
    private final Timer judged;
    private final Semaphore waiting = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    public JobWorkers(Jobs jobs, JobNotices notices, Judging judging, MeterRegistry meters) {
        this.jobs = jobs;
        this.notices = notices;
        this.judging = judging;
        this.judged = Timer.builder("plumbline.judge")
                .description("Judging one run, from taking the job to the committed verdict")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(meters);
    }

    /** Starts the threads. */
    public void start(int count) {
        for (int i = 1; i <= count; i++) {
            threads.add(Thread.ofPlatform().name("plumbline-job-" + i).start(this::work));
        }
        threads.add(Thread.ofPlatform().name("plumbline-job-notices").start(this::listen));
    }

    /** Tells that a job was added, so that no worker sleeps over it. */
    public void wake() {
        waiting.release();
    }

    private void work() {
        while (!closing) {
            try {
                if (!next()) {
                    waiting.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                    waiting.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("A job worker could not reach the database; it tries again", e);
                pause();
            } catch (Error e) {
                // A thread that ended here would leave the server without a worker, and nobody would know.
                LOG.error("A job worker failed; it goes on", e);
                pause();
            }
        }
    }

    /** Wakes the workers when any server on the database added a job. */
    private void listen() {
        while (!closing) {
            try {
                notices.listen(() -> closing, this::wake);
            } catch (RuntimeException e) {
                LOG.warn("Jobs of other servers are found by looking until the database can be listened to again", e);
                pause();
            }
        }
    }

    /** Takes and does one job; false when there was none. */
    private boolean next() {
        Optional<Job> taken = jobs.take(LEASE);
        taken.ifPresent(this::run);
        return taken.isPresent();
    }

    private void run(Job job) {
        try {
            judged.record(() -> judging.judge(job));
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "Job {} of project {} ({} run {}), attempt {}, failed",
                    job.id(),
                    job.projectId(),
                    job.kind(),
                    job.runId(),
                    job.attempts(),
                    e);
            jobs.failed(job, String.valueOf(e));
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        waiting.release(threads.size());
        long deadline = System.nanoTime() + SHUTDOWN.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
