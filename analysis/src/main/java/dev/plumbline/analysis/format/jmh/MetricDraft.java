package dev.plumbline.analysis.format.jmh;

import dev.plumbline.analysis.model.SamplePercentile;
import java.util.ArrayList;
import java.util.List;

/** One metric as the document gives it, in the document's unit, while its result is being read. */
final class MetricDraft {

    /** The name: as the document has it, then as the model calls it. */
    String name;

    String unit = "";
    double score = Double.NaN;
    double scoreError = Double.NaN;
    boolean confidenceGiven;
    double confidenceLow = Double.NaN;
    double confidenceHigh = Double.NaN;
    /** The percentiles 0, 50 and 100 of the values that the score is made of; NaN if the document has none. */
    double lowest = Double.NaN;

    double median = Double.NaN;
    double highest = Double.NaN;

    /** The first of the metric's forks in {@link RawValues}, and how many they are. */
    int firstFork;

    int forkCount;
    /** What each fork's histogram says; empty unless the metric was sampled. */
    final List<SampledFork> sampled = new ArrayList<>();

    /** The percentiles that the document gives for the samples of all forks, in the order of {@link SamplePercentile#ALL}. */
    double[] percentiles = {};

    double sampleSum;
    long samples;

    MetricDraft(String name) {
        this.name = name;
    }

    /** Whether the raw data give the values of the forks: any fork has an iteration. */
    boolean hasIterations(RawValues raw) {
        return forkCount > 0 && raw.end(firstFork + forkCount - 1) > raw.start(firstFork);
    }
}
