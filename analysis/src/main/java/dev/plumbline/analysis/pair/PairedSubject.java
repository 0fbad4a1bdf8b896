package dev.plumbline.analysis.pair;

import dev.plumbline.analysis.model.Metric;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One series measured in pairs: forks of both versions launched alternately (A B B A …), so that a machine which is slow for a
 * while is slow for both forks of a pair.
 *
 * @param metric what is measured; its unit gives the direction
 * @param baseline the fork values of the one version in the unit's base unit, in the order of the pairs
 * @param candidate the fork values of the other version; the one at a place was launched next to the baseline's at that place
 */
public record PairedSubject(Metric metric, double[] baseline, double[] candidate) {

    public PairedSubject {
        if (baseline.length != candidate.length) {
            throw new IllegalArgumentException(metric.name() + ": " + baseline.length + " baseline forks and "
                    + candidate.length + " candidate forks make no pairs; give as many of each");
        }
    }

    /** The pairs of which both forks have a finite value. */
    PairedSubject finite() {
        int[] kept = IntStream.range(0, baseline.length)
                .filter(pair -> Double.isFinite(baseline[pair]) && Double.isFinite(candidate[pair]))
                .toArray();
        return new PairedSubject(metric, at(kept, baseline), at(kept, candidate));
    }

    private static double[] at(int[] places, double[] values) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }
}
