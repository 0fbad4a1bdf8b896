package dev.plumbline.server.http;

import dev.plumbline.server.store.RegressionFilter;
import java.util.Optional;
import java.util.Set;

/** Which regressions a query asks for. */
final class RegressionFilters {

    private static final Set<String> STATES = Set.of(
            "open",
            "suspected",
            "confirmed",
            "reopened",
            "acknowledged",
            "expected",
            "false-alarm",
            "fixed",
            "retracted");

    private RegressionFilters() {}

    /**
     * The filter of an API request, which lists improvements too unless it says otherwise.
     *
     * @throws ProblemException {@code invalid-parameter} for what is none of the values
     */
    static RegressionFilter of(Parameters query) {
        Optional<String> state = query.text("state");
        if (state.isPresent() && !STATES.contains(state.get())) {
            throw Parameters.invalid(
                    "state",
                    "takes open, suspected, confirmed, reopened, acknowledged, expected,"
                            + " false-alarm, fixed or retracted");
        }
        Optional<String> kind = query.text("kind");
        if (kind.isPresent() && !Set.of("series", "suite").contains(kind.get())) {
            throw Parameters.invalid("kind", "takes series or suite");
        }
        Optional<String> worse = query.text("worse");
        if (worse.isPresent() && !Set.of("true", "false").contains(worse.get())) {
            throw Parameters.invalid("worse", "takes true or false");
        }
        return new RegressionFilter(
                state, query.text("assignee"), kind, query.text("environment"), worse.map(Boolean::valueOf));
    }

    /** The filter of a page's address: regressions unless it says otherwise; what is none of the values is left out. */
    static RegressionFilter ofPage(Parameters query) {
        Optional<Boolean> worse = switch (query.text("direction").orElse("")) {
            case "all" -> Optional.empty();
            case "better" -> Optional.of(false);
            default -> Optional.of(true);
        };
        return new RegressionFilter(
                query.text("state").filter(STATES::contains),
                query.text("assignee"),
                query.text("kind").filter(Set.of("series", "suite")::contains),
                query.text("environment"),
                worse);
    }
}
