package dev.plumbline.analysis.rename;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import java.util.SortedMap;

/**
 * A benchmark that came or that is gone, as it was measured next to that place.
 *
 * @param benchmark the benchmark
 * @param unit the base unit of its score
 * @param level its score there, in this unit; NaN if it isn't known
 */
public record MeasuredBenchmark(BenchmarkId benchmark, String unit, double level) {

    /** The class, with its package; empty if the name has none. */
    String type() {
        return benchmark.name().substring(0, Math.max(0, benchmark.name().lastIndexOf('.')));
    }

    /** The class without its package. */
    String simpleType() {
        return type().substring(type().lastIndexOf('.') + 1);
    }

    /** The package, or the class around an inner class; empty if there is none. */
    String enclosing() {
        return type().substring(0, Math.max(0, type().lastIndexOf('.')));
    }

    String method() {
        return benchmark.name().substring(benchmark.name().lastIndexOf('.') + 1);
    }

    /** What remains of the identity without the name. */
    Variant variant() {
        return new Variant(benchmark.params(), benchmark.mode(), benchmark.threads());
    }

    /**
     * Parameters, mode and threads.
     *
     * @param params names and values
     * @param mode the mode
     * @param threads the number of threads
     */
    record Variant(SortedMap<String, String> params, Mode mode, int threads) {}

    /** Whether both levels are known, in one unit, and at most so many times apart. */
    boolean near(MeasuredBenchmark other, double factor) {
        double ratio = Math.max(level, other.level) / Math.min(level, other.level);
        return unit.equals(other.unit) && level > 0 && other.level > 0 && ratio <= factor;
    }
}
