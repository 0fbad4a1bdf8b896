package dev.plumbline.analysis.profile.difference;

import dev.plumbline.analysis.profile.difference.CostChange.Finding;
import dev.plumbline.analysis.profile.difference.Observed.Estimated;
import dev.plumbline.analysis.stats.BenjaminiHochberg;
import dev.plumbline.analysis.stats.Estimate;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.stats.VariancePrior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What samples say of many functions at once. The variance of each function is that of its samples times a dispersion, which recordings
 * of the same code teach: quasi-likelihood with shrunken dispersions (Lund, Nettleton, McCarthy and Smyth, "Detecting
 * Differential Expression in RNA-sequence Data Using Quasi-likelihood with Shrunken Dispersion Estimates", Statistical Applications
 * in Genetics and Molecular Biology 11(5), 2012).
 */
final class SampledChanges {

    /** The built-in prior counts as so many functions. */
    private static final double PRIOR_FUNCTIONS = 20;

    private final DifferenceSettings settings;
    private final List<Observed[]> functions;
    private final Estimated[][] estimated;
    private final boolean[] judged;
    private final double degreesOfFreedom;

    private SampledChanges(List<Observed[]> functions, DifferenceSettings settings) {
        this.settings = settings;
        this.functions = functions;
        this.estimated = functions.stream()
                .map(pair -> Arrays.stream(pair)
                        .map(side -> side.estimated(settings.betweenRecordings()))
                        .toArray(Estimated[]::new))
                .toArray(Estimated[][]::new);
        this.judged = new boolean[functions.size()];
        for (int i = 0; i < judged.length; i++) {
            Observed[] pair = functions.get(i);
            judged[i] = pair[0].part().samples() + pair[1].part().samples() >= settings.fewestSamples()
                    && !(pair[0].isWhole() && pair[1].isWhole());
        }
        this.degreesOfFreedom =
                functions.isEmpty() ? 0 : functions.get(0)[0].parts().length + functions.get(0)[1].parts().length - 2;
    }

    /**
     * The changes of all functions, in their order.
     *
     * @param functions base and head of each
     */
    static List<CostChange> of(List<Observed[]> functions, DifferenceSettings settings) {
        return new SampledChanges(functions, settings).changes();
    }

    private List<CostChange> changes() {
        Estimate[] estimates = estimates();
        double[] pValues = new double[estimates.length];
        for (int i = 0; i < pValues.length; i++) {
            pValues[i] = judged[i] ? estimates[i].pValue() : Double.NaN;
        }
        double[] adjusted = BenjaminiHochberg.adjust(pValues);
        StudentT studentT = new StudentT();
        List<CostChange> changes = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Estimate estimate = estimates[i];
            double width = estimate.halfWidth(settings.confidence(), studentT);
            boolean beyondChance = adjusted[i] <= settings.falseDiscoveryRate();
            Finding finding =
                    !beyondChance ? Finding.UNPROVEN : estimate.difference() > 0 ? Finding.HOTTER : Finding.COLDER;
            changes.add(new CostChange(
                    functions.get(i)[0].value(),
                    functions.get(i)[1].value(),
                    estimate.difference() - width,
                    estimate.difference() + width,
                    adjusted[i],
                    finding));
        }
        return changes;
    }

    private Estimate[] estimates() {
        double[] dispersions = new double[functions.size()];
        for (int i = 0; i < dispersions.length; i++) {
            Observed[] pair = functions.get(i);
            dispersions[i] = degreesOfFreedom == 0
                    ? 0
                    : (pair[0].deviations(estimated[i][0]) + pair[1].deviations(estimated[i][1])) / degreesOfFreedom;
        }
        VariancePrior prior = prior(dispersions);
        Estimate[] estimates = new Estimate[dispersions.length];
        for (int i = 0; i < estimates.length; i++) {
            Estimated[] pair = estimated[i];
            double dispersion = prior.shrink(dispersions[i], degreesOfFreedom);
            double variance = Math.max(
                    pair[0].variance() + pair[1].variance(),
                    dispersion * (pair[0].variance() + pair[1].variance() + shared(i)));
            estimates[i] = new Estimate(
                    pair[1].value() - pair[0].value(),
                    Math.sqrt(variance),
                    degreesOfFreedom + prior.degreesOfFreedom());
        }
        return estimates;
    }

    /** What recordings add to the variance of the difference: less, the more there are. */
    private double shared(int function) {
        Observed[] pair = functions.get(function);
        return estimated[function][0].between() / pair[0].parts().length
                + estimated[function][1].between() / pair[1].parts().length;
    }

    /**
     * What is expected of a function's dispersion. A few recordings can make it larger and less certain than what is built in, never
     * smaller: what the compiler decides differently from process to process shows in few functions, and rarely.
     */
    private VariancePrior prior(double[] dispersions) {
        VariancePrior builtIn = settings.dispersion();
        if (degreesOfFreedom == 0) {
            return builtIn;
        }
        List<Double> known = new ArrayList<>();
        for (int i = 0; i < dispersions.length; i++) {
            if (judged[i]) {
                known.add(dispersions[i]);
            }
        }
        double[] values = known.stream().mapToDouble(value -> value).toArray();
        double[] degrees = new double[values.length];
        Arrays.fill(degrees, degreesOfFreedom);
        VariancePrior fitted = VariancePrior.fit(values, degrees, builtIn, PRIOR_FUNCTIONS);
        return new VariancePrior(
                Math.min(fitted.degreesOfFreedom(), builtIn.degreesOfFreedom()),
                Math.max(fitted.variance(), builtIn.variance()));
    }
}
