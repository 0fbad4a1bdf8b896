package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.stats.BenjaminiHochberg;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.stats.SuiteNoise;
import dev.plumbline.analysis.subject.AssumedNoise;
import dev.plumbline.analysis.subject.ForkLevels;
import dev.plumbline.analysis.subject.NearExact;
import dev.plumbline.analysis.subject.Prepared;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Threshold;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares all series of a run with their baselines at once, since the noise is estimated from the whole suite and all share
 * one bound on false findings. Series that scatter are compared by moderated t (Smyth 2004) on fork means in logarithms, with
 * a prior of their own for each metric's name; near-exact ones against the range of their segment. A series with a classic
 * model is judged by it alone and takes no part in what the others share. Where nothing shows the noise, or one run of a side
 * doesn't show how runs differ, noise that is known from elsewhere takes its place.
 *
 * <p>The caller has to leave out informational metrics. Stateless and safe for threads.
 */
public final class RunJudge {

    private final JudgeSettings settings;

    public RunJudge(JudgeSettings settings) {
        this.settings = settings;
    }

    /** A comparison and its place in the run. Scores, percentiles and counts differ in noise, so each name is a family. */
    private record Placed(int place, Comparison comparison, JudgeSettings settings, AssumedNoise assumed) {}

    /** The verdicts on these series, in their order. Never fails, whatever the values are. */
    public RunVerdict judge(List<Subject> subjects) {
        StudentT studentT = new StudentT();

        @Nullable Verdict[] verdicts = new Verdict[subjects.size()];
        Map<String, List<Placed>> families = new LinkedHashMap<>();
        List<Placed> assumed = new ArrayList<>();
        for (int place = 0; place < verdicts.length; place++) {
            Prepared prepared = Prepared.of(subjects.get(place));
            Threshold threshold = subjects.get(place).threshold();
            JudgeSettings own = threshold instanceof DefaultTest test ? settings.with(test) : settings;
            if (prepared.candidate().isEmpty()) {
                verdicts[place] = prepared.inconclusive(Reason.NO_VALUE);
            } else if (threshold instanceof ClassicModel model) {
                verdicts[place] = new BoundaryTest(model).judge(prepared);
            } else if (prepared.baseline().isEmpty()) {
                verdicts[place] = prepared.inconclusive(Reason.NO_BASELINE);
            } else if (prepared.oneForkWithoutHistory()
                    && prepared.metric().unit().family().isExact()) {
                verdicts[place] = new RangeTest(own).judge(prepared);
            } else if (prepared.oneForkWithoutHistory()) {
                Placed placed = new Placed(
                        place, Comparison.of(prepared), own, subjects.get(place).assumed());
                if (!placed.assumed().known()) {
                    verdicts[place] = prepared.inconclusive(Reason.ONE_FORK);
                } else if (AssumedTest.isBelowResolution(prepared)) {
                    verdicts[place] = new RangeTest(own).judge(prepared);
                } else if (placed.comparison().scale().logarithmic()) {
                    assumed.add(placed);
                } else {
                    verdicts[place] = prepared.inconclusive(Reason.ONE_FORK);
                }
            } else if (NearExact.recognises(prepared.metric(), prepared.baseline())) {
                verdicts[place] = new RangeTest(own).judge(prepared);
            } else {
                families.computeIfAbsent(prepared.metric().name(), name -> new ArrayList<>())
                        .add(new Placed(
                                place,
                                Comparison.of(prepared),
                                own,
                                subjects.get(place).assumed()));
            }
        }

        double[] pValues = new double[verdicts.length];
        double[] weights = new double[verdicts.length];
        Arrays.fill(pValues, Double.NaN);
        Arrays.fill(weights, 1);
        Map<Placed, SuiteNoise> noise = new LinkedHashMap<>();
        for (List<Placed> family : families.values()) {
            SuiteNoise suite = SuiteNoise.fit(
                    family.stream().map(placed -> placed.comparison().scatter()).toList());
            for (Placed placed : family) {
                if (isWiderAssumed(placed, suite, studentT)) {
                    assumed.add(placed);
                    continue;
                }
                noise.put(placed, suite);
                pValues[placed.place()] = Math.max(
                        ModeratedTest.pValue(placed.comparison(), suite),
                        ForkLevels.pValue(placed.comparison().prepared()));
                weights[placed.place()] = placed.settings().falseDiscoveryRate() / settings.falseDiscoveryRate();
            }
        }
        for (Placed placed : assumed) {
            pValues[placed.place()] = AssumedTest.pValue(placed.comparison(), placed.assumed());
            weights[placed.place()] = placed.settings().falseDiscoveryRate() / settings.falseDiscoveryRate();
        }
        double[] adjusted = BenjaminiHochberg.adjust(pValues, weights);
        Map<JudgeSettings, ModeratedTest> tests = new HashMap<>();
        noise.forEach((placed, suite) -> verdicts[placed.place()] = tests.computeIfAbsent(
                        placed.settings(), own -> new ModeratedTest(own, studentT))
                .judge(placed.comparison(), suite, pValues[placed.place()], adjusted[placed.place()]));
        assumed.forEach(placed -> verdicts[placed.place()] = new AssumedTest(placed.settings(), studentT)
                .judge(placed.comparison(), placed.assumed(), pValues[placed.place()], adjusted[placed.place()]));

        List<Verdict> series =
                Arrays.stream(verdicts).map(Objects::requireNonNull).toList();
        int compared = (int) series.stream()
                .filter(verdict -> verdict.method() != Method.NONE)
                .count();
        return new RunVerdict(series, compared, SuiteSummary.of(subjects, series, settings.confidence(), studentT));
    }

    /**
     * Whether the noise that is known from elsewhere makes a wider interval than the forks do: one run of a side doesn't show how
     * much runs differ, and what was assumed may be less than what the forks show.
     */
    private static boolean isWiderAssumed(Placed placed, SuiteNoise suite, StudentT studentT) {
        return placed.assumed().known()
                && placed.comparison().scale().logarithmic()
                && new AssumedTest(placed.settings(), studentT).half(placed.comparison(), placed.assumed())
                        > new ModeratedTest(placed.settings(), studentT).half(placed.comparison(), suite);
    }
}
