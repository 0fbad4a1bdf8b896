package dev.plumbline.server.notification.watch;

import dev.plumbline.analysis.text.Namesakes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that didn't arrive.
 *
 * @param id the key
 * @param environment the environment's label
 * @param branch the branch
 * @param missing what it is
 * @param lastRun the last run that did arrive, or that had the benchmark; empty when there was none
 * @param since when it was due, or when the last run with the benchmark was uploaded
 * @param openedAt when it was noticed
 * @param endedAt when it returned; empty while it is missing
 */
public record Alarm(
        long id,
        String environment,
        String branch,
        Missing missing,
        Optional<LastRun> lastRun,
        Instant since,
        Instant openedAt,
        Optional<Instant> endedAt) {

    /** What didn't arrive. */
    public sealed interface Missing {

        /**
         * A run.
         *
         * @param watchId the watch that expects it
         * @param every how often there should be one
         * @param grace how much later than that it may arrive
         */
        record Run(long watchId, Duration every, Duration grace) implements Missing {}

        /**
         * A benchmark.
         *
         * @param benchmarkId the key
         * @param name class and method
         * @param params parameter values by name, in the order of the names
         * @param mode JMH's short label of the mode
         * @param threads the number of threads
         * @param namesakes how the project's benchmarks with this name and these parameters differ
         * @param failed whether it was there and its score was no number
         * @param sinceCommit the commit of the first run without it; empty if that isn't known
         */
        record Benchmark(
                long benchmarkId,
                String name,
                Map<String, String> params,
                String mode,
                int threads,
                Namesakes namesakes,
                boolean failed,
                Optional<String> sinceCommit)
                implements Missing {

            public Benchmark {
                params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
            }
        }
    }

    /**
     * A run that did arrive.
     *
     * @param id the key
     * @param sha its commit
     * @param uploadedAt when
     */
    public record LastRun(long id, String sha, Instant uploadedAt) {}

    /** Whether it is still missing. */
    public boolean open() {
        return endedAt.isEmpty();
    }
}
