package dev.plumbline.analysis.profile.difference;

import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.Weight;
import java.util.List;

/**
 * What differs between two profiles.
 *
 * @param event the event's name
 * @param unit of its weights
 * @param sampling where the weights come from
 * @param measure what the costs are
 * @param base what the base weighs
 * @param head what the head weighs
 * @param confidence of the intervals
 * @param functions what got hotter beyond chance first, by own cost, then what got colder, then the others; the largest difference first
 */
public record ProfileDifference(
        String event,
        String unit,
        Sampling sampling,
        Measure measure,
        Weight base,
        Weight head,
        double confidence,
        List<FunctionChange> functions) {

    /** What costs are. */
    public enum Measure {
        /** Shares of all samples: what gets hotter makes everything else look colder. */
        SHARE("share"),
        /** Weights per operation. */
        PER_OPERATION("per-operation"),
        /** Exact counts. */
        COUNT("count");

        private final String label;

        Measure(String label) {
            this.label = label;
        }

        /** Its name in output. */
        public String label() {
            return label;
        }
    }

    public ProfileDifference {
        functions = List.copyOf(functions);
    }
}
