package dev.plumbline.collector.rename;

import java.util.List;

/**
 * What the server joined, or would join.
 *
 * @param accepted false for a dry run
 * @param benchmarks the pairs
 * @param refused the pairs that it can't join
 * @param unmatched old benchmarks of which no new one was measured yet
 */
record RenameAnswer(
        String from,
        String to,
        boolean accepted,
        List<RenamedBenchmark> benchmarks,
        List<Refused> refused,
        List<RenamedBenchmark> unmatched) {

    /** A pair that can't be joined, with the reason as a sentence. */
    record Refused(String from, String to, String why) {}
}
