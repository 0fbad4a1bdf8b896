package dev.plumbline.analysis.threshold;

import java.util.List;
import java.util.Optional;

/**
 * A project's rules in their order: the first one that a series matches says completely how it is judged; a series
 * that matches none is judged by the default test. First match and not the most specific, since of two patterns neither need be
 * more specific than the other ({@code *.parse*} and {@code com.acme.*}), and a list that is read from the top can be understood
 * without knowing how specificity is counted.
 *
 * @param rules the rules, in the order in which they are tried
 */
public record ThresholdRules(List<ThresholdRule> rules) {

    /** The most rules there may be. */
    public static final int MOST_RULES = 200;

    /** No rules: everything is judged by the default test. */
    public static final ThresholdRules NONE = new ThresholdRules(List.of());

    public ThresholdRules {
        rules = List.copyOf(rules);
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException(
                    "there are " + rules.size() + " rules, expected at most " + MOST_RULES + "; use wider patterns");
        }
        for (int later = 1; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (rules.get(earlier).covers(rules.get(later))) {
                    throw new IllegalArgumentException("rule " + (later + 1) + " never applies: rule " + (earlier + 1)
                            + " comes before it and matches all of its series; move it up or remove it");
                }
            }
        }
    }

    /** The rule of a series, empty if none matches. */
    public Optional<ThresholdRule> find(String benchmark, String metric, String environment) {
        return rules.stream()
                .filter(rule -> rule.matches(benchmark, metric, environment))
                .findFirst();
    }

    /** The most runs that any of these rules uses. */
    public int mostRuns() {
        return rules.stream().mapToInt(rule -> rule.threshold().mostRuns()).reduce(0, Math::max);
    }
}
