package dev.plumbline.server.site.benchmarks;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.catalog.BenchmarkFilter;
import dev.plumbline.server.catalog.BenchmarkFilter.Order;
import dev.plumbline.server.catalog.BenchmarkListQueries;
import dev.plumbline.server.catalog.BenchmarkPart;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.site.frame.Choice;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Pager;
import dev.plumbline.server.site.part.SparklinePictures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The benchmarks of a project in one environment, as the base branch has them.
 *
 * @param frame what surrounds it
 * @param url the page's address without its query
 * @param environments to choose from
 * @param metrics to choose from
 * @param verdicts to choose from
 * @param orders to choose from
 * @param search what was searched for
 * @param found how many are listed in all: {@code 12 benchmarks}
 * @param groups the listed ones
 * @param pager the navigation through them
 */
public record BenchmarksPage(
        PageFrame frame,
        String url,
        List<Choice> environments,
        List<Choice> metrics,
        List<Choice> verdicts,
        List<Choice> orders,
        String search,
        String found,
        List<BenchmarkGroup> groups,
        Pager pager)
        implements Page {

    /** Benchmarks on a page. */
    static final int PAGE_SIZE = 40;

    public BenchmarksPage {
        environments = List.copyOf(environments);
        metrics = List.copyOf(metrics);
        verdicts = List.copyOf(verdicts);
        orders = List.copyOf(orders);
        groups = List.copyOf(groups);
    }

    /**
     * The page.
     *
     * @param environments to choose from, the chosen one first
     * @param page the page of the list, from 1
     */
    static BenchmarksPage of(
            PageFrame frame,
            Project project,
            List<BenchmarkListQueries.Environment> environments,
            String environment,
            BenchmarkFilter filter,
            int page,
            BenchmarkPart part,
            SparklinePictures pictures) {
        Links links = new Links(project.slug());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("environment", environment);
        parameters.put("metric", filter.metric());
        parameters.put("verdict", filter.verdict());
        parameters.put(
                "sort", filter.order() == Order.NAME ? "" : filter.order().label());
        parameters.put("q", filter.search());
        List<BenchmarkRow> rows = part.benchmarks().stream()
                .map(listing -> BenchmarkRow.of(listing, part, links, pictures))
                .toList();
        return new BenchmarksPage(
                frame,
                links.benchmarks(),
                environments.stream()
                        .map(each -> new Choice(
                                each.label(),
                                Printable.line(each.label()),
                                each.label().equals(environment)))
                        .toList(),
                part.metrics().stream()
                        .map(metric -> new Choice(metric, metricLabel(metric), metric.equals(part.metric())))
                        .toList(),
                verdicts(filter.verdict()),
                orders(filter.order()),
                filter.search(),
                Figures.count(part.total(), "benchmark"),
                filter.order() == Order.NAME ? BenchmarkGroup.byClass(rows) : BenchmarkGroup.flat(rows),
                Pager.of(links.benchmarks(), parameters, page, PAGE_SIZE, part.total()));
    }

    private static List<Choice> verdicts(String chosen) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "Any", chosen.isEmpty())));
        for (Outcome outcome : Outcome.values()) {
            choices.add(new Choice(outcome.label(), capital(outcome.label()), chosen.equals(outcome.label())));
        }
        String without = BenchmarkFilter.WITHOUT_VERDICT;
        choices.add(new Choice(without, "Not in the latest run", chosen.equals(without)));
        return choices;
    }

    private static List<Choice> orders(Order chosen) {
        List<Choice> choices = new ArrayList<>();
        for (Order order : Order.values()) {
            choices.add(new Choice(
                    order.label(),
                    switch (order) {
                        case NAME -> "Name";
                        case CHANGE -> "Largest change";
                        case NOISE -> "Most noise";
                        case LAST_CHANGE -> "Last change";
                    },
                    order == chosen));
        }
        return choices;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String metricLabel(String metric) {
        return metric.equals("score") ? "score (time or throughput)" : Printable.line(metric);
    }

    @Override
    public String template() {
        return "benchmarks.jte";
    }
}
