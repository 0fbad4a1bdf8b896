package dev.plumbline.analysis.format.jmh;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a result. */
enum ResultField {
    BENCHMARK("benchmark"),
    MODE("mode"),
    THREADS("threads"),
    PARAMS("params"),
    PRIMARY_METRIC("primaryMetric"),
    SECONDARY_METRICS("secondaryMetrics"),
    JMH_VERSION("jmhVersion"),
    /** kotlinx-benchmark's name for its settings. */
    CONFIGURATION_NAME("configurationName"),
    JVM("jvm"),
    JVM_ARGS("jvmArgs"),
    JDK_VERSION("jdkVersion"),
    VM_NAME("vmName"),
    VM_VERSION("vmVersion"),
    FORKS("forks"),
    WARMUP_ITERATIONS("warmupIterations"),
    WARMUP_TIME("warmupTime"),
    WARMUP_BATCH_SIZE("warmupBatchSize"),
    MEASUREMENT_ITERATIONS("measurementIterations"),
    MEASUREMENT_TIME("measurementTime"),
    MEASUREMENT_BATCH_SIZE("measurementBatchSize"),
    /** Any field that this list does not have. */
    UNKNOWN("");

    private static final Map<String, ResultField> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toMap(ResultField::label, Function.identity()));

    private final String label;

    ResultField(String label) {
        this.label = label;
    }

    /** The field's name in the document. */
    String label() {
        return label;
    }

    /** The field of a name, {@link #UNKNOWN} when there is none. */
    static ResultField of(String label) {
        return BY_LABEL.getOrDefault(label, UNKNOWN);
    }
}
