package dev.plumbline.analysis.pair;

import static java.util.Objects.requireNonNull;

import dev.plumbline.analysis.judge.Decision;
import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RangeTest;
import dev.plumbline.analysis.judge.RunVerdict;
import dev.plumbline.analysis.judge.SuiteSummary;
import dev.plumbline.analysis.stats.BenjaminiHochberg;
import dev.plumbline.analysis.stats.Estimate;
import dev.plumbline.analysis.stats.Power;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.subject.NearExact;
import dev.plumbline.analysis.subject.Prepared;
import dev.plumbline.analysis.subject.Scale;
import dev.plumbline.analysis.subject.Subject;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.CombinatoricsUtils;
import org.jspecify.annotations.Nullable;

/**
 * Compares two versions of which forks were launched alternately: the effect is the mean difference inside the pairs, in
 * logarithms, and its error what the pairs differ from each other, shrunk over the suite (moderated paired t). A drift of the
 * machine that is slow compared with a pair cancels out in the differences, and the alternating order (A B B A …) cancels what is
 * left of it. Near-exact metrics are compared by their range, for which pairs add nothing.
 *
 * <p>Pairs may be judged as they arrive, by a {@link PairPlan}. Every look spends a part of the error probability
 * ({@link dev.plumbline.analysis.stats.SpentLevels}), so that one may stop at any of them: p-values are sequential ones, which
 * Benjamini-Hochberg accepts like others, and intervals are repeated confidence intervals (Jennison and Turnbull 1989), of which all
 * together hold the effect with the confidence. The effect of a series that stopped early is somewhat overestimated on average; its
 * interval takes that into account.
 *
 * <p>A series is <em>settled</em> when it has been found regressed, improved or unchanged in this way. A near-exact metric that moved is
 * settled from as many pairs on as make it unlikely that equal versions sort so by chance.
 *
 * <p>Safe for threads.
 */
public final class PairedJudge {

    /** From this many pairs on, chance is ruled out. */
    private static final int MANY_PAIRS = 30;

    private final JudgeSettings settings;
    private final PairPlan plan;
    private final PairedLooks looks;

    /** A judge of pairs that are looked at once, when all are there. */
    public PairedJudge(JudgeSettings settings) {
        this(settings, PairPlan.ONE_LOOK);
    }

    /** A judge of pairs that are looked at by this plan. */
    public PairedJudge(JudgeSettings settings, PairPlan plan) {
        this.settings = settings;
        this.plan = plan;
        this.looks = new PairedLooks(plan);
    }

    /** The verdicts on these series, in their order. Never fails, whatever the values are. */
    public RunVerdict judge(List<PairedSubject> subjects) {
        return look(subjects).verdict();
    }

    /** The same, and which series need more pairs. */
    public PairedLook look(List<PairedSubject> subjects) {
        StudentT studentT = new StudentT();
        RangeTest rangeTest = new RangeTest(settings);
        @Nullable Verdict[] verdicts = new Verdict[subjects.size()];
        PairState[] states = new PairState[verdicts.length];
        Arrays.fill(states, PairState.OPEN);
        Map<String, List<PairedSeries>> families = new LinkedHashMap<>();
        List<Subject> asRuns = new ArrayList<>();
        for (int place = 0; place < verdicts.length; place++) {
            PairedSubject pairs = subjects.get(place).finite();
            Subject asRun = new Subject(pairs.metric(), List.of(pairs.baseline()), pairs.candidate());
            asRuns.add(asRun);
            Prepared prepared = Prepared.of(asRun);
            if (prepared.baseline().isEmpty()) {
                verdicts[place] = prepared.inconclusive(Reason.NO_PAIR);
            } else if (pairs.baseline().length == 1) {
                verdicts[place] = prepared.inconclusive(Reason.ONE_PAIR);
            } else if (NearExact.recognises(prepared.metric(), prepared.baseline())) {
                Verdict verdict = rangeTest.judge(prepared);
                verdicts[place] = verdict;
                states[place] = stateOfExact(verdict.outcome(), pairs.baseline().length);
            } else {
                families.computeIfAbsent(prepared.metric().name(), name -> new ArrayList<>())
                        .add(PairedSeries.of(place, prepared));
            }
        }

        Map<PairedSeries, PairedEvidence> evidence = new LinkedHashMap<>();
        families.values().forEach(family -> evidence.putAll(looks.at(family)));
        double[] pValues = new double[verdicts.length];
        Arrays.fill(pValues, Double.NaN);
        evidence.forEach((series, seen) -> pValues[series.place()] = seen.pValue());
        double[] adjusted = BenjaminiHochberg.adjust(pValues);
        PairProspect prospect = new PairProspect(settings, studentT);
        evidence.forEach((series, seen) -> {
            Verdict verdict = verdict(series, seen, adjusted[series.place()], studentT);
            verdicts[series.place()] = verdict;
            states[series.place()] = state(series, seen, verdict.outcome(), prospect);
        });

        List<Verdict> series =
                Arrays.stream(verdicts).map(verdict -> requireNonNull(verdict)).toList();
        int compared = (int) series.stream()
                .filter(verdict -> verdict.method() != Method.NONE)
                .count();
        SuiteSummary summary = SuiteSummary.of(asRuns, series, settings.confidence(), studentT);
        return new PairedLook(new RunVerdict(series, compared, summary), List.of(states));
    }

    private PairState state(PairedSeries series, PairedEvidence seen, Outcome outcome, PairProspect prospect) {
        if (series.pairs() < plan.fewest()) {
            return PairState.OPEN;
        }
        if (outcome != Outcome.INCONCLUSIVE) {
            return PairState.SETTLED;
        }
        double relevant = Math.log1p(settings.minimumEffectTime());
        return prospect.settledAt(plan.most(), seen, series.pairs(), relevant) < PairProspect.HOPELESS
                ? PairState.FUTILE
                : PairState.OPEN;
    }

    /** Forks that disagree never agree later, since a range only widens. */
    private PairState stateOfExact(Outcome outcome, int pairs) {
        if (pairs < plan.fewest()) {
            return PairState.OPEN;
        }
        return switch (outcome) {
            case UNCHANGED -> PairState.SETTLED;
            case INCONCLUSIVE -> PairState.FUTILE;
            case REGRESSED, IMPROVED, CHANGED ->
                chanceOfSorted(pairs) <= settings.falseDiscoveryRate() ? PairState.SETTLED : PairState.OPEN;
        };
    }

    /**
     * The probability 2 / C(2n, n) that of 2n values in random order the candidate's n lie all above or all below the baseline's:
     * less than 2.5 % from five pairs on.
     */
    private static double chanceOfSorted(int pairs) {
        int enough = Math.min(pairs, MANY_PAIRS);
        return 2 / CombinatoricsUtils.binomialCoefficientDouble(2 * enough, enough);
    }

    private Verdict verdict(PairedSeries series, PairedEvidence seen, double adjustedPValue, StudentT studentT) {
        Prepared prepared = series.prepared();
        Estimate effect = seen.effect();
        double difference = effect.difference();
        double confidence = seen.confidenceNow(settings.confidence());
        double half = effect.halfWidth(confidence, studentT);
        Decision decision =
                Decision.of(settings, prepared.metric().unit().direction(), difference, half, adjustedPValue);
        Power power = new Power(studentT, 1 - confidence, settings.power());
        int pairs = series.pairs();
        double ofOnePair = effect.standardError() * Math.sqrt(pairs);
        int pairsNeeded = decision.outcome() == Outcome.INCONCLUSIVE
                ? power.fewest(
                        Math.max(decision.relevant(), Math.abs(difference)),
                        count -> ofOnePair / Math.sqrt(count),
                        effect.degreesOfFreedom())
                : 0;
        Scale scale = series.scale();
        double place = series.baselineMean();
        return new Verdict(
                decision.outcome(),
                Method.PAIRED_T,
                new Level(scale.value(place + difference), 1, pairs),
                new Level(scale.value(place), 1, pairs),
                new Effect(
                        scale.ratio(place, difference),
                        scale.ratio(place, difference - half),
                        scale.ratio(place, difference + half)),
                new Evidence(
                        seen.pValue(),
                        adjustedPValue,
                        Math.expm1(power.smallestDetectable(effect.standardError(), effect.degreesOfFreedom()))),
                Remedy.forks(pairsNeeded),
                reasons(decision, scale, seen.pValue()),
                Limits.NONE);
    }

    private List<StatedReason> reasons(Decision decision, Scale scale, double pValue) {
        List<StatedReason> reasons = new ArrayList<>();
        if (decision.outcome() == Outcome.INCONCLUSIVE) {
            if (decision.significant()) {
                reasons.add(Reason.BELOW_RELEVANCE);
            } else if (pValue <= settings.falseDiscoveryRate()) {
                reasons.add(Reason.NOT_SIGNIFICANT_AMONG_ALL);
            } else {
                reasons.add(Reason.TOO_FEW_PAIRS);
            }
        }
        if (!scale.logarithmic()) {
            reasons.add(Reason.NOT_POSITIVE);
        }
        return reasons;
    }
}
