package dev.plumbline.generator.suite;

/** How the times of a benchmark scatter; standard deviations as shares of the level. */
public enum NoiseClass {
    /** Repeats itself within a fraction of a percent. */
    STILL(0.002, 0.001, 0.001),
    /** As most microbenchmarks are. */
    USUAL(0.007, 0.004, 0.004),
    /** Allocates much, or waits for other threads. */
    RESTLESS(0.025, 0.02, 0.01),
    /** Depends on the network or on the disk. */
    WILD(0.08, 0.06, 0.04),
    /** Compiled in one of two ways, which each fork decides anew. */
    TWO_LEVELS(0.006, 0.003, 0.002),
    /** Wanders from run to run, with nobody's doing. */
    DRIFTING(0.006, 0.004, 0.003);

    private final double betweenForks;
    private final double betweenIterations;
    private final double betweenRuns;

    NoiseClass(double betweenForks, double betweenIterations, double betweenRuns) {
        this.betweenForks = betweenForks;
        this.betweenIterations = betweenIterations;
        this.betweenRuns = betweenRuns;
    }

    /** From one fork of a run to the next. */
    public double betweenForks() {
        return betweenForks;
    }

    /** From one iteration of a fork to the next. */
    public double betweenIterations() {
        return betweenIterations;
    }

    /** From one run to the next, beyond what the machine does to all benchmarks. */
    public double betweenRuns() {
        return betweenRuns;
    }
}
