package dev.plumbline.analysis.format.vitest;

import dev.plumbline.analysis.format.document.OneProcess;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.model.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long one benchmark took, in milliseconds, as tinybench computes it.
 *
 * @param median of the samples; NaN where the version doesn't have it
 * @param mean of the samples; NaN when nothing was measured
 * @param error half the width of the 95 % interval of the mean
 * @param percentiles those that at least ten samples lie beyond, by tinybench's names
 * @param samples each one; none when they weren't kept
 */
record Latency(double median, double mean, double error, Map<String, Double> percentiles, double[] samples) {

    /** Nothing was measured. */
    static final Latency NONE = new Latency(Double.NaN, Double.NaN, Double.NaN, Map.of(), new double[0]);

    private static final int BEYOND = 10;

    /** The percentiles, by the share of samples beyond them. */
    private static final Map<String, Double> SHARES = Map.of("p75", 0.25, "p99", 0.01, "p995", 0.005, "p999", 0.001);

    /** What a benchmark of version 1 to 4, or the latency of one of version 5, says. */
    static Latency of(JsonPart statistics) {
        double[] samples =
                statistics.of("samples").isArray() ? statistics.of("samples").numbers() : new double[0];
        double count = Math.max(
                samples.length,
                statistics
                        .of(statistics.of("samplesCount").exists() ? "samplesCount" : "sampleCount")
                        .number());
        double mean = statistics.of("mean").number();
        if (!Double.isFinite(mean) || count == 0) {
            return NONE;
        }
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (String name : List.of("p75", "p99", "p995", "p999")) {
            double value = statistics.of(name).number();
            if (Double.isFinite(value) && count * SHARES.getOrDefault(name, 0.0) >= BEYOND) {
                percentiles.put(name, value);
            }
        }
        double median = statistics
                .of(statistics.of("median").exists() ? "median" : "p50")
                .number();
        return new Latency(median, mean, statistics.of("moe").number(), percentiles, samples);
    }

    boolean measured() {
        return Double.isFinite(mean);
    }

    /** The median, or the mean where it isn't known. */
    double figure() {
        return Double.isFinite(median) ? median : mean;
    }

    double errorOfFigure() {
        return Double.isFinite(median) ? Double.NaN : error;
    }

    /** The metrics beside the figure; {@code hz} is left out, since it says again what the mean does. */
    List<Measurement> others(OneProcess unit) {
        List<Measurement> others = new ArrayList<>();
        if (Double.isFinite(median)) {
            others.add(unit.of("mean", mean, error, new double[0]));
        }
        percentiles.forEach((name, value) -> others.add(unit.of(name, value)));
        return others;
    }
}
