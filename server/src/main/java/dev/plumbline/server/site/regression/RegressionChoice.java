package dev.plumbline.server.site.regression;

import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.regression.RegressionFilter;
import dev.plumbline.server.regression.RegressionKind;
import dev.plumbline.server.regression.RegressionOrder;
import dev.plumbline.server.regression.RegressionState;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which regressions the list shows, and in which order, as its address has it.
 *
 * @param state the word for the states; empty for all but retracted ones
 * @param filter what that selects
 * @param order the order
 */
record RegressionChoice(String state, RegressionFilter filter, RegressionOrder order) {

    /** The word for all states, retracted ones too. */
    static final String ALL = "all";

    /** The choice of an address: regressions unless it says otherwise; unknown values are ignored. */
    static RegressionChoice of(Parameters query) {
        String state = query.text("state")
                .filter(word ->
                        word.equals(ALL) || !RegressionFilter.statesOf(word).isEmpty())
                .orElse("");
        Optional<Boolean> worse = switch (query.text("direction").orElse("")) {
            case "all" -> Optional.empty();
            case "better" -> Optional.of(false);
            default -> Optional.of(true);
        };
        return new RegressionChoice(
                state,
                new RegressionFilter(
                        states(state),
                        query.text("assignee"),
                        query.text("kind").flatMap(RegressionKind::ofLabel),
                        query.text("environment"),
                        worse),
                query.text("sort").flatMap(RegressionOrder::ofLabel).orElse(RegressionOrder.OPEN));
    }

    private static Set<RegressionState> states(String word) {
        return switch (word) {
            case "" -> EnumSet.complementOf(EnumSet.of(RegressionState.RETRACTED));
            case ALL -> Set.of();
            default -> RegressionFilter.statesOf(word);
        };
    }

    /** The word for the direction: empty for regressions. */
    String direction() {
        return filter.worse().map(worse -> worse ? "" : "better").orElse("all");
    }

    /** The query that means this choice; a map that may be added to. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("state", state);
        parameters.put("direction", direction());
        parameters.put("kind", filter.kind().map(RegressionKind::label).orElse(""));
        parameters.put("environment", filter.environment().orElse(""));
        parameters.put("assignee", filter.assignee().orElse(""));
        parameters.put("sort", order == RegressionOrder.OPEN ? "" : order.label());
        return parameters;
    }
}
