package dev.plumbline.server.site.regression;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.PrecisionCounts;
import dev.plumbline.server.regression.RegressionFilter;
import dev.plumbline.server.regression.RegressionKind;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The regressions of a project, to review and decide on.
 *
 * @param frame what surrounds it
 * @param url the page's address without its query
 * @param found how many are listed in all: {@code 12 regressions}
 * @param precision how often announcements were right
 * @param states to choose from
 * @param directions regressions or improvements, to choose from
 * @param kinds to choose from
 * @param environments to choose from
 * @param assignees to choose from
 * @param regressions the listed ones, the open ones first
 * @param pager the navigation through them
 */
public record RegressionsPage(
        PageFrame frame,
        String url,
        String found,
        PrecisionView precision,
        List<Choice> states,
        List<Choice> directions,
        List<Choice> kinds,
        List<Choice> environments,
        List<Choice> assignees,
        List<Row> regressions,
        Pager pager)
        implements Page {

    /** Entries on a page. */
    public static final int PAGE_SIZE = 50;

    public RegressionsPage {
        states = List.copyOf(states);
        directions = List.copyOf(directions);
        kinds = List.copyOf(kinds);
        environments = List.copyOf(environments);
        assignees = List.copyOf(assignees);
        regressions = List.copyOf(regressions);
    }

    /** A regression, where it was found and when; its tone is neutral once nobody needs to look at it. */
    public record Row(ChangeCard card, String environment, Moment opened, Tone tone) {}

    /**
     * The page.
     *
     * @param environments the labels of the project's environments
     * @param people the existing assignees
     */
    public static RegressionsPage of(
            PageFrame frame,
            Project project,
            RegressionFilter filter,
            int page,
            RegressionQueries.Listing listing,
            PrecisionCounts precision,
            List<String> environments,
            List<String> people,
            SparklinePictures pictures) {
        Links links = new Links(project.slug());
        String direction = filter.worse().map(worse -> worse ? "" : "better").orElse("all");
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("state", filter.state());
        parameters.put("direction", direction);
        parameters.put("kind", filter.kind().map(RegressionKind::label).orElse(""));
        parameters.put("environment", filter.environment().orElse(""));
        parameters.put("assignee", filter.assignee().orElse(""));
        List<String> states = new ArrayList<>(List.of(""));
        states.addAll(RegressionFilter.STATES);
        List<String> assignees = new ArrayList<>(List.of("", "-"));
        assignees.addAll(people);
        List<String> labels = new ArrayList<>(List.of(""));
        labels.addAll(environments);
        return new RegressionsPage(
                frame,
                links.regressions(),
                listing.total() + " found",
                PrecisionView.of(precision),
                choices(states, filter.state(), "Any state"),
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
                listing.regressions().stream()
                        .map(change -> row(change, links, pictures))
                        .toList(),
                Pager.of(links.regressions(), parameters, page, PAGE_SIZE, listing.total()));
    }

    private static Row row(RegressionSummary change, Links links, SparklinePictures pictures) {
        return new Row(
                ChangeCard.of(change, Map.of(), links, pictures),
                Printable.line(change.environment()),
                Moment.of(change.openedAt()),
                change.isOpen() ? Tone.ofWorse(change.worse()) : Tone.NEUTRAL);
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
            default ->
                RegressionState.ofLabel(value).map(RegressionState::words).orElseGet(() -> Printable.line(value));
        };
    }

    @Override
    public String template() {
        return "regressions.jte";
    }
}
