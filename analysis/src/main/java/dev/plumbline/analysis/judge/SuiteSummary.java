package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.stats.RatioMean;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * How the whole run compares: the geometric mean of the scores' ratios, each turned so that more than 1 is worse
 * whatever its direction.
 *
 * @param ratio the geometric mean; NaN when fewer than two scores have a ratio
 * @param low lower end of its interval; NaN likewise
 * @param high upper end of its interval; NaN likewise
 * @param series how many scores have a ratio
 */
public record SuiteSummary(double ratio, double low, double high, int series) {

    /** Whether there is a mean to show. */
    public boolean known() {
        return !Double.isNaN(ratio);
    }

    public static SuiteSummary of(
            List<Subject> subjects, List<Verdict> verdicts, double confidence, StudentT studentT) {
        double[] logRatios = new double[subjects.size()];
        double[] halfWidths = new double[subjects.size()];
        int scores = 0;
        for (int i = 0; i < subjects.size(); i++) {
            Metric metric = subjects.get(i).metric();
            Verdict verdict = verdicts.get(i);
            double ratio = verdict.effect().ratio();
            if (metric.isScore() && ratio > 0 && ratio < Double.POSITIVE_INFINITY) {
                logRatios[scores] = metric.unit().direction().worseSign() * Math.log(ratio);
                double halfWidth =
                        Math.log(verdict.effect().high() / verdict.effect().low()) / 2;
                halfWidths[scores] = Double.isFinite(halfWidth) ? halfWidth : 0;
                scores++;
            }
        }
        if (scores < 2) {
            return new SuiteSummary(Double.NaN, Double.NaN, Double.NaN, scores);
        }
        RatioMean mean =
                RatioMean.of(Arrays.copyOf(logRatios, scores), Arrays.copyOf(halfWidths, scores), confidence, studentT);
        return new SuiteSummary(mean.ratio(), mean.low(), mean.high(), mean.size());
    }
}
