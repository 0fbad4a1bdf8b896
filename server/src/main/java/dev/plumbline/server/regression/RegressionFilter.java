package dev.plumbline.server.regression;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which regressions are asked for; what is empty takes everything.
 *
 * @param state what people see, or {@code open} for all that somebody should still look at
 * @param assignee who is to look at it; {@code -} for nobody
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
                and (? = '' or g.status = ? or ? = 'open' and g.status in ('suspected', 'confirmed', 'reopened', 'acknowledged'))
                and (? = '' or coalesce(g.assignee, '-') = ?)
                and (? = '' or g.kind = ?) and (? = '' or e.label = ?) and (? = '' or g.worse::text = ?)
            """;

    /** The parameters of {@link #CONDITIONS}. */
    List<Object> parameters() {
        String direction = worse.map(String::valueOf).orElse("");
        return List.of(
                state.orElse(""),
                state.orElse(""),
                state.orElse(""),
                assignee.orElse(""),
                assignee.orElse(""),
                kind.orElse(""),
                kind.orElse(""),
                environment.orElse(""),
                environment.orElse(""),
                direction,
                direction);
    }
}
