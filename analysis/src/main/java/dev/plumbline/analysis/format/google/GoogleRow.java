package dev.plumbline.analysis.format.google;

import dev.plumbline.analysis.format.document.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/** One object of {@code benchmarks}, or one row of the CSV, as it is read. */
final class GoogleRow {

    /** What became of the benchmark. */
    enum Outcome {
        MEASURED,
        FAILED,
        SKIPPED
    }

    Place place = Place.UNKNOWN;
    String name = "";
    /** The name without the aggregate's; empty before version 1.5 and in CSV. */
    String runName = "";
    /** {@code iteration} or {@code aggregate}; empty before version 1.5 and in CSV. */
    String runType = "";

    String aggregate = "";
    Outcome outcome = Outcome.MEASURED;
    String message = "";
    /** Of an aggregate: how many repetitions it is of. -1 if it isn't known, as that of a fit isn't. */
    double iterations = -1;

    double realTime = Double.NaN;
    double cpuTime = Double.NaN;
    String timeUnit = "";
    /** Whether it is the fit of a complexity ({@code BigO}) or its residual ({@code RMS}). */
    boolean fit;

    final Map<String, Double> counters = new LinkedHashMap<>();
}
