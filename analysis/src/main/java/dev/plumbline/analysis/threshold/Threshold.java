package dev.plumbline.analysis.threshold;

/** How a series is judged: by the default test, or by a classic model. */
public sealed interface Threshold permits DefaultTest, ClassicModel {

    /** The word of the test, kebab-case: {@code default}, {@code percentage}, {@code t-test} … */
    String label();

    /** The most runs of the segment that a comparison uses, the newest ones. */
    int mostRuns();

    /** How old a run of the baseline may be when the candidate is measured, in seconds. */
    long windowSeconds();
}
