package dev.plumbline.generator.history;

/** What a collector observes of a machine. */
public record SimulatedMachine(String cpu, int cores, long memoryBytes, String os, String arch) {}
