package dev.plumbline.server.site.project;

import dev.plumbline.analysis.rename.RenameOffer;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionState;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.site.frame.Choice;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Pager;
import dev.plumbline.server.site.part.BranchChoices;
import dev.plumbline.server.site.part.ChangeCard;
import dev.plumbline.server.site.part.SparklinePictures;
import dev.plumbline.server.site.projects.FirstUpload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The overview of a project: what changed lately, its benchmarks, its runs.
 *
 * @param frame what surrounds it
 * @param name the project's name
 * @param url the page's address without its query
 * @param firstUpload how to upload results; empty once there are some
 * @param headline what a reader should know first
 * @param open whether a regression is open
 * @param environments to choose from
 * @param branches to choose from
 * @param metrics to choose from
 * @param search what was searched for
 * @param changes regressions and improvements, latest first
 * @param groups the listed benchmarks by class
 * @param pager the navigation through the benchmarks
 * @param found how many benchmarks are listed in all: {@code 12 benchmarks}
 * @param runs the latest runs
 * @param alarms what did not arrive
 * @param offers what was most likely renamed: {@code acme.old.* → acme.new.*, 12 benchmarks}
 */
public record ProjectPage(
        PageFrame frame,
        String name,
        String url,
        Optional<FirstUpload> firstUpload,
        String headline,
        boolean open,
        List<Choice> environments,
        List<Choice> branches,
        List<Choice> metrics,
        String search,
        List<ChangeCard> changes,
        List<BenchmarkGroup> groups,
        Pager pager,
        String found,
        List<RunRow> runs,
        List<AlarmNote> alarms,
        List<String> offers)
        implements Page {

    /**
     * What the reader asked for.
     *
     * @param environment the environment's label, empty for the latest used
     * @param branch the branch, empty for the base branch
     * @param metric the metric
     * @param search part of a benchmark's name or parameters
     * @param page the page of the list of benchmarks, from 1
     */
    public record Request(String environment, String branch, String metric, String search, int page) {}

    /** The page of a project without a run. */
    public static ProjectPage empty(PageFrame frame, Project project, FirstUpload firstUpload) {
        String url = new Links(project.slug()).project();
        return new ProjectPage(
                frame,
                Printable.line(project.name()),
                url,
                Optional.of(firstUpload),
                "No run has been uploaded yet.",
                false,
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                Pager.of(url, Map.of(), 1, 1, 0),
                "",
                List.of(),
                List.of(),
                List.of());
    }

    /** The page of a project with runs. */
    public static ProjectPage of(
            PageFrame frame,
            Project project,
            Request request,
            HistoryChoices choices,
            HistoryChoices.Environment environment,
            HistoryChoices.Branch branch,
            ProjectOverview overview,
            SparklinePictures pictures,
            List<Alarm> alarms,
            List<RenameOffer> offers) {
        Links links = new Links(project.slug());
        String branchParameter = BranchChoices.parameter(choices.branches(), branch);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("environment", request.environment());
        parameters.put("branch", request.branch());
        parameters.put("metric", request.metric());
        parameters.put("q", request.search());
        return new ProjectPage(
                frame,
                Printable.line(project.name()),
                links.project(),
                Optional.empty(),
                headline(overview, branch, branchParameter.isEmpty()),
                overview.changes().stream().anyMatch(ProjectPage::isOpen),
                choices.environments().stream()
                        .map(candidate -> new Choice(
                                candidate.label(),
                                Printable.line(candidate.label()),
                                candidate.id() == environment.id()))
                        .toList(),
                BranchChoices.choices(choices.branches(), Optional.of(branch)),
                overview.metrics().stream()
                        .map(metric -> new Choice(metric, metricLabel(metric), metric.equals(overview.metric())))
                        .toList(),
                request.search(),
                overview.changes().stream()
                        .map(change -> ChangeCard.of(change, overview.histories(), links, pictures))
                        .toList(),
                BenchmarkGroup.of(overview.benchmarks(), overview.histories(), links, branchParameter, pictures),
                Pager.of(
                        links.project(),
                        parameters,
                        request.page(),
                        ProjectOverviewQueries.PAGE_SIZE,
                        overview.benchmarkCount()),
                Figures.count(overview.benchmarkCount(), "benchmark"),
                overview.runs().stream().map(run -> RunRow.of(run, links)).toList(),
                AlarmNote.of(alarms, links),
                offers.stream().map(ProjectPage::words).toList());
    }

    private static boolean isOpen(RegressionSummary change) {
        return change.worse() && change.isOpen();
    }

    private static String headline(ProjectOverview overview, HistoryChoices.Branch branch, boolean isBase) {
        String where = " on " + BranchChoices.label(branch);
        if (!isBase) {
            return "Changes are detected on the base branch only; runs" + where + " are compared with it.";
        }
        long open = overview.changes().stream().filter(ProjectPage::isOpen).count();
        long fixed = overview.changes().stream()
                .filter(change -> change.state() == RegressionState.FIXED)
                .count();
        long improvements =
                overview.changes().stream().filter(change -> !change.worse()).count();
        List<String> parts = new ArrayList<>();
        parts.add(open == 0 ? "No open regression" + where : Figures.count(open, "open regression") + where);
        if (fixed > 0) {
            parts.add(fixed + " fixed");
        }
        if (improvements > 0) {
            parts.add(Figures.count(improvements, "improvement"));
        }
        return String.join(" · ", parts);
    }

    private static String words(RenameOffer offer) {
        return Printable.line(offer.pattern().from()) + " → "
                + Printable.line(offer.pattern().to()) + ", "
                + Figures.count(offer.pairs().size(), "benchmark");
    }

    private static String metricLabel(String metric) {
        return metric.equals("score") ? "score (time or throughput)" : Printable.line(metric);
    }

    /** The page of renames and new baselines. */
    public String renamesUrl() {
        return url + "/renames";
    }

    /** The list of regressions. */
    public String regressionsUrl() {
        return url + "/regressions";
    }

    @Override
    public String template() {
        return "project.jte";
    }
}
