package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.change.BenchmarkChange;
import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.report.change.ChangeSentence;
import dev.plumbline.analysis.report.change.CheckDecision;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.report.change.RunLink;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.judging.Baseline;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.PullRequest;
import dev.plumbline.server.report.StoredReport;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.ComparedWith;
import dev.plumbline.server.site.part.Forest;
import dev.plumbline.server.site.part.VerdictRow;
import dev.plumbline.server.site.pullrequest.PullRequestPage.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes pages of pull requests. */
public final class PullRequestPages {

    private PullRequestPages() {}

    /**
     * The page of a pull request.
     *
     * @param report what it did
     * @param stored what the report is made of, in the same order
     */
    public static PullRequestPage page(
            PageFrame frame, Project project, PullRequest pullRequest, ChangeReport report, StoredReport stored) {
        Links links = new Links(project.slug());
        CheckDecision decision = report.decision();
        List<Environment> environments = new ArrayList<>();
        for (int i = 0; i < stored.runs().size(); i++) {
            environments.add(
                    environment(report.environments().get(i), stored.runs().get(i), links));
        }
        Map<String, String> query = Map.of("pullRequest", String.valueOf(pullRequest.number()));
        String api = "/api/v1" + links.project() + "/report";
        return new PullRequestPage(
                frame,
                heading(pullRequest),
                byline(pullRequest, report),
                new ChangeSentence(report).text(),
                tone(report),
                !report.judged() && !report.environments().isEmpty(),
                warnings(report),
                decision.conclusion().label(),
                switch (decision.conclusion()) {
                    case SUCCESS -> Tone.BETTER;
                    case FAILURE -> Tone.WORSE;
                    case NEUTRAL -> Tone.UNKNOWN;
                },
                decision.reasons(),
                environments,
                links.pullRequest(pullRequest.number()),
                links.deliveries() + Links.query(query),
                api + ".md" + Links.query(query),
                api + Links.query(query));
    }

    static String heading(PullRequest pullRequest) {
        String title = Printable.line(pullRequest.title());
        return "#" + pullRequest.number() + (title.isEmpty() ? "" : " " + title);
    }

    private static String byline(PullRequest pullRequest, ChangeReport report) {
        List<String> parts = new ArrayList<>();
        parts.add(pullRequest.state().label());
        if (!pullRequest.author().isEmpty()) {
            parts.add("by " + Printable.line(pullRequest.author()));
        }
        parts.add("for " + Printable.line(report.baseBranch()));
        parts.add("at " + CommitView.abbreviated(report.head()));
        return String.join(" · ", parts);
    }

    private static Tone tone(ChangeReport report) {
        boolean fails = report.decision().conclusion() == CheckDecision.Conclusion.FAILURE;
        if (report.worse() > 0 || fails) {
            return Tone.WORSE;
        }
        if (!report.judged()
                || report.missing().any()
                || report.environments().stream().allMatch(EnvironmentReport::nothingCompared)) {
            return Tone.UNKNOWN;
        }
        return report.changed() ? Tone.BETTER : Tone.NEUTRAL;
    }

    private static List<String> warnings(ChangeReport report) {
        List<String> warnings = new ArrayList<>();
        for (EnvironmentReport environment : report.environments()) {
            if (!environment.baseline().elsewhere().isEmpty()) {
                warnings.add("Base and head were measured in different environments, which are never compared: head in "
                        + Printable.line(environment.environment()) + ", " + Printable.line(report.baseBranch())
                        + " in "
                        + Printable.line(
                                String.join(", ", environment.baseline().elsewhere())) + ".");
            }
            if (!environment.observed().isEmpty()) {
                warnings.add("Base and head were not measured under the same conditions in "
                        + Printable.line(environment.environment()) + ": "
                        + environment.observed().stream()
                                .map(difference ->
                                        SuiteReport.name(difference.field()) + " " + Printable.line(difference.before())
                                                + " → " + Printable.line(difference.after()))
                                .collect(Collectors.joining("; "))
                        + ".");
            }
        }
        if (report.quarantined()) {
            warnings.add(
                    "Quarantined: nobody vouches for these numbers. They decide nothing and never become a baseline.");
        }
        return warnings;
    }

    private static Environment environment(EnvironmentReport environment, StoredReport.Run stored, Links links) {
        List<StoredVerdict> telling = stored.verdicts().stream()
                .filter(verdict -> verdict.outcome() != Outcome.UNCHANGED
                        && verdict.verdict().baseline().runs() > 0)
                .toList();
        List<StoredVerdict> listed = telling.subList(0, Math.min(Environment.MOST_ROWS, telling.size()));
        Forest forest = VerdictRow.forest(listed);
        return new Environment(
                environment.environment(),
                Printable.line(environment.environment()),
                compared(environment, stored.baseline()),
                environment.suite().sentence(Glyphs.UNICODE),
                environment.runs().stream().map(run -> run(run, links)).toList(),
                forest,
                listed.stream()
                        .map(verdict -> VerdictRow.of(verdict, links, "", forest))
                        .toList(),
                rest(stored.verdicts(), telling.size()),
                environment.benchmarks().stream().map(PullRequestPages::words).toList(),
                environment.absences().stream()
                        .filter(absence -> absence instanceof Absence.Missing)
                        .map(absence ->
                                new PullRequestPage.Missing(absence.benchmark().key(), name(absence.benchmark())))
                        .toList());
    }

    private static PullRequestPage.Run run(RunLink run, Links links) {
        return new PullRequestPage.Run(run.run(), links.run(run.run()));
    }

    private static String rest(List<StoredVerdict> verdicts, int telling) {
        long unchanged = verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.UNCHANGED)
                .count();
        List<String> parts = new ArrayList<>();
        if (telling > Environment.MOST_ROWS) {
            parts.add(telling - Environment.MOST_ROWS + " more that changed or can't be told");
        }
        if (unchanged > 0) {
            parts.add(unchanged + " unchanged");
        }
        return parts.isEmpty() ? "" : "Not listed: " + String.join(", ", parts) + ".";
    }

    private static String compared(EnvironmentReport environment, Optional<Baseline> baseline) {
        switch (environment.state()) {
            case WAITING -> {
                return "The run is waiting to be judged.";
            }
            case FAILED -> {
                return "The run is stored, but judging it failed. The server's log says why.";
            }
            case JUDGED -> {}
        }
        return baseline.map(found -> "Compared with " + new ComparedWith(found).text() + ".")
                .orElse("Compared with the runs of the segment before it.");
    }

    private static String words(BenchmarkChange change) {
        return switch (change) {
            case BenchmarkChange.Added each -> "added: " + name(each.benchmark());
            case BenchmarkChange.Absent each -> words(each.absence());
            case BenchmarkChange.Removed each ->
                "removed, accepted by " + Printable.line(each.by()) + ": " + name(each.benchmark());
            case BenchmarkChange.Renamed each ->
                "most likely renamed: " + name(each.before()) + " → " + name(each.after());
        };
    }

    private static String words(Absence absence) {
        return switch (absence) {
            case Absence.Missing each -> "missing: " + name(each.benchmark());
            case Absence.Failed each -> "failed, its score is no number: " + name(each.benchmark());
            case Absence.WithoutNumber each ->
                "no number: " + name(each.benchmark()) + " in " + Printable.line(String.join(", ", each.metrics()));
        };
    }

    private static String name(BenchmarkId benchmark) {
        String params = benchmark.params().entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", "));
        return Printable.line(params.isEmpty() ? benchmark.name() : benchmark.name() + " (" + params + ")");
    }
}
