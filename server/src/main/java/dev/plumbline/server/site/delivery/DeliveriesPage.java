package dev.plumbline.server.site.delivery;

import dev.plumbline.server.http.Links;
import dev.plumbline.server.queue.DeliveryLog;
import dev.plumbline.server.queue.DeliveryState;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Pager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a project sent to forges and other services, and what became of it.
 *
 * @param frame what surrounds it
 * @param states the states to choose from
 * @param rows the deliveries, latest change first
 * @param pager the navigation through them
 * @param url of this page
 * @param state the state that was chosen, empty for all
 * @param jsonUrl the same as data
 */
public record DeliveriesPage(
        PageFrame frame,
        List<State> states,
        List<DeliveryRow> rows,
        Pager pager,
        String url,
        String state,
        String jsonUrl)
        implements Page {

    /** Deliveries on a page. */
    public static final int SIZE = 50;

    public DeliveriesPage {
        states = List.copyOf(states);
        rows = List.copyOf(rows);
    }

    /** A state to choose; the label {@code all} clears the choice. */
    public record State(String label, String url, boolean current) {}

    /**
     * The page.
     *
     * @param chosen only those in this state; empty: all
     * @param page from 1
     * @param entries those of the page, and one more where there is a next page
     * @param attempts by the delivery's key
     * @param admin whether the reader may request a retry
     */
    public static DeliveriesPage of(
            PageFrame frame,
            Links links,
            Optional<DeliveryState> chosen,
            int page,
            List<DeliveryLog.Entry> entries,
            Map<Long, List<DeliveryLog.Attempt>> attempts,
            boolean admin) {
        String state = chosen.map(DeliveryState::label).orElse("");
        List<DeliveryRow> rows = entries.stream()
                .limit(SIZE)
                .map(entry -> DeliveryRow.of(entry, attempts.getOrDefault(entry.id(), List.of()), links, admin))
                .toList();
        Stream<State> all = Stream.of(new State("all", links.deliveries(), state.isEmpty()));
        return new DeliveriesPage(
                frame,
                Stream.concat(
                                all,
                                Arrays.stream(DeliveryState.values())
                                        .map(DeliveryState::label)
                                        .map(one -> new State(one, address(links, one, 1), one.equals(state))))
                        .toList(),
                rows,
                new Pager(
                        "page " + page,
                        page > 1 ? Optional.of(address(links, state, page - 1)) : Optional.empty(),
                        entries.size() > SIZE ? Optional.of(address(links, state, page + 1)) : Optional.empty()),
                address(links, state, page),
                state,
                "/api/v1" + links.deliveries() + Links.query(Map.of("state", state)));
    }

    private static String address(Links links, String state, int page) {
        return links.deliveries() + Links.query(Map.of("state", state, "page", page == 1 ? "" : String.valueOf(page)));
    }

    @Override
    public String template() {
        return "deliveries.jte";
    }
}
