package dev.plumbline.analysis.format.threshold;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a rule. */
enum RuleField {
    BENCHMARK("benchmark"),
    METRIC("metric"),
    ENVIRONMENT("environment"),
    DIRECTION("direction"),
    TEST("test"),
    MINIMUM_EFFECT("minimumEffect"),
    CONFIDENCE("confidence"),
    LOWER_BOUNDARY("lowerBoundary"),
    UPPER_BOUNDARY("upperBoundary"),
    MIN_SAMPLE_SIZE("minSampleSize"),
    MAX_SAMPLE_SIZE("maxSampleSize"),
    WINDOW("window");

    private final String label;

    RuleField(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Optional<RuleField> of(String label) {
        return Arrays.stream(values())
                .filter(field -> field.label.equals(label))
                .findFirst();
    }

    /** All of them, for a sentence. */
    static String all() {
        return Arrays.stream(values()).map(RuleField::label).collect(Collectors.joining(", "));
    }
}
