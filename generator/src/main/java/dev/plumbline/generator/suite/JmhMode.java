package dev.plumbline.generator.suite;

/** In which of JMH's modes a benchmark runs, and in which unit it reports. */
public enum JmhMode {
    NANOSECONDS("avgt", "ns/op"),
    MICROSECONDS("avgt", "us/op"),
    THROUGHPUT("thrpt", "ops/us");

    private static final double NANOS_PER_MICRO = 1_000;

    private final String label;
    private final String unit;

    JmhMode(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** JMH's short name. */
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** The score of an operation that takes so many nanoseconds. */
    public double score(double nanos) {
        return switch (this) {
            case NANOSECONDS -> nanos;
            case MICROSECONDS -> nanos / NANOS_PER_MICRO;
            case THROUGHPUT -> NANOS_PER_MICRO / nanos;
        };
    }
}
