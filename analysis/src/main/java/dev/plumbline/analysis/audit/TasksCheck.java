package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import java.util.Map;

/** Whether tasks of a recording of tokio-console kept their thread, or wait for something that never comes. */
final class TasksCheck implements Check {

    /** Seconds of a poll that is too long: that much later everything else on the thread goes on. */
    private static final double LONG_POLL = 0.1;

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        if (result.setup().harness() != Harness.TOKIO_CONSOLE) {
            return;
        }
        double longest = value(result, "longest-poll");
        boolean mayBlock = result.benchmark().params().getOrDefault("kind", "").equals("blocking");
        if (longest >= LONG_POLL && !mayBlock) {
            observations.add(
                    AuditCode.LONG_POLL,
                    Math.round(longest * 1000) + " ms without yielding",
                    longest,
                    Map.of("seconds", longest));
        }
        double lost = value(result, "lost-wakers");
        if (lost > 0) {
            observations.add(
                    AuditCode.LOST_WAKER,
                    Math.round(lost) + (lost == 1 ? " task waits" : " tasks wait") + " for nothing",
                    lost,
                    Map.of("tasks", lost));
        }
    }

    private static double value(BenchmarkResult result, String metric) {
        return result.secondary().stream()
                .filter(measurement -> measurement.metric().name().equals(metric))
                .mapToDouble(Measurement::score)
                .findFirst()
                .orElse(0);
    }
}
