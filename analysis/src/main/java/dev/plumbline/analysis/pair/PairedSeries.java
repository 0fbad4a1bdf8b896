package dev.plumbline.analysis.pair;

import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.subject.Prepared;
import dev.plumbline.analysis.subject.Scale;
import java.util.Arrays;

/**
 * A series of pairs that scatters.
 *
 * @param place its place in the run
 * @param prepared its finite values
 * @param scale the scale on which they are compared
 * @param baselineMean the baseline's mean there
 * @param differences candidate less baseline there, pair by pair in the order of measuring
 */
record PairedSeries(int place, Prepared prepared, Scale scale, double baselineMean, double[] differences) {

    static PairedSeries of(int place, Prepared prepared) {
        Scale scale = Scale.of(prepared.baseline(), prepared.candidate());
        double[] baseline = scale.apply(prepared.baseline().get(0));
        double[] differences = scale.apply(prepared.candidate().get(0));
        for (int pair = 0; pair < differences.length; pair++) {
            differences[pair] -= baseline[pair];
        }
        return new PairedSeries(place, prepared, scale, Sample.of(baseline).mean(), differences);
    }

    /** How many pairs there are. */
    int pairs() {
        return differences.length;
    }

    /** The first differences, at most this many. */
    Sample first(int pairs) {
        return Sample.of(Arrays.copyOf(differences, Math.min(pairs, differences.length)));
    }
}
