package dev.plumbline.server.regression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which regressions are selected; an empty component selects everything.
 *
 * @param state what people see, or {@code open} for all that still need attention
 * @param assignee who it is assigned to; {@code -} for nobody
 * @param kind {@code series} or {@code suite}
 * @param environment the environment's label
 * @param worse true for regressions, false for improvements
 */
public record RegressionFilter(
        Optional<String> state,
        Optional<String> assignee,
        Optional<String> kind,
        Optional<String> environment,
        Optional<Boolean> worse) {

    /** What {@code state} may be. */
    public static final Set<String> STATES = Set.of(
            "open",
            "suspected",
            "confirmed",
            "reopened",
            "acknowledged",
            "expected",
            "false-alarm",
            "fixed",
            "retracted");

    /** What {@code kind} may be. */
    public static final Set<String> KINDS = Set.of("series", "suite");

    /** Conditions on {@code regression g} and {@code environment e}. */
    static final String CONDITIONS = """
            and (:state = '' or g.status = :state
                or :state = 'open' and g.status in ('suspected', 'confirmed', 'reopened', 'acknowledged'))
            and (:assignee = '' or coalesce(g.assignee, '-') = :assignee)
            and (:kind = '' or g.kind = :kind) and (:environment = '' or e.label = :environment)
            and (:worse = '' or g.worse::text = :worse)
        """;

    /** The parameters of {@link #CONDITIONS}. */
    Map<String, String> parameters() {
        return Map.of(
                "state", state.orElse(""),
                "assignee", assignee.orElse(""),
                "kind", kind.orElse(""),
                "environment", environment.orElse(""),
                "worse", worse.map(String::valueOf).orElse(""));
    }
}
