package dev.plumbline.analysis.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * How a result was measured, as the harness recorded it. A text that the file doesn't have is empty, a missing count
 * is -1.
 *
 * @param harness what measured
 * @param harnessVersion its version
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
 * @param settings what else the harness recorded about the measurement and its machine, by its own names: {@code
 *     library_build_type}, {@code cpu_scaling_enabled}, … Two runs with different settings may not be comparable
 */
public record Setup(
        Harness harness,
        String harnessVersion,
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
        int measurementBatchSize,
        SortedMap<String, String> settings) {

    /** The name of the setting that says how the measured program was built: {@code debug} or {@code release}. */
    public static final String BUILD = "build";

    /** The name of the setting that says whether the processor changes its frequency: {@code on} or {@code off}. */
    public static final String FREQUENCY_SCALING = "frequency-scaling";

    /** The name of the setting that says that a debugger was {@code attached}. */
    public static final String DEBUGGER = "debugger";

    public Setup {
        jvmArgs = List.copyOf(jvmArgs);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** A set-up that is not known but for its harness. */
    public static Setup unknown(Harness harness) {
        return of(harness, "", Map.of());
    }

    /** The set-up of a harness that has no JVM of its own. */
    public static Setup of(Harness harness, String version, Map<String, String> settings) {
        return new Setup(
                harness, version, "", List.of(), "", "", "", -1, -1, "", -1, -1, "", -1, new TreeMap<>(settings));
    }

    /** The same set-up with another number of forks. */
    public Setup withForks(int count) {
        return new Setup(
                harness,
                harnessVersion,
                jvm,
                jvmArgs,
                jdkVersion,
                vmName,
                vmVersion,
                count,
                warmupIterations,
                warmupTime,
                warmupBatchSize,
                measurementIterations,
                measurementTime,
                measurementBatchSize,
                settings);
    }

    /** A setting, empty when the harness did not record it. */
    public String setting(String name) {
        return settings.getOrDefault(name, "");
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
        unless.accept(harness == other.harness && harnessVersion.equals(other.harnessVersion), "harness");
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
        unless.accept(settings.equals(other.settings), "settings");
        return differences;
    }
}
