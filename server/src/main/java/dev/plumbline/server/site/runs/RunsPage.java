package dev.plumbline.server.site.runs;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.report.RunFilter;
import dev.plumbline.server.report.RunListQueries;
import dev.plumbline.server.site.frame.Choice;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Pager;
import dev.plumbline.server.site.part.RunRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The runs of a project, the latest upload first.
 *
 * @param frame what surrounds it
 * @param url the page's address without its query
 * @param filter what is asked for, as the fields of the form
 * @param environments to choose from
 * @param branches to choose from, newest first
 * @param verdicts to choose from
 * @param rows the listed part
 * @param pager to the newer and the older ones
 * @param days how many there were each day, whatever is asked for
 */
public record RunsPage(
        PageFrame frame,
        String url,
        Map<String, String> filter,
        List<Choice> environments,
        List<String> branches,
        List<Choice> verdicts,
        List<Row> rows,
        Pager pager,
        RunDays days)
        implements Page {

    /** Runs on a page. */
    static final int PAGE_SIZE = 50;

    public RunsPage {
        filter = Map.copyOf(filter);
        environments = List.copyOf(environments);
        branches = List.copyOf(branches);
        verdicts = List.copyOf(verdicts);
        rows = List.copyOf(rows);
    }

    /**
     * A run and its branch.
     *
     * @param branch the branch's name, with the number of its pull request
     * @param branchUrl the page of the pull request or of the branch; of the base branch, the overview
     */
    public record Row(RunRow run, String branch, String branchUrl) {}

    /** What there is to choose from. */
    record Names(List<String> environments, List<String> branches) {}

    static RunsPage of(
            PageFrame frame,
            Project project,
            RunFilter filter,
            Names names,
            RunListQueries.Part part,
            RunDays days,
            Instant now) {
        Links links = new Links(project.slug());
        return new RunsPage(
                frame,
                links.runs(),
                filter.parameters(),
                environments(names.environments(), filter.environment()),
                names.branches().stream().map(Printable::line).toList(),
                verdicts(filter.verdict()),
                part.runs().stream()
                        .map(listed -> row(listed, project, links, now))
                        .toList(),
                pager(part, filter, links),
                days);
    }

    private static Row row(RunListQueries.Listed listed, Project project, Links links, Instant now) {
        RunRow row = RunRow.of(listed.run(), links, now);
        if (listed.pullRequest().isPresent()) {
            int number = listed.pullRequest().getAsInt();
            return new Row(row, row.branch() + " (#" + number + ")", links.pullRequest(number));
        }
        String branch = listed.run().branch();
        return new Row(row, row.branch(), branch.equals(project.baseBranch()) ? links.project() : links.branch(branch));
    }

    private static Pager pager(RunListQueries.Part part, RunFilter filter, Links links) {
        Optional<Long> first =
                part.runs().stream().findFirst().map(listed -> listed.run().id());
        Optional<Long> last = part.runs().isEmpty()
                ? Optional.empty()
                : Optional.of(part.runs().getLast().run().id());
        return new Pager(
                part.newer() || part.older() ? part.runs().size() + " runs" : "",
                first.filter(id -> part.newer()).map(id -> address(links, filter, "after", id)),
                last.filter(id -> part.older()).map(id -> address(links, filter, "before", id)));
    }

    private static String address(Links links, RunFilter filter, String place, long run) {
        Map<String, String> parameters = new TreeMap<>(filter.parameters());
        parameters.put(place, String.valueOf(run));
        return links.runs() + Links.query(parameters);
    }

    private static List<Choice> environments(List<String> labels, String chosen) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "Any", chosen.isEmpty())));
        labels.forEach(label -> choices.add(new Choice(label, Printable.line(label), label.equals(chosen))));
        return choices;
    }

    private static List<Choice> verdicts(Optional<RunFilter.Verdict> chosen) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "Any", chosen.isEmpty())));
        for (RunFilter.Verdict verdict : RunFilter.Verdict.values()) {
            choices.add(new Choice(
                    verdict.label(),
                    switch (verdict) {
                        case REGRESSED -> "Regressed";
                        case IMPROVED -> "Improved";
                        case UNCHANGED -> "No change found";
                        case MISSING -> "Missing or failed";
                        case UNJUDGED -> "Not judged";
                    },
                    chosen.equals(Optional.of(verdict))));
        }
        return choices;
    }

    /** What a field of the form holds. */
    public String field(String name) {
        return filter.getOrDefault(name, "");
    }

    /** Whether anything is asked for. */
    public boolean filtered() {
        return filter.values().stream().anyMatch(value -> !value.isEmpty());
    }

    @Override
    public String template() {
        return "runs.jte";
    }
}
