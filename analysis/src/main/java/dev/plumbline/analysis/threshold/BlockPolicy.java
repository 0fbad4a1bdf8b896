package dev.plumbline.analysis.threshold;

import java.util.List;
import java.util.Optional;

/**
 * Which regressions block a merge: those that any of the rules covers. Without rules none does, and the report says so.
 *
 * @param rules the rules, in no particular order
 */
public record BlockPolicy(List<BlockRule> rules) {

    /** The most rules there may be. */
    public static final int MOST_RULES = 100;

    /** Nothing blocks a merge. */
    public static final BlockPolicy NONE = new BlockPolicy(List.of());

    public BlockPolicy {
        rules = List.copyOf(rules);
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException(
                    "there are " + rules.size() + " rules, expected at most " + MOST_RULES + "; use wider patterns");
        }
    }

    /** Whether nothing blocks a merge. */
    public boolean blocksNothing() {
        return rules.isEmpty();
    }

    /** The rule that blocks a merge over this change for the worse, empty if none does. */
    public Optional<BlockRule> blocking(String benchmark, String metric, String environment, double ratio) {
        return rules.stream()
                .filter(rule -> rule.covers(benchmark, metric, environment) && rule.reaches(ratio))
                .findFirst();
    }

    /** The same for a movement that all benchmarks of an environment share. */
    public Optional<BlockRule> blockingSuite(String metric, String environment, double ratio) {
        return rules.stream()
                .filter(rule -> rule.coversSuite(metric, environment) && rule.reaches(ratio))
                .findFirst();
    }
}
