package dev.plumbline.server.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that do waiting jobs. They finish the current job when they are closed. */
public final class JobWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);

    /** How long a worker may hold a job before another takes over. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Jobs jobs;
    private final JobSignals signals;
    private final JobHandler handler;
    private final Timer judged;
    private final WorkerThreads threads = new WorkerThreads("plumbline-job", this::next);

    public JobWorkers(Jobs jobs, JobSignals signals, JobHandler handler, MeterRegistry meters) {
        this.jobs = jobs;
        this.signals = signals;
        this.handler = handler;
        this.judged = Timer.builder("plumbline.judge")
                .description("Judging one run, from the start of the job to the committed verdict")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(meters);
    }

    /** Starts the threads. */
    public void start(int count) {
        threads.start(count);
        // Any server on the database may add a job. While listening fails, jobs are found by polling.
        threads.alongside("job-signals", () -> signals.listen(threads::closing, threads::wake));
    }

    /** Signals that a job was added, so that no worker sleeps through it. */
    public void wake() {
        threads.wake();
    }

    /** Takes and does one job; false when there was none. */
    private boolean next() {
        Optional<Job> taken = jobs.take(LEASE);
        taken.ifPresent(this::run);
        return taken.isPresent();
    }

    private void run(Job job) {
        if (job.attempts() > Jobs.MOST_ATTEMPTS) {
            // An attempt counts when it begins, so these ended with their processes.
            LOG.error(
                    "Job {} of project {} ({} run {}) was never finished",
                    job.id(),
                    job.projectId(),
                    job.kind(),
                    job.runId());
            jobs.failed(job, "The server ended while it worked on this, " + Jobs.MOST_ATTEMPTS + " times.", handler);
            return;
        }
        try {
            judged.record(() -> handler.handle(job));
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "Job {} of project {} ({} run {}), attempt {}, failed",
                    job.id(),
                    job.projectId(),
                    job.kind(),
                    job.runId(),
                    job.attempts(),
                    e);
            jobs.failed(job, String.valueOf(e), handler);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
