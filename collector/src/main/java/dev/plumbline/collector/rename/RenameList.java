package dev.plumbline.collector.rename;

import java.util.List;

/**
 * What the server offers, and what holds.
 *
 * @param offers what the base branch makes likely
 * @param renames what people accepted, latest first
 */
record RenameList(List<Entry> offers, List<Entry> renames) {

    /**
     * A rename.
     *
     * @param id its number; 0 for an offer
     * @param acceptedAt when it was accepted, as ISO 8601; empty for an offer
     */
    record Entry(
            long id, String from, String to, List<RenamedBenchmark> benchmarks, String acceptedAt, String acceptedBy) {

        boolean is(String old, String young) {
            return from.equals(old) && to.equals(young);
        }

        String line() {
            return from + " -> " + to + ", " + benchmarks.size()
                    + (benchmarks.size() == 1 ? " benchmark" : " benchmarks");
        }
    }
}
