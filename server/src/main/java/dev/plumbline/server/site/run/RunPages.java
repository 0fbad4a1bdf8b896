package dev.plumbline.server.site.run;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.judging.Baseline;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.report.RunDetails;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.part.AuditView;
import dev.plumbline.server.site.part.ComparedWith;
import dev.plumbline.server.site.part.Fact;
import dev.plumbline.server.site.part.MachineFacts;
import dev.plumbline.server.site.part.VerdictFilter;
import dev.plumbline.server.site.part.VerdictFilterForm;
import dev.plumbline.server.site.part.VerdictList;
import dev.plumbline.server.site.part.WebLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes pages of runs. */
public final class RunPages {

    private RunPages() {}

    /**
     * The page of a run.
     *
     * @param missing what the run has no number for
     * @param regressions what begins at the run
     * @param filter which verdicts are listed
     */
    public static RunPage page(
            PageFrame frame,
            Project project,
            RunDetails run,
            MissingBenchmarks missing,
            List<RegressionQueries.Begun> regressions,
            VerdictFilter filter) {
        Links links = new Links(project.slug());
        String branch = run.listing().branch().equals(project.baseBranch())
                        && run.pullRequest().isEmpty()
                ? ""
                : run.pullRequest().isPresent()
                        ? "pull/" + run.pullRequest().getAsInt()
                        : run.listing().branch();
        String url = links.run(run.listing().id());
        return new RunPage(
                frame,
                run.listing().id(),
                run.listing().status(),
                CommitView.of(run.listing().commit()),
                facts(run, regressions, links, frame.forge(), branch),
                WebLink.of(run.ciLink()),
                run.ciProvider().isEmpty() ? "CI run" : Printable.line(run.ciProvider()),
                RunSentence.of(run.listing(), missing),
                RunSentence.tone(run.listing(), missing),
                Printable.line(run.quarantine()),
                mean(run.listing().summary().geometricMean()),
                missing.absences().stream()
                        .map(absence -> Printable.line(absence.words()))
                        .toList(),
                AuditView.of(run.findings(), run.listing().id(), links),
                VerdictFilterForm.of(url, filter, run.verdicts(), List.of()),
                VerdictList.of(
                        run.verdicts(),
                        filter,
                        new VerdictList.Place(
                                url,
                                "",
                                links,
                                branch,
                                branch.isEmpty() ? 0 : run.listing().id())),
                run.uploads().stream()
                        .map(upload -> UploadRow.of(upload, links))
                        .toList(),
                run.notes().stream().map(Printable::line).toList(),
                links.verdicts(run.listing().id(), ".csv"),
                links.verdicts(run.listing().id(), ""));
    }

    private static String mean(Effect mean) {
        if (!mean.known()) {
            return "";
        }
        String change = Figures.change(mean.ratio());
        String interval = Figures.interval(mean.low(), mean.high());
        return interval.equals(change) ? change : change + " (" + interval + ")";
    }

    private static String compared(Baseline baseline, Links links) {
        return baseline.run() == 0 ? "" : links.run(baseline.run());
    }

    private static List<Fact> facts(
            RunDetails run, List<RegressionQueries.Begun> regressions, Links links, ForgeLinks forge, String branch) {
        List<Fact> facts = new ArrayList<>();
        String environment = run.listing().environment();
        facts.add(new Fact(
                "Branch",
                Printable.line(run.listing().branch()),
                branchUrl(run, links, branch),
                run.pullRequest().isPresent()
                        ? Optional.empty()
                        : forge.branch(run.listing().branch())));
        run.pullRequest()
                .ifPresent(number -> facts.add(
                        new Fact("Pull request", "#" + number, links.pullRequest(number), forge.pullRequest(number))));
        run.baseline()
                .ifPresent(baseline -> facts.add(new Fact(
                        "Compared with",
                        new ComparedWith(baseline).text(),
                        compared(baseline, links),
                        baseline.commit()
                                .flatMap(commit -> forge.range(
                                        commit, run.listing().commit().sha())))));
        for (RegressionQueries.Begun begun : regressions) {
            facts.add(new Fact(
                    "Begins here",
                    (begun.worse() ? "regression, " : "improvement, ") + begun.state().words(),
                    links.regression(begun.id())));
        }
        facts.add(new Fact("Environment", Printable.line(environment), links.project(environment, "")));
        facts.addAll(MachineFacts.of(run.observed()));
        int uploads = run.uploads().size();
        facts.add(new Fact(
                "Results",
                run.results() + (uploads == 1 ? " in one upload" : " in " + uploads + " uploads"),
                "#uploads"));
        facts.add(new Fact("Uploaded", Moment.of(run.listing().uploadedAt()).full(), ""));
        facts.add(new Fact("Vouched for by", vouchedBy(run.trust()), ""));
        run.startedAt()
                .ifPresent(
                        time -> facts.add(new Fact("Measured", Moment.of(time).full(), "")));
        return facts;
    }

    /** A pull request and a branch have pages of their own; the base branch's is the overview. */
    private static String branchUrl(RunDetails run, Links links, String branch) {
        if (branch.isEmpty()) {
            return links.project(run.listing().environment(), "");
        }
        return run.pullRequest().isPresent()
                ? links.pullRequest(run.pullRequest().getAsInt())
                : links.branch(branch);
    }

    private static String vouchedBy(RunTrust trust) {
        return switch (trust) {
            case TOKEN -> "a token";
            case OIDC -> "CI's ID token";
            case QUARANTINED -> "nobody: quarantined";
        };
    }
}
