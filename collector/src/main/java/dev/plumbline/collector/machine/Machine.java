package dev.plumbline.collector.machine;

/**
 * What was observed of the machine. An unknown text is empty, an unknown number 0.
 *
 * @param cpu the processor's model
 * @param cores the processors that the process may use
 * @param memoryBytes the memory
 * @param os the operating system and the first two parts of its version, for example {@code Linux 6.1}
 * @param arch the processor's architecture, for example {@code x86_64}
 * @param label the environment's label if the user gave none, for example {@code linux-x64}
 */
public record Machine(String cpu, int cores, long memoryBytes, String os, String arch, String label) {}
