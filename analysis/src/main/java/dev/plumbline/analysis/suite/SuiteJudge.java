package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.judge.BaselineRuns;
import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.stats.RobustCentre;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Judges the movement that a run's benchmarks share, as a series of its own with one value per run: against the prediction of the
 * suite's current segment. Stateless and safe for threads.
 */
public final class SuiteJudge {

    /** A benchmark moved with the suite when it moved by at least this share of the shared movement. */
    private static final double ALONG = 0.5;

    /** With too little history, this share of the benchmarks must have moved one way to be worth a warning. */
    private static final double MOST = 0.75;

    /**
     * So many benchmarks that move one way are a movement of the suite, whatever its history: chance doesn't move most of them. Those tell it
     * whose own interval is narrower than the movement; the others scatter to both sides.
     */
    private static final int LARGE = 20;

    /** A residual within this many scales of the others' residuals is a normal difference between benchmarks in a shared movement. */
    private static final double APART = 3;

    private final JudgeSettings settings;
    private final RunJudge judge;

    public SuiteJudge(JudgeSettings settings) {
        this.settings = settings;
        this.judge = new RunJudge(settings);
    }

    /**
     * The verdict on a run's shared movement; {@link SuiteVerdict#NONE} if it couldn't be estimated.
     *
     * @param history the runs
     * @param baseline the segment of the shared movement that the run is compared with
     * @param candidate the run
     */
    public SuiteVerdict judge(SuiteHistory history, BaselineRuns baseline, int candidate) {
        SharedMovement shared = history.shared();
        if (!shared.known(candidate) || shared.knownIn(baseline.from(), baseline.to()) == 0) {
            return SuiteVerdict.NONE;
        }
        List<double[]> runs = shared.asRuns();
        Verdict verdict = judge.judge(List.of(new Subject(
                        SharedMovement.METRIC, runs.subList(baseline.from(), baseline.to()), runs.get(candidate))))
                .series()
                .get(0);
        double[] before = shared.in(baseline.from(), baseline.to());
        double level = Sample.of(before).mean();
        double movement = shared.movement()[candidate] - level;
        int series = shared.series()[candidate];
        double error = Math.hypot(
                shared.standardError()[candidate],
                before.length < 2 ? 0 : Math.sqrt(Sample.of(before).variance() / before.length));
        double half = error * new StudentT().quantile((1 + settings.confidence()) / 2, series - 1.0);
        // The prediction covers how runs differ, but not how well this run's benchmarks agree.
        boolean agreed = Math.abs(movement) > half;
        boolean finding = verdict.outcome().changed();
        return new SuiteVerdict(
                finding && !agreed ? Outcome.INCONCLUSIVE : verdict.outcome(),
                new Effect(Math.exp(movement), Math.exp(movement - half), Math.exp(movement + half)),
                verdict.effect().ratio() / verdict.effect().high(),
                verdict.effect().ratio() / verdict.effect().low(),
                verdict.evidence().pValue(),
                verdict.baseline().runs(),
                along(history.distances(candidate, level), movement),
                series,
                true);
    }

    /**
     * What is said if most benchmarks moved the same way and the history is too short to remove that: of a large suite that it moved, which
     * is a finding, and of a small one a warning. {@link SuiteVerdict#NONE} if they didn't.
     *
     * @param subjects what was judged
     * @param verdicts the verdict on each
     */
    public SuiteVerdict warning(List<Subject> subjects, List<Verdict> verdicts) {
        double[] ratios = scores(subjects, verdicts, Double.POSITIVE_INFINITY);
        if (ratios.length < CommonMode.FEWEST_SERIES) {
            return SuiteVerdict.NONE;
        }
        RobustCentre centre = RobustCentre.of(ratios, new double[ratios.length], 1e-3);
        int along = along(ratios, centre.value());
        double[] calm = scores(subjects, verdicts, Math.abs(centre.value()));
        double[] tellers = ratios.length >= LARGE && calm.length >= CommonMode.FEWEST_SERIES ? calm : ratios;
        if (Math.abs(centre.value()) < Math.log1p(settings.minimumEffectTime())
                || along(tellers, centre.value()) < MOST * tellers.length) {
            return SuiteVerdict.NONE;
        }
        double half =
                centre.standardError() * new StudentT().quantile((1 + settings.confidence()) / 2, ratios.length - 1.0);
        int runs = verdicts.stream()
                .mapToInt(verdict -> verdict.baseline().runs())
                .max()
                .orElse(0);
        boolean large = ratios.length >= LARGE && Math.abs(centre.value()) > half;
        return new SuiteVerdict(
                !large ? Outcome.INCONCLUSIVE : centre.value() > 0 ? Outcome.REGRESSED : Outcome.IMPROVED,
                new Effect(Math.exp(centre.value()), Math.exp(centre.value() - half), Math.exp(centre.value() + half)),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                runs,
                along,
                ratios.length,
                false);
    }

    /**
     * The verdicts in the light of the suite's. If the suite moved farther than its history explains, or a large one has hardly any, a benchmark
     * that moved somewhat more or less than the others isn't a finding of its own: benchmarks respond differently to the same cause.
     * One that is apart from all the others remains a finding, and one that stayed where it was has stayed.
     */
    public List<Verdict> inLightOf(SuiteVerdict suite, List<Subject> subjects, List<Verdict> verdicts) {
        if (!suite.finding()) {
            return verdicts;
        }
        double centre = suite.takenOut() ? 0 : Math.log(suite.effect().ratio());
        double scale = Median.scaleAround(centre, scores(subjects, verdicts, Double.POSITIVE_INFINITY));
        List<Verdict> lit = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            boolean finding = verdict.outcome().changed();
            double distance = subjects.get(i).metric().unit().direction().worseSign()
                            * Math.log(verdict.effect().ratio())
                    - centre;
            boolean amongOthers = Math.abs(distance) <= APART * scale;
            lit.add(
                    finding
                                    && amongOthers
                                    && (verdict.method() == Method.MODERATED_T
                                            || verdict.method() == Method.ASSUMED_NOISE)
                                    && AlignedSeries.timeOrRate(subjects.get(i).metric())
                            ? verdict.because(Outcome.INCONCLUSIVE, Reason.MOVED_WITH_SUITE)
                            : verdict);
        }
        return lit;
    }

    /** The oriented log ratios of the scores that are times or rates and known to {@code half}. */
    private static double[] scores(List<Subject> subjects, List<Verdict> verdicts, double half) {
        double[] ratios = new double[verdicts.size()];
        int count = 0;
        for (int i = 0; i < ratios.length; i++) {
            Effect effect = verdicts.get(i).effect();
            double ratio = effect.ratio();
            boolean precise = half == Double.POSITIVE_INFINITY || Math.log(effect.high() / effect.low()) / 2 <= half;
            if (precise
                    && subjects.get(i).metric().isScore()
                    && AlignedSeries.timeOrRate(subjects.get(i).metric())
                    && ratio > 0
                    && ratio < Double.POSITIVE_INFINITY) {
                ratios[count++] = subjects.get(i).metric().unit().direction().worseSign() * Math.log(ratio);
            }
        }
        return Arrays.copyOf(ratios, count);
    }

    private static int along(double[] distances, double movement) {
        int along = 0;
        for (double distance : distances) {
            along += distance * Math.signum(movement) > ALONG * Math.abs(movement) ? 1 : 0;
        }
        return along;
    }
}
