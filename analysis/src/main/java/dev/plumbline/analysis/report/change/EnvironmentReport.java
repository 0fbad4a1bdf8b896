package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.PictureLink;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change did in one environment.
 *
 * @param environment the environment's label
 * @param state how far it has been judged
 * @param runs the head's runs that were judged together, newest first; at least one
 * @param trust how their uploads were authenticated: the weakest of them
 * @param baseline what they were compared with
 * @param comparisons how many series were compared with a baseline
 * @param suite the movement that the benchmarks share
 * @param series the series, in no particular order
 * @param observed how the machine observed at the baseline differs from that at the head
 * @param findings reasons to distrust the head's newest run, worst first
 * @param benchmarks the benchmarks that aren't compared, since one side has no number for them
 * @param forest the intervals of what changed as a picture, empty if nothing did
 */
public record EnvironmentReport(
        String environment,
        State state,
        List<RunLink> runs,
        RunTrust trust,
        BaselineNote baseline,
        int comparisons,
        SuiteReport suite,
        List<ReportedSeries> series,
        List<SuiteReport.Difference> observed,
        List<Finding> findings,
        List<BenchmarkChange> benchmarks,
        Optional<PictureLink> forest) {

    public EnvironmentReport {
        runs = List.copyOf(runs);
        series = List.copyOf(series);
        observed = List.copyOf(observed);
        findings = List.copyOf(findings);
        benchmarks = List.copyOf(benchmarks);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("the environment " + environment + " has no run");
        }
    }

    /** How far a run has been judged. */
    public enum State {
        /** It is waiting to be judged. */
        WAITING,
        /** It was judged. */
        JUDGED,
        /** Judging it failed for good. */
        FAILED;

        /** The word in lower case, as the API has it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of a word; empty if there is none. */
        public static Optional<State> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(state -> state.label().equals(label))
                    .findFirst();
        }
    }

    /** The series with this outcome, in their order. */
    public List<ReportedSeries> with(Outcome outcome) {
        return series.stream().filter(each -> each.outcome() == outcome).toList();
    }

    /** Whether it was judged and there was nothing to compare with. */
    public boolean nothingCompared() {
        return state == State.JUDGED && comparisons == 0;
    }

    /** Whether nobody vouches for its numbers. */
    public boolean quarantined() {
        return trust == RunTrust.QUARANTINED;
    }

    /** The benchmarks, and the metrics of some, that have no number. */
    public List<Absence> absences() {
        return BenchmarkChange.absences(benchmarks);
    }

    /** What is missing of what was expected here. */
    public MissingBenchmarks missing() {
        return MissingBenchmarks.of(compared(), absences());
    }

    /** The benchmarks of which something was compared. */
    Set<BenchmarkId> compared() {
        return series.stream()
                .map(ReportedSeries::row)
                .filter(VerdictRow::hasBaseline)
                .flatMap(row -> row.series().id().stream())
                .collect(Collectors.toSet());
    }

    /** What measured it. */
    Harness harness() {
        return VerdictRow.harness(series.stream().map(ReportedSeries::row).toList());
    }

    /** Whether something got worse or better. */
    public boolean changed() {
        return suite.finding() || series.stream().anyMatch(ReportedSeries::changed);
    }
}
