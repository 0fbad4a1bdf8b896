package dev.plumbline.collector.history;

import dev.plumbline.analysis.format.ResultFormat;
import java.time.Instant;
import java.util.Optional;

/**
 * A run of a history.
 *
 * @param commit what was measured
 * @param measuredAt when it was measured
 * @param environment the environment that the history names; empty if it names none
 * @param part the part of the run, where a history keeps the suites of a commit apart; empty otherwise
 * @param document what came out
 * @param benchmarks how many benchmarks it has
 */
record HistoricRun(
        HistoricCommit commit,
        Optional<Instant> measuredAt,
        String environment,
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

    /** The same of a commit of which more is known. */
    HistoricRun of(HistoricCommit known) {
        return new HistoricRun(known, measuredAt, environment, part, document, benchmarks);
    }
}
