package dev.plumbline.analysis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

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

    /** In what this set-up differs from another, in words; the number of forks and the path of the {@code java} don't count. */
    public List<String> differences(Setup other) {
        List<String> differences = new ArrayList<>();
        BiConsumer<Boolean, String> unless = (same, what) -> {
            if (!same) {
                differences.add(what);
            }
        };
        unless.accept(vmName.equals(other.vmName) && vmVersion.equals(other.vmVersion), "JVM");
        unless.accept(jdkVersion.equals(other.jdkVersion), "JDK");
        unless.accept(jvmArgs.equals(other.jvmArgs), "JVM arguments");
        unless.accept((forks == 0) == (other.forks == 0), "forks or none");
        unless.accept(jmhVersion.equals(other.jmhVersion), "harness");
        unless.accept(
                warmupIterations == other.warmupIterations
                        && warmupTime.equals(other.warmupTime)
                        && warmupBatchSize == other.warmupBatchSize,
                "warm-up");
        unless.accept(
                measurementIterations == other.measurementIterations
                        && measurementTime.equals(other.measurementTime)
                        && measurementBatchSize == other.measurementBatchSize,
                "iterations");
        return differences;
    }
}
