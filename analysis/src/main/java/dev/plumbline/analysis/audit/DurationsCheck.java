package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.text.Quantity;
import java.util.Locale;
import java.util.Map;

/** Whether what was timed is long enough for the clock that timed it. */
final class DurationsCheck implements Check {

    /** Seconds: one interruption by the system of 1 ms is 1 % of this. */
    private static final double SHORT_ITERATION = 0.1;

    /** With fewer, the moment at which an iteration ends matters. */
    private static final double FEW_OPERATIONS = 10;

    /** Seconds: reading the clock twice takes some 50 ns, and its steps are up to 100 ns wide. */
    private static final double CLOCK_BOUND = 1e-6;

    /** Seconds: about two cycles of a processor, less than a method that does nothing takes under JMH. */
    private static final double TOO_FAST = 0.5e-9;

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        double operation = secondsPerOperation(result);
        if (result.benchmark().mode() == Mode.SINGLE_SHOT_TIME) {
            clock(operation, observations);
            return;
        }
        double iteration = HarnessTime.seconds(result.setup().measurementTime());
        if (iteration < SHORT_ITERATION) {
            observations.add(
                    AuditCode.SHORT_ITERATIONS,
                    result.setup().measurementTime(),
                    1 / iteration,
                    Map.of("seconds", iteration));
        }
        double operations = iteration / operation;
        if (operations > 0 && operations < FEW_OPERATIONS) {
            observations.add(
                    AuditCode.FEW_OPERATIONS,
                    String.format(Locale.ROOT, "about %.1f an iteration", operations),
                    1 / operations,
                    Map.of("operations", operations));
        }
        if (result.benchmark().mode() == Mode.SAMPLE_TIME) {
            clock(operation, observations);
        } else if (operation > 0 && operation < TOO_FAST) {
            observations.add(
                    AuditCode.TOO_FAST, Quantity.format(operation, "s"), 1 / operation, Map.of("seconds", operation));
        }
    }

    private static void clock(double operation, Observations observations) {
        if (operation > 0 && operation < CLOCK_BOUND) {
            observations.add(
                    AuditCode.BELOW_CLOCK_RESOLUTION,
                    Quantity.format(operation, "s"),
                    1 / operation,
                    Map.of("seconds", operation));
        }
    }

    /** The time of one operation on one thread; NaN if the score's unit doesn't say. */
    private static double secondsPerOperation(BenchmarkResult result) {
        double score = result.primary().score();
        return switch (result.primary().metric().unit().family()) {
            case TIME -> score;
            case THROUGHPUT -> result.benchmark().threads() / score;
            case ALLOCATION, SIZE, BANDWIDTH, COUNT, EXACT_COUNT, RATIO, UNKNOWN, UNKNOWN_MEASURED -> Double.NaN;
        };
    }
}
