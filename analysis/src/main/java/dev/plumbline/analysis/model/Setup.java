package dev.plumbline.analysis.model;

import java.util.List;

/**
 * How a result was measured, as the harness recorded it. A text that the file doesn't have is empty, a missing count
 * is -1.
 *
 * @param jmhVersion the harness's version
 * @param jvm path of the {@code java} that ran
 * @param jvmArgs the JVM's arguments
 * @param jdkVersion the JDK's version
 * @param vmName the virtual machine's name
 * @param vmVersion the virtual machine's version
 * @param forks the forks asked for; 0 when the harness's own JVM measured
 * @param warmupIterations warm-up iterations of each fork
 * @param warmupTime duration of one, as the harness prints it ({@code 100 ms}, {@code single-shot})
 * @param warmupBatchSize invocations that count as one operation in warm-up
 * @param measurementIterations measured iterations of each fork
 * @param measurementTime duration of one, as the harness prints it
 * @param measurementBatchSize invocations that count as one operation
 */
public record Setup(
        String jmhVersion,
        String jvm,
        List<String> jvmArgs,
        String jdkVersion,
        String vmName,
        String vmVersion,
        int forks,
        int warmupIterations,
        String warmupTime,
        int warmupBatchSize,
        int measurementIterations,
        String measurementTime,
        int measurementBatchSize) {

    public Setup {
        jvmArgs = List.copyOf(jvmArgs);
    }
}
