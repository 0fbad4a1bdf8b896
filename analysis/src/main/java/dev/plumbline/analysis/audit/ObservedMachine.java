package dev.plumbline.analysis.audit;

import java.util.Map;

/**
 * The machine that a run was observed on. An unknown text is empty.
 *
 * @param processor the processor's model
 * @param architecture its architecture
 * @param cores how many processors the process could use
 * @param memory its bytes
 * @param system the operating system and its version
 */
public record ObservedMachine(String processor, String architecture, String cores, String memory, String system) {

    /** A machine about which nothing is known. */
    public static final ObservedMachine UNKNOWN = new ObservedMachine("", "", "", "", "");

    /** The machine that an upload's metadata describe: {@code cpu}, {@code arch}, {@code cores}, {@code memoryBytes}, {@code os}. */
    public static ObservedMachine of(Map<String, String> observed) {
        return new ObservedMachine(
                observed.getOrDefault("cpu", ""),
                observed.getOrDefault("arch", ""),
                observed.getOrDefault("cores", ""),
                observed.getOrDefault("memoryBytes", ""),
                observed.getOrDefault("os", ""));
    }
}
