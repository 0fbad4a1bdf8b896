package dev.plumbline.collector.history;

import dev.plumbline.analysis.format.ResultFormat;
import java.time.Instant;
import java.util.Optional;

/**
 * A run of a history.
 *
 * @param commit the measured commit, 7 to 64 hexadecimal digits, or whatever else the history calls it
 * @param branch the branch that the history names; empty if it names none
 * @param committedAt when the commit was made, ISO 8601; empty if it isn't known
 * @param measuredAt when it was measured
 * @param author the commit's author; may be empty
 * @param subject the first line of the commit's message; may be empty
 * @param part the part of the run, where a history keeps the suites of a commit apart; empty otherwise
 * @param document what was measured
 * @param benchmarks how many benchmarks it has
 */
record HistoricRun(
        String commit,
        String branch,
        String committedAt,
        Optional<Instant> measuredAt,
        String author,
        String subject,
        String part,
        Document document,
        int benchmarks) {

    /**
     * What is uploaded.
     *
     * @param format what it is
     * @param content its bytes
     */
    record Document(ResultFormat format, byte[] content) {}
}
