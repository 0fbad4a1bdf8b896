package dev.plumbline.generator.suite;

/** What a run measures of each benchmark. */
public enum MeasuredQuantity {
    /** The primary score: time per operation, or operations per time. */
    TIME("", ""),
    /** Allocated bytes per operation; nearly the same in every fork. */
    BYTES("gc.alloc.rate.norm", "B/op"),
    /** Instructions per operation, which scatter little. */
    INSTRUCTIONS("instructions", "#/op"),
    /** Cache misses per operation, which scatter much. */
    MISSES("L1-dcache-load-misses", "#/op");

    private final String label;
    private final String unit;

    MeasuredQuantity(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** The name among a result's secondary metrics; empty for the primary one. */
    public String label() {
        return label;
    }

    /** The unit in the file; empty for the primary metric, whose unit is the benchmark's. */
    public String unit() {
        return unit;
    }
}
