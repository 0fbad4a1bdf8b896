package dev.plumbline.analysis.model;

import java.util.Optional;

/**
 * How a benchmark was measured: by JMH's four modes ({@code all} is a request for these four, never a result), which other harnesses'
 * figures are told by too, or by counting.
 */
public enum Mode {
    THROUGHPUT("thrpt"),
    AVERAGE_TIME("avgt"),
    SAMPLE_TIME("sample"),
    SINGLE_SHOT_TIME("ss"),
    /** The score counts events, such as instructions, of one whole execution; no clock took part. */
    COUNT("count");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** The short label, as in JMH's result files and command lines. */
    public String label() {
        return label;
    }

    /** The mode that benchmarks are usually in whose score has a unit, where a harness doesn't say. */
    public static Mode usualOf(Unit unit) {
        return switch (unit.family()) {
            case TIME -> unit.base().equals("s") ? SINGLE_SHOT_TIME : AVERAGE_TIME;
            case THROUGHPUT, BANDWIDTH -> THROUGHPUT;
            case ALLOCATION, SIZE, COUNT, EXACT_COUNT -> COUNT;
            case RATIO, UNKNOWN, UNKNOWN_MEASURED -> AVERAGE_TIME;
        };
    }

    /** The mode of JMH that has a short label, empty when there is none. */
    public static Optional<Mode> ofJmh(String label) {
        return ofLabel(label).filter(mode -> mode != COUNT);
    }

    /** The mode of a short label, empty when there is none. */
    public static Optional<Mode> ofLabel(String label) {
        for (Mode mode : values()) {
            if (mode.label.equals(label)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
