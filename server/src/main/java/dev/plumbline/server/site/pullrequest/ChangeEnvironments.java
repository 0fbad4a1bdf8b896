package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.rename.RenameOffer;
import dev.plumbline.analysis.report.change.BenchmarkChange;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.judging.Baseline;
import dev.plumbline.server.report.StoredReport;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.part.ComparedWith;
import dev.plumbline.server.site.part.VerdictFilter;
import dev.plumbline.server.site.part.VerdictList;
import dev.plumbline.server.site.pullrequest.ChangePage.Environment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a change did in single environments, as its page shows it. */
final class ChangeEnvironments {

    private final Links links;
    private final VerdictFilter filter;
    private final String url;

    /**
     * The environments of a page.
     *
     * @param url the page's address
     */
    ChangeEnvironments(Links links, VerdictFilter filter, String url) {
        this.links = links;
        this.filter = filter;
        this.url = url;
    }

    Environment of(EnvironmentReport environment, StoredReport.Run stored, List<RenameOffer> renames) {
        return new Environment(
                environment.environment(),
                Printable.line(environment.environment()),
                compared(environment, stored.baseline()),
                environment.suite().sentence(Glyphs.UNICODE),
                environment.runs().stream()
                        .map(run -> new ChangePage.Run(run.run(), links.run(run.run())))
                        .toList(),
                VerdictList.of(
                        stored.verdicts(),
                        filter,
                        new VerdictList.Place(url, environment.environment(), links, "", stored.id())),
                environment.benchmarks().stream().map(ChangeEnvironments::words).toList(),
                renames.stream().map(ChangeEnvironments::rename).toList(),
                environment.absences().stream()
                        .filter(absence -> absence instanceof Absence.Missing)
                        .map(absence ->
                                new ChangePage.Missing(absence.benchmark().key(), name(absence.benchmark())))
                        .toList());
    }

    private static ChangePage.Rename rename(RenameOffer offer) {
        return new ChangePage.Rename(
                offer.pattern().from(),
                offer.pattern().to(),
                Printable.line(offer.pattern().from()) + " → "
                        + Printable.line(offer.pattern().to()) + ", "
                        + Figures.count(offer.pairs().size(), "benchmark"));
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
