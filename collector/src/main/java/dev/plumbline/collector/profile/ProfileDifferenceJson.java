package dev.plumbline.collector.profile;

import dev.plumbline.analysis.profile.difference.CostChange;
import dev.plumbline.analysis.profile.difference.FunctionChange;
import dev.plumbline.analysis.profile.difference.ProfileDifference;
import dev.plumbline.collector.json.JsonText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A difference of profiles, for programs: all functions. */
record ProfileDifferenceJson(
        String event,
        String unit,
        String sampling,
        String measure,
        long base,
        long head,
        long baseSamples,
        long headSamples,
        double confidence,
        List<Function> functions) {

    static String of(ProfileDifference difference) {
        return JsonText.write(new ProfileDifferenceJson(
                difference.event(),
                difference.unit(),
                difference.sampling().name().toLowerCase(Locale.ROOT),
                difference.measure().label(),
                difference.base().sum(),
                difference.head().sum(),
                difference.base().samples(),
                difference.head().samples(),
                difference.confidence(),
                difference.functions().stream().map(Function::of).toList()));
    }

    /** A function on both sides. */
    record Function(String function, String kind, boolean inBase, boolean inHead, Cost self, Cost total) {

        private static Function of(FunctionChange change) {
            return new Function(
                    change.function(),
                    change.kind().label(),
                    change.inBase(),
                    change.inHead(),
                    Cost.of(change.self()),
                    Cost.of(change.total()));
        }
    }

    /** A cost: on both sides, the interval of the difference, and what can be said of it. */
    record Cost(
            double base,
            double head,
            double difference,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double pValue,
            String finding) {

        private static Cost of(CostChange change) {
            return new Cost(
                    change.base(),
                    change.head(),
                    change.difference(),
                    known(change.low()),
                    known(change.high()),
                    known(change.pValue()),
                    change.finding().label());
        }

        private static @Nullable Double known(double value) {
            return Double.isNaN(value) ? null : value;
        }
    }
}
