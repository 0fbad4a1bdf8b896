package dev.plumbline.server.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which regressions are selected; an empty component selects everything.
 *
 * @param states what people see
 * @param assignee who it is assigned to; {@code -} for nobody
 * @param kind what moved
 * @param environment the environment's label
 * @param worse true for regressions, false for improvements
 */
public record RegressionFilter(
        Set<RegressionState> states,
        Optional<String> assignee,
        Optional<RegressionKind> kind,
        Optional<String> environment,
        Optional<Boolean> worse) {

    /** The word for all that somebody should still look at. */
    private static final String OPEN = "open";

    /** What may be asked for as a state: {@code open}, and each state by itself. */
    public static final List<String> STATES = Stream.concat(
                    Stream.of(OPEN), Arrays.stream(RegressionState.values()).map(RegressionState::label))
            .toList();

    /** Whether somebody should still look at {@code regression g}: where the project's policy says so, also if it is only suspected. */
    public static final String IS_OPEN = """
        (g.status in ('confirmed', 'reopened', 'acknowledged') or (g.status = 'suspected' and exists (
            select 1 from policy where policy.project_id = g.project_id and policy.suspicions = 'open')))\
        """;

    /** Conditions on {@code regression g} and {@code environment e}. */
    static final String CONDITIONS = """
            and (:states = '' or g.status = any (string_to_array(:states, ' '))
                or (:open = 'true' and %s))
            and (:assignee = '' or coalesce(g.assignee, '-') = :assignee)
            and (:kind = '' or g.kind = :kind) and (:environment = '' or e.label = :environment)
            and (:worse = '' or g.worse::text = :worse)
        """.formatted(IS_OPEN);

    public RegressionFilter {
        states = Set.copyOf(states);
    }

    /** The states that one of {@link #STATES} stands for; empty for any other text. */
    public static Set<RegressionState> statesOf(String word) {
        return word.equals(OPEN)
                ? RegressionState.OPEN
                : RegressionState.ofLabel(word).map(Set::of).orElse(Set.of());
    }

    /** The one of {@link #STATES} that stands for what is asked for; empty for everything. */
    public String state() {
        return STATES.stream()
                .filter(word -> statesOf(word).equals(states))
                .findFirst()
                .orElse("");
    }

    /** The parameters of {@link #CONDITIONS}. */
    Map<String, String> parameters() {
        return Map.of(
                "states",
                String.join(" ", states.stream().map(RegressionState::label).toList()),
                "open",
                String.valueOf(states.equals(RegressionState.OPEN)),
                "assignee",
                assignee.orElse(""),
                "kind",
                kind.map(RegressionKind::label).orElse(""),
                "environment",
                environment.orElse(""),
                "worse",
                worse.map(String::valueOf).orElse(""));
    }
}
