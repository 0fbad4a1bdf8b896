package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Mode;
import java.util.Map;

/** Whether the score is a number that can be compared, and how certain it is according to JMH itself. */
final class ScoreCheck implements Check {

    private static final double LARGE_ERROR = 0.2;
    private static final double NANOSECOND = 1e-9;

    /** The reader's note on a score that doesn't match the raw data. */
    private static final String SCORE_DIFFERS = "score-differs";

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        double score = result.primary().score();
        if (!Double.isFinite(score)) {
            observations.add(AuditCode.NOT_MEASURED, "");
            return;
        }
        if (result.notes().stream().anyMatch(note -> note.code().equals(SCORE_DIFFERS))) {
            observations.add(AuditCode.SCORE_DIFFERS, "");
        }
        if (score == 0) {
            if (result.benchmark().mode() != Mode.COUNT) {
                observations.add(AuditCode.ZERO_SCORE, "");
            }
            return;
        }
        if (isBelowANanosecond(result)) {
            observations.add(AuditCode.BELOW_A_NANOSECOND, "");
        }
        double relative = result.primary().scoreError() / Math.abs(score);
        if (relative > LARGE_ERROR) {
            observations.add(
                    AuditCode.LARGE_ERROR, "±" + Percent.of(relative), relative, Map.of("relativeError", relative));
        }
    }

    /** JMH uses the results of its benchmarks, so that its fastest ones are honest. */
    private static boolean isBelowANanosecond(BenchmarkResult result) {
        return result.setup().harness() != Harness.JMH
                && result.benchmark().mode() == Mode.AVERAGE_TIME
                && result.primary().metric().unit().base().equals("s/op")
                && result.primary().score() > 0
                && result.primary().score() < NANOSECOND;
    }
}
