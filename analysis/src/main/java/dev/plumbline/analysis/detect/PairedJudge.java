package dev.plumbline.analysis.detect;

import static java.util.Objects.requireNonNull;

import dev.plumbline.analysis.stats.BenjaminiHochberg;
import dev.plumbline.analysis.stats.Effect;
import dev.plumbline.analysis.stats.PairedNoise;
import dev.plumbline.analysis.stats.Power;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares two versions of which forks were launched in turns: the effect is the mean difference inside the pairs, in
 * logarithms, and its error what the pairs differ from each other, shrunk over the suite (moderated paired t). A drift of the
 * machine that is slow against a pair falls out of the differences, and the alternating order (A B B A …) cancels what is
 * left of it. Near-exact metrics are compared by their range, for which pairs add nothing.
 *
 * <p>Stateless and safe for threads.
 */
public final class PairedJudge {

    private final JudgeSettings settings;

    public PairedJudge(JudgeSettings settings) {
        this.settings = settings;
    }

    /** A series that scatters: its place in the run, its values, and its differences on their scale. */
    private record Placed(int place, Prepared prepared, Scale scale, double baselineMean, Sample differences) {

        static Placed of(int place, Prepared prepared) {
            Scale scale = Scale.of(prepared.baseline(), prepared.candidate());
            double[] baseline = scale.apply(prepared.baseline().get(0));
            double[] differences = scale.apply(prepared.candidate().get(0));
            for (int pair = 0; pair < differences.length; pair++) {
                differences[pair] -= baseline[pair];
            }
            return new Placed(place, prepared, scale, Sample.of(baseline).mean(), Sample.of(differences));
        }
    }

    /** The verdicts on these series, in their order. Never fails, whatever the values are. */
    public RunVerdict judge(List<PairedSubject> subjects) {
        StudentT studentT = new StudentT();
        RangeTest rangeTest = new RangeTest(settings);
        @Nullable SeriesVerdict[] verdicts = new SeriesVerdict[subjects.size()];
        Map<String, List<Placed>> families = new LinkedHashMap<>();
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
                verdicts[place] = rangeTest.judge(prepared);
            } else {
                families.computeIfAbsent(prepared.metric().name(), name -> new ArrayList<>())
                        .add(Placed.of(place, prepared));
            }
        }

        double[] pValues = new double[verdicts.length];
        Arrays.fill(pValues, Double.NaN);
        Map<Placed, Effect> effects = new LinkedHashMap<>();
        for (List<Placed> family : families.values()) {
            PairedNoise noise =
                    PairedNoise.fit(family.stream().map(Placed::differences).toList());
            for (Placed placed : family) {
                Effect effect = noise.of(placed.differences());
                effects.put(placed, effect);
                pValues[placed.place()] = effect.pValue();
            }
        }
        double[] adjusted = BenjaminiHochberg.adjust(pValues);
        effects.forEach((placed, effect) ->
                verdicts[placed.place()] = verdict(placed, effect, adjusted[placed.place()], studentT));

        List<SeriesVerdict> series =
                Arrays.stream(verdicts).map(verdict -> requireNonNull(verdict)).toList();
        int compared = (int) series.stream()
                .filter(verdict -> verdict.method() != Method.NONE)
                .count();
        return new RunVerdict(series, compared, SuiteSummary.of(asRuns, series, settings.confidence(), studentT));
    }

    private SeriesVerdict verdict(Placed placed, Effect effect, double adjustedPValue, StudentT studentT) {
        Prepared prepared = placed.prepared();
        double difference = effect.difference();
        double half = effect.halfWidth(settings.confidence(), studentT);
        Decision decision =
                Decision.of(settings, prepared.metric().unit().direction(), difference, half, adjustedPValue);
        Power power = new Power(studentT, 1 - settings.confidence(), settings.power());
        int pairs = placed.differences().size();
        double ofOnePair = effect.standardError() * Math.sqrt(pairs);
        int pairsNeeded = decision.outcome() == Outcome.INCONCLUSIVE
                ? power.fewest(
                        Math.max(decision.relevant(), Math.abs(difference)),
                        count -> ofOnePair / Math.sqrt(count),
                        effect.degreesOfFreedom())
                : 0;
        Scale scale = placed.scale();
        double place = placed.baselineMean();
        return new SeriesVerdict(
                decision.outcome(),
                Method.PAIRED_T,
                scale.value(place + difference),
                1,
                pairs,
                scale.value(place),
                1,
                pairs,
                scale.ratio(place, difference),
                scale.ratio(place, difference - half),
                scale.ratio(place, difference + half),
                effect.pValue(),
                adjustedPValue,
                Math.expm1(power.smallestDetectable(effect.standardError(), effect.degreesOfFreedom())),
                Remedy.forks(pairsNeeded),
                reasons(decision, scale, effect.pValue()));
    }

    private List<Reason> reasons(Decision decision, Scale scale, double pValue) {
        List<Reason> reasons = new ArrayList<>();
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
