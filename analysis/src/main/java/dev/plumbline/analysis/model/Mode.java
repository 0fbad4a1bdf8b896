package dev.plumbline.analysis.model;

import java.util.Optional;

/** How a benchmark was measured, by JMH's four modes ({@code all} is a request for these four, never a result). */
public enum Mode {
    THROUGHPUT("thrpt"),
    AVERAGE_TIME("avgt"),
    SAMPLE_TIME("sample"),
    SINGLE_SHOT_TIME("ss");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** JMH's short label, as in result files and command lines. */
    public String label() {
        return label;
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
