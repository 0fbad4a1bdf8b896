package dev.plumbline.server.api;

import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.regression.RegressionFilter;
import java.util.Optional;
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
        Optional<String> state = query.text("state");
        if (state.isPresent() && !RegressionFilter.STATES.contains(state.get())) {
            throw Parameters.invalid(
                    "state",
                    "takes open, suspected, confirmed, reopened, acknowledged, expected,"
                            + " false-alarm, fixed or retracted");
        }
        Optional<String> kind = query.text("kind");
        if (kind.isPresent() && !RegressionFilter.KINDS.contains(kind.get())) {
            throw Parameters.invalid("kind", "takes series or suite");
        }
        Optional<String> worse = query.text("worse");
        if (worse.isPresent() && !Set.of("true", "false").contains(worse.get())) {
            throw Parameters.invalid("worse", "takes true or false");
        }
        return new RegressionFilter(
                state, query.text("assignee"), kind, query.text("environment"), worse.map(Boolean::valueOf));
    }
}
