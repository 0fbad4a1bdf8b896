package dev.plumbline.analysis.model;

import java.util.Set;

/**
 * One measured quantity of a benchmark: the primary score, a percentile, {@code gc.alloc.rate.norm}, …
 *
 * @param name {@link #SCORE} for the primary score, {@code p0.99} for a percentile, otherwise the label that the profiler,
 *     sub-benchmark or auxiliary counter has in the file, without JMH's old middle dot
 * @param unit the unit
 */
public record Metric(String name, Unit unit) {

    /** The name of every benchmark's primary metric. */
    public static final String SCORE = "score";

    /** Counts of a profiler that depend on how long the measurement ran, and not on what one operation costs. */
    private static final Set<String> INFORMATIONAL = Set.of("gc.alloc.rate", "gc.count", "gc.time");

    /**
     * What is judged of Gungraun, which counts up to fifty-five events of a benchmark: those that sum up the others, and those that
     * no other follows from. All others move with them, for the same cause.
     */
    private static final Set<String> JUDGED_OF_GUNGRAUN = Set.of(
            SCORE,
            "EstimatedCycles",
            "L1hits",
            "LLhits",
            "RamHits",
            "Bcm",
            "Bim",
            "SysCount",
            "Cachegrind:Ir",
            "DHAT:TotalBytes",
            "DHAT:TotalBlocks",
            "DHAT:AtTGmaxBytes");

    /** Tools that find errors: a benchmark with more of them than before is worse, whichever they are. */
    private static final Set<String> ERRORS_OF_GUNGRAUN = Set.of("Memcheck:", "Helgrind:", "DRD:");

    /** The metric that a file reports: of what follows from how long the measurement ran, more isn't better. */
    public static Metric reported(String name, Unit unit) {
        Metric metric = new Metric(name, unit);
        return metric.informational() ? metric.with(Direction.NOT_KNOWN) : metric;
    }

    /** The metric with a direction that somebody has given. */
    public Metric with(Direction given) {
        return new Metric(name, unit.with(given));
    }

    public boolean isScore() {
        return name.equals(SCORE);
    }

    /**
     * Whether the metric is kept and drawn but never judged: it depends on how many operations the measurement got
     * through (a faster benchmark allocates more a second, collects more often, and its largest sample of many lies
     * further out), so a shift of it says nothing that the score, the per-operation metrics and the percentiles with enough
     * samples beyond them do not say.
     */
    public boolean informational() {
        return INFORMATIONAL.contains(name)
                || name.startsWith("gc.churn.")
                || name.startsWith("stack")
                || isExtreme("p0.00")
                || isExtreme("p1.00");
    }

    /** The same of a metric that this harness measured. */
    public boolean informational(Harness harness) {
        return informational()
                || (harness == Harness.GUNGRAUN
                        && !JUDGED_OF_GUNGRAUN.contains(name)
                        && ERRORS_OF_GUNGRAUN.stream().noneMatch(name::startsWith));
    }

    /** Whether the metric is this percentile of a benchmark, or of a member of its thread group. */
    private boolean isExtreme(String percentile) {
        return name.equals(percentile) || name.endsWith(":" + percentile);
    }
}
