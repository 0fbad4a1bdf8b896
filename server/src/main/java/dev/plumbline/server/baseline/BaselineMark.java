package dev.plumbline.server.baseline;

import dev.plumbline.analysis.threshold.NamePattern;
import java.time.Instant;

/**
 * From this commit of the base branch on, benchmarks are not compared with what they were before: their workload changed.
 *
 * @param id its key
 * @param sha the first commit with the new workload
 * @param pattern the benchmarks, as {@link NamePattern} reads it
 * @param note why
 * @param createdAt when it was marked
 * @param createdBy by whom
 */
public record BaselineMark(long id, String sha, String pattern, String note, Instant createdAt, String createdBy) {

    /** Whether it is about a benchmark. */
    boolean covers(String benchmark) {
        return new NamePattern(pattern).matches(benchmark);
    }
}
