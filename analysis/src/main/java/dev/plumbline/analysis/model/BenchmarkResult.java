package dev.plumbline.analysis.model;

import java.util.List;

/**
 * What a file says about one benchmark.
 *
 * @param number the place of the result in its file, from 1
 * @param benchmark what was measured
 * @param setup how
 * @param primary the primary score
 * @param secondary the other metrics, each name once, in the file's order
 * @param notes what a reader of the result should know: a unit that is not known, forks without a number, …
 */
public record BenchmarkResult(
        int number,
        BenchmarkId benchmark,
        Setup setup,
        Measurement primary,
        List<Measurement> secondary,
        List<Note> notes) {

    public BenchmarkResult {
        secondary = List.copyOf(secondary);
        notes = List.copyOf(notes);
    }

    /**
     * A note on a result.
     *
     * @param code stable, kebab-case
     * @param message one sentence that names the place
     */
    public record Note(String code, String message) {}
}
