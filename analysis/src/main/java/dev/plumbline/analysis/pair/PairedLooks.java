package dev.plumbline.analysis.pair;

import dev.plumbline.analysis.stats.Estimate;
import dev.plumbline.analysis.stats.PairedNoise;
import dev.plumbline.analysis.stats.SpentLevels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at the pairs of a suite as often as its plan says, each time at the pairs that existed then: what was seen at an earlier
 * look follows from the pairs themselves, so nothing needs to be remembered, and anyone with the same pairs gets the same verdict.
 *
 * <p>Safe for threads: the levels that it remembers follow from the plan.
 */
final class PairedLooks {

    private final PairPlan plan;
    private final Map<List<Integer>, SpentLevels> levels = new ConcurrentHashMap<>();

    PairedLooks(PairPlan plan) {
        this.plan = plan;
    }

    /** The evidence about each of these series, which share a metric and therefore a prior. */
    Map<PairedSeries, PairedEvidence> at(List<PairedSeries> family) {
        SortedSet<Integer> times = new TreeSet<>();
        Map<PairedSeries, List<Integer>> looks = new LinkedHashMap<>();
        for (PairedSeries series : family) {
            List<Integer> own = plan.looks(series.pairs());
            looks.put(series, own);
            times.addAll(own);
        }
        Map<PairedSeries, PairedEvidence> evidence = new LinkedHashMap<>();
        for (int pairs : times) {
            PairedNoise noise = PairedNoise.fit(
                    family.stream().map(series -> series.first(pairs)).toList());
            looks.forEach((series, own) -> {
                int look = own.indexOf(pairs);
                if (look >= 0) {
                    evidence.merge(series, seen(own, look, noise.of(series.first(pairs))), PairedLooks::after);
                }
            });
        }
        return evidence;
    }

    private PairedEvidence seen(List<Integer> looks, int look, Estimate effect) {
        List<Integer> planned = plan.looks(plan.most());
        // A look's level depends only on the looks before it.
        boolean asPlanned = looks.size() <= planned.size() && looks.equals(planned.subList(0, looks.size()));
        SpentLevels spent =
                levels.computeIfAbsent(asPlanned ? planned : looks, used -> new SpentLevels(plan.fractions(used)));
        double pValue = FewPairs.pValue(effect.pValue(), looks.get(look));
        return new PairedEvidence(effect, spent.sequential(look, pValue), spent, look);
    }

    /** The smaller p-value is kept, but not that of an effect whose direction has changed since. */
    private static PairedEvidence after(PairedEvidence earlier, PairedEvidence later) {
        boolean turned = earlier.effect().difference() * later.effect().difference() < 0;
        double pValue = turned ? later.pValue() : Math.min(earlier.pValue(), later.pValue());
        return new PairedEvidence(later.effect(), pValue, later.levels(), later.look());
    }
}
