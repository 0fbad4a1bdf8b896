package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Evidence;
import dev.plumbline.analysis.verdict.Level;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Remedy;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Verdicts as a server would give them. */
public final class Rows {

    private static final int FORKS = 3;
    private static final int BASELINE_FORKS = 36;

    private Rows() {}

    public static VerdictRow time(
            Outcome outcome, String benchmark, Map<String, String> params, double baseline, double now) {
        double ratio = now / baseline;
        return row(
                score(benchmark, params),
                outcome,
                Method.MODERATED_T,
                baseline,
                now,
                new Effect(ratio, ratio * 0.96, ratio * 1.04),
                new Evidence(Double.NaN, 0.0004, Double.NaN),
                Remedy.NONE,
                List.of());
    }

    public static VerdictRow allocation(Outcome outcome, String benchmark, double baseline, double now) {
        double ratio = now / baseline;
        return of(allocated(benchmark), outcome, baseline, now, new Effect(ratio, ratio, ratio));
    }

    /** A metric that is counted, such as one of the fifty that Valgrind's tools give. */
    public static VerdictRow counted(Outcome outcome, String benchmark, String metric) {
        SeriesName series = new SeriesName(benchmark, new TreeMap<>(), "count", 1, metric, "#");
        return of(series, outcome, 100, 100, new Effect(1, 1, 1));
    }

    /** A regression whose baseline is too near to zero for a ratio. */
    public static VerdictRow fromNothing(String benchmark, double baseline, double now) {
        return of(allocated(benchmark), Outcome.REGRESSED, baseline, now, Effect.UNKNOWN);
    }

    public static VerdictRow withoutBaseline(String benchmark) {
        return new VerdictRow(
                score(benchmark, Map.of()),
                new Verdict(
                        Outcome.INCONCLUSIVE,
                        Method.NONE,
                        new Level(1e-6, 1, FORKS),
                        Level.NONE,
                        Effect.UNKNOWN,
                        Evidence.NONE,
                        Remedy.NONE,
                        List.of(Reason.NO_BASELINE),
                        Limits.NONE));
    }

    /** A series that has a baseline and could not be tested. */
    static VerdictRow untested(String benchmark) {
        return row(
                score(benchmark, Map.of()),
                Outcome.INCONCLUSIVE,
                Method.NONE,
                1e-6,
                1.02e-6,
                Effect.of(1.02),
                Evidence.NONE,
                Remedy.NONE,
                List.of(Reason.ONE_FORK));
    }

    /** A series that has a baseline and could not be tested, for one reason more. */
    public static VerdictRow stated(String benchmark, StatedReason reason) {
        return row(
                score(benchmark, Map.of()),
                Outcome.INCONCLUSIVE,
                Method.NONE,
                1e-6,
                1.02e-6,
                Effect.of(1.02),
                Evidence.NONE,
                Remedy.NONE,
                List.of(Reason.ONE_FORK, reason));
    }

    public static VerdictRow noisy(String benchmark, double detectable, int forksNeeded) {
        return row(
                score(benchmark, Map.of()),
                Outcome.INCONCLUSIVE,
                Method.MODERATED_T,
                1e-6,
                1.02e-6,
                new Effect(1.02, 0.98, 1.06),
                new Evidence(Double.NaN, 0.31, detectable),
                Remedy.forks(forksNeeded),
                List.of());
    }

    /** A verdict without error probability. */
    static VerdictRow of(SeriesName series, Outcome outcome, double baseline, double now, Effect effect) {
        return row(series, outcome, Method.NEAR_EXACT, baseline, now, effect, Evidence.NONE, Remedy.NONE, List.of());
    }

    private static VerdictRow row(
            SeriesName series,
            Outcome outcome,
            Method method,
            double baseline,
            double now,
            Effect effect,
            Evidence evidence,
            Remedy remedy,
            List<StatedReason> reasons) {
        return new VerdictRow(
                series,
                new Verdict(
                        outcome,
                        method,
                        new Level(now, 1, FORKS),
                        new Level(baseline, 12, BASELINE_FORKS),
                        effect,
                        evidence,
                        remedy,
                        reasons,
                        Limits.NONE));
    }

    private static SeriesName score(String benchmark, Map<String, String> params) {
        return new SeriesName(benchmark, new TreeMap<>(params), "avgt", 1, "score", "s/op");
    }

    private static SeriesName allocated(String benchmark) {
        return new SeriesName(benchmark, new TreeMap<>(), "avgt", 1, "gc.alloc.rate.norm", "B/op");
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
                RunSummary.of(
                        Arrays.stream(rows).map(VerdictRow::verdict).toList(),
                        comparisons,
                        Effect.UNKNOWN,
                        SuiteReport.NONE),
                List.of(rows),
                MissingBenchmarks.NONE,
                "https://perf.acme.example/projects/acme/runs/17");
    }
}
