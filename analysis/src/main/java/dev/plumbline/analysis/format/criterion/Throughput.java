package dev.plumbline.analysis.format.criterion;

import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much one iteration works through.
 *
 * @param unit what it is called in a second: {@code B/s}, {@code elem/s}, {@code bit/s}
 * @param perIteration how many; positive
 */
record Throughput(String unit, double perIteration) {

    /**
     * The throughput of a number.
     *
     * @param counted as Criterion calls it in any of its files: {@code Bytes}, {@code BytesDecimal}, {@code elements}, …
     * @return empty if an iteration works through nothing, or through something that isn't known
     */
    static Optional<Throughput> of(String counted, double perIteration) {
        if (!(perIteration > 0) || Double.isInfinite(perIteration)) {
            return Optional.empty();
        }
        return switch (counted.toLowerCase(Locale.ROOT)) {
            case "bytes", "bytesdecimal" -> Optional.of(new Throughput("B/s", perIteration));
            case "elements" -> Optional.of(new Throughput("elem/s", perIteration));
            case "bits" -> Optional.of(new Throughput("bit/s", perIteration));
            default -> Optional.empty();
        };
    }

    /**
     * The metric: how much is worked through in a second, sample by sample.
     *
     * @param time a fork with seconds per iteration
     */
    Measurement of(Fork time) {
        Unit symbol = Unit.of(unit);
        double value = perIteration / time.value();
        double[] samples = Arrays.stream(time.iterations())
                .map(seconds -> perIteration / seconds)
                .toArray();
        boolean finite = Arrays.stream(samples).allMatch(Double::isFinite);
        return new Measurement(
                Metric.reported(name(), symbol),
                value,
                Double.NaN,
                List.of(new Fork(value, finite ? samples : new double[0])));
    }

    private String name() {
        return switch (unit) {
            case "B/s" -> "throughput.bytes";
            case "bit/s" -> "throughput.bits";
            default -> "throughput.elements";
        };
    }
}
