package dev.plumbline.analysis.format.jmh;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a primary or secondary metric. */
enum MetricField {
    SCORE("score"),
    SCORE_ERROR("scoreError"),
    SCORE_CONFIDENCE("scoreConfidence"),
    SCORE_PERCENTILES("scorePercentiles"),
    SCORE_UNIT("scoreUnit"),
    RAW_DATA("rawData"),
    RAW_DATA_HISTOGRAM("rawDataHistogram"),
    /** Any field that this list does not have. */
    UNKNOWN("");

    private static final Map<String, MetricField> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toMap(MetricField::label, Function.identity()));

    private final String label;

    MetricField(String label) {
        this.label = label;
    }

    /** The field's name in the document. */
    String label() {
        return label;
    }

    /** The field of a name, {@link #UNKNOWN} when there is none. */
    static MetricField of(String label) {
        return BY_LABEL.getOrDefault(label, UNKNOWN);
    }
}
