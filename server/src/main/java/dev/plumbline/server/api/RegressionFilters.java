package dev.plumbline.server.api;

import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.regression.RegressionFilter;
import dev.plumbline.server.regression.RegressionKind;
import java.util.List;
import java.util.Set;

/** Which regressions a query selects. */
final class RegressionFilters {

    private RegressionFilters() {}

    /**
     * The filter of an API request, which lists improvements too unless it says otherwise.
     *
     * @throws ProblemException {@code invalid-parameter} for an unknown value
     */
    static RegressionFilter of(Parameters query) {
        return new RegressionFilter(
                query.word("state", RegressionFilter.STATES)
                        .map(RegressionFilter::statesOf)
                        .orElse(Set.of()),
                query.text("assignee"),
                query.constant("kind", RegressionKind.class, RegressionKind::label),
                query.text("environment"),
                query.word("worse", List.of("true", "false")).map(Boolean::valueOf));
    }
}
