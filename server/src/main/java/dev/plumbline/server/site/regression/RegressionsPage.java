package dev.plumbline.server.site.regression;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.PrecisionCounts;
import dev.plumbline.server.regression.RegressionFilter;
import dev.plumbline.server.regression.RegressionKind;
import dev.plumbline.server.regression.RegressionOrder;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.regression.RegressionState;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.site.frame.Choice;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Pager;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.ChangeCard;
import dev.plumbline.server.site.part.PrecisionView;
import dev.plumbline.server.site.part.SparklinePictures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The regressions of a project, to review and decide on.
 *
 * @param frame what surrounds it
 * @param url the page's address without its query
 * @param action the address of the form: with the filter and the page, which stay
 * @param found how many are listed in all: {@code 12 regressions}
 * @param precision how often announcements were right
 * @param states to choose from
 * @param directions regressions or improvements, to choose from
 * @param kinds to choose from
 * @param environments to choose from
 * @param assignees to choose from
 * @param orders to choose from
 * @param regressions the listed ones, the open ones first
 * @param pager the navigation through them
 * @param saved what was just saved
 * @param form what the reader may do; empty for one who may only read
 */
public record RegressionsPage(
        PageFrame frame,
        String url,
        String action,
        String found,
        PrecisionView precision,
        List<Choice> states,
        List<Choice> directions,
        List<Choice> kinds,
        List<Choice> environments,
        List<Choice> assignees,
        List<Choice> orders,
        List<Row> regressions,
        Pager pager,
        Optional<Saved> saved,
        Optional<Form> form)
        implements Page {

    /** Entries on a page. */
    public static final int PAGE_SIZE = 50;

    public RegressionsPage {
        states = List.copyOf(states);
        directions = List.copyOf(directions);
        kinds = List.copyOf(kinds);
        environments = List.copyOf(environments);
        assignees = List.copyOf(assignees);
        orders = List.copyOf(orders);
        regressions = List.copyOf(regressions);
    }

    /** A regression, where it was found and when; its tone is neutral once nobody needs to look at it. */
    public record Row(
            long id,
            RegressionTitle title,
            ChangeCard card,
            String environment,
            Moment opened,
            Tone tone,
            boolean selected) {}

    /**
     * What was just saved.
     *
     * @param sentence how many
     * @param undo what a form sends to undo it; empty if that isn't possible
     */
    public record Saved(String sentence, String undo) {}

    /**
     * The values of the form: none, or what was typed.
     *
     * @param decision the chosen decision, empty for none
     * @param who the name that was given last
     * @param note what is said about them
     * @param selected the regressions that are ticked
     * @param error what is wrong with what was typed; empty if nothing is
     */
    public record Form(String decision, String who, String note, List<Long> selected, String error) {

        public Form {
            selected = List.copyOf(selected);
        }
    }

    /**
     * The page.
     *
     * @param environments the labels of the project's environments
     * @param people the existing assignees
     */
    static RegressionsPage of(
            PageFrame frame,
            Project project,
            RegressionChoice choice,
            int page,
            RegressionQueries.Listing listing,
            PrecisionCounts precision,
            List<String> environments,
            List<String> people,
            SparklinePictures pictures,
            Optional<Saved> saved,
            Optional<Form> form) {
        Links links = new Links(project.slug());
        RegressionFilter filter = choice.filter();
        String direction = choice.direction();
        Map<String, String> address = choice.parameters();
        address.put("page", page == 1 ? "" : String.valueOf(page));
        List<String> states = new ArrayList<>(List.of("", RegressionChoice.ALL));
        states.addAll(RegressionFilter.STATES);
        List<String> assignees = new ArrayList<>(List.of("", "-"));
        assignees.addAll(people);
        List<String> labels = new ArrayList<>(List.of(""));
        labels.addAll(environments);
        List<Long> selected = form.map(Form::selected).orElse(List.of());
        return new RegressionsPage(
                frame,
                links.regressions(),
                links.regressions() + Links.query(address),
                listing.total() + " found",
                PrecisionView.of(precision),
                states.stream()
                        .map(state -> new Choice(state, stateLabel(state), state.equals(choice.state())))
                        .toList(),
                List.of(
                        new Choice("", "Regressions", direction.isEmpty()),
                        new Choice("better", "Improvements", direction.equals("better")),
                        new Choice("all", "Both", direction.equals("all"))),
                List.of(
                        new Choice("", "Series and suite", filter.kind().isEmpty()),
                        choice(RegressionKind.SERIES, "Series", filter),
                        choice(RegressionKind.SUITE, "Whole suite", filter)),
                choices(labels, filter.environment().orElse(""), "Any environment"),
                choices(assignees, filter.assignee().orElse(""), "Anybody"),
                Arrays.stream(RegressionOrder.values())
                        .map(order -> new Choice(
                                order == RegressionOrder.OPEN ? "" : order.label(),
                                order.words(),
                                order == choice.order()))
                        .toList(),
                listing.regressions().stream()
                        .map(change -> row(change, links, pictures, selected.contains(change.id())))
                        .toList(),
                Pager.of(links.regressions(), choice.parameters(), page, PAGE_SIZE, listing.total()),
                saved,
                form);
    }

    private static String stateLabel(String state) {
        return switch (state) {
            case "" -> "All but retracted";
            case RegressionChoice.ALL -> "Any state";
            default ->
                RegressionState.ofLabel(state).map(RegressionState::words).orElse(state);
        };
    }

    private static Row row(RegressionSummary change, Links links, SparklinePictures pictures, boolean selected) {
        return new Row(
                change.id(),
                RegressionTitle.of(change),
                ChangeCard.of(change, Map.of(), links, pictures),
                Printable.line(change.environment()),
                Moment.of(change.openedAt()),
                change.isOpen() ? Tone.ofWorse(change.worse()) : Tone.NEUTRAL,
                selected);
    }

    private static Choice choice(RegressionKind kind, String label, RegressionFilter filter) {
        return new Choice(kind.label(), label, filter.kind().equals(Optional.of(kind)));
    }

    private static List<Choice> choices(List<String> values, String chosen, String all) {
        return values.stream()
                .map(value -> new Choice(value, label(value, all), value.equals(chosen)))
                .toList();
    }

    private static String label(String value, String all) {
        return switch (value) {
            case "" -> all;
            case "-" -> "Nobody";
            default -> Printable.line(value);
        };
    }

    @Override
    public String template() {
        return "regressions.jte";
    }
}
