package dev.plumbline.server.report;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.change.BaselineNote;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.report.change.ReportedSeries;
import dev.plumbline.analysis.report.change.RunLink;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.text.PictureLink;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.server.audit.StoredFinding;
import dev.plumbline.server.judging.Baseline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the reports of single environments from stored runs. */
final class EnvironmentReports {

    private final ReportAddresses addresses;

    EnvironmentReports(ReportAddresses addresses) {
        this.addresses = addresses;
    }

    EnvironmentReport of(StoredReport.Run run) {
        List<ReportedSeries> series = new ArrayList<>();
        int drawn = 1;
        for (StoredVerdict verdict : run.verdicts()) {
            boolean changed = verdict.changed();
            String version = version(run.id(), verdict.series().seriesId(), verdict.verdict());
            drawn = changed ? Objects.hash(drawn, version) : drawn;
            Optional<PictureLink> sparkline = changed
                    ? Optional.of(addresses.sparkline(run.id(), verdict.series().seriesId(), version))
                    : Optional.empty();
            series.add(new ReportedSeries(
                    verdict.row(), addresses.series(verdict.series().seriesId(), run.id()), sparkline));
        }
        boolean anyChanged = series.stream().anyMatch(ReportedSeries::changed);
        return new EnvironmentReport(
                run.environment(),
                run.state(),
                runs(run),
                run.trust(),
                baseline(run),
                run.summary().comparisons(),
                run.summary().suite(),
                series,
                observed(run),
                findings(run),
                run.benchmarks(),
                anyChanged ? Optional.of(addresses.forest(run.id(), Integer.toHexString(drawn))) : Optional.empty());
    }

    /** Changes whenever what the picture shows changes, and is the same on every server. */
    private static String version(long run, long series, Verdict verdict) {
        Effect effect = verdict.effect();
        return Integer.toHexString(Objects.hash(
                run,
                series,
                verdict.outcome().label(),
                verdict.candidate().value(),
                effect.ratio(),
                effect.low(),
                effect.high()));
    }

    private List<RunLink> runs(StoredReport.Run run) {
        List<Long> pooled = new ArrayList<>(run.baseline()
                .map(Baseline::candidates)
                .filter(all -> !all.isEmpty())
                .orElseGet(() -> List.of(run.id())));
        Collections.reverse(pooled);
        return pooled.stream().map(id -> new RunLink(id, addresses.run(id))).toList();
    }

    /** A run of the base branch continues its segment. */
    private static BaselineNote baseline(StoredReport.Run run) {
        int runs = run.verdicts().stream()
                .mapToInt(verdict -> verdict.baseline().runs())
                .reduce(0, Math::max);
        if (run.baseline().isPresent()) {
            Baseline baseline = run.baseline().get();
            return new BaselineNote(
                    baseline.rung(),
                    baseline.commit().orElse(""),
                    baseline.commitsBehindMergeBase(),
                    baseline.days(),
                    runs,
                    baseline.otherEnvironments());
        }
        return run.verdicts().stream()
                .filter(verdict -> !verdict.baseline().lastCommit().isEmpty())
                .findFirst()
                .map(verdict -> new BaselineNote(
                        Rung.SEGMENT, verdict.baseline().lastCommit(), OptionalInt.empty(), OptionalInt.empty(), runs))
                .orElse(BaselineNote.NONE);
    }

    private static List<SuiteReport.Difference> observed(StoredReport.Run run) {
        return run.baseline().map(Baseline::observed).orElse(List.of()).stream()
                .map(difference ->
                        new SuiteReport.Difference(difference.field(), difference.before(), difference.after()))
                .toList();
    }

    private static List<Finding> findings(StoredReport.Run run) {
        List<Finding> findings = new ArrayList<>();
        for (StoredFinding finding : run.findings()) {
            findings.add(
                    new Finding(finding.code(), finding.what(), finding.concerned(), finding.benchmarks(), List.of()));
        }
        return findings;
    }
}
