package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Verdicts as a server would give them. */
public final class Rows {

    private Rows() {}

    public static VerdictRow time(
            Outcome outcome, String benchmark, Map<String, String> params, double baseline, double now) {
        double ratio = now / baseline;
        return row(outcome, benchmark, params, "score", "s/op", baseline, now, ratio * 0.96, ratio * 1.04, 0.0004);
    }

    public static VerdictRow allocation(Outcome outcome, String benchmark, double baseline, double now) {
        double ratio = now / baseline;
        return row(outcome, benchmark, Map.of(), "gc.alloc.rate.norm", "B/op", baseline, now, ratio, ratio, Double.NaN);
    }

    /** A regression whose baseline is too near to zero for a ratio. */
    public static VerdictRow fromNothing(String benchmark, double baseline, double now) {
        return new VerdictRow(
                Outcome.REGRESSED,
                benchmark,
                new TreeMap<>(),
                "avgt",
                1,
                "gc.alloc.rate.norm",
                "B/op",
                now,
                3,
                baseline,
                36,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                true,
                Double.NaN,
                0,
                List.of());
    }

    public static VerdictRow withoutBaseline(String benchmark) {
        return row(
                Outcome.INCONCLUSIVE,
                benchmark,
                Map.of(),
                "score",
                "s/op",
                Double.NaN,
                1e-6,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    public static VerdictRow noisy(String benchmark, double detectable, int forksNeeded) {
        return new VerdictRow(
                Outcome.INCONCLUSIVE,
                benchmark,
                new TreeMap<>(),
                "avgt",
                1,
                "score",
                "s/op",
                1.02e-6,
                3,
                1e-6,
                36,
                1.02,
                0.98,
                1.06,
                0.31,
                false,
                detectable,
                forksNeeded,
                List.of());
    }

    private static VerdictRow row(
            Outcome outcome,
            String benchmark,
            Map<String, String> params,
            String metric,
            String unit,
            double baseline,
            double now,
            double low,
            double high,
            double pValue) {
        boolean compared = !Double.isNaN(baseline);
        return new VerdictRow(
                outcome,
                benchmark,
                new TreeMap<>(params),
                "avgt",
                1,
                metric,
                unit,
                now,
                3,
                baseline,
                compared ? 36 : 0,
                now / baseline,
                low,
                high,
                pValue,
                compared && Double.isNaN(pValue),
                Double.NaN,
                0,
                compared ? List.of() : List.of("There is no earlier run to compare with."));
    }

    static RunVerdicts run(VerdictRow... rows) {
        int comparisons =
                (int) List.of(rows).stream().filter(VerdictRow::hasBaseline).count();
        return new RunVerdicts(
                "acme",
                17,
                "faster-split",
                "3f722d5c1a0b9e8d7c6b5a493827160f5e4d3c2b",
                "ci-linux-x64",
                comparisons == 0
                        ? Set.of()
                        : Set.of(new BaselineRange(12, "0a1b2c3d4e5f60718293", "f0e1d2c3b4a596877869")),
                comparisons,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(rows),
                "https://perf.acme.example/projects/acme/runs/17");
    }
}
