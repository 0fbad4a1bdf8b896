package dev.plumbline.collector.verdict;

import dev.plumbline.analysis.report.verdict.BaselineRange;
import dev.plumbline.analysis.report.verdict.RunVerdicts;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.collector.client.ServerAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The API's JSON of a judged run as the view that tables are made of. */
public final class VerdictReader {

    private final ServerAddress server;
    private final String project;

    /** Reads what this server says of this project. */
    public VerdictReader(ServerAddress server, String project) {
        this.server = server;
        this.project = project;
    }

    /**
     * The view.
     *
     * @param run the run's number
     * @param status what the API says about the run
     * @param answer what it says about its series
     */
    RunVerdicts read(long run, RunStatus status, SeriesVerdicts answer) {
        VerdictSummary summary = Optional.ofNullable(answer.summary())
                .or(() -> Optional.ofNullable(status.summary()))
                .orElse(VerdictSummary.NONE);
        VerdictSummary.Mean mean =
                Objects.requireNonNullElse(summary.geometricMean(), VerdictSummary.Mean.NONE);
        return new RunVerdicts(
                project,
                run,
                status.branch(),
                status.commit(),
                status.environment(),
                baselines(answer.verdicts()),
                summary.comparisons(),
                mean.ratio(),
                mean.low(),
                mean.high(),
                suite(summary.suite()),
                answer.verdicts().stream().map(VerdictReader::row).toList(),
                server.page(status.url()));
    }

    private static SuiteReport suite(VerdictSummary.@Nullable Suite suite) {
        if (suite == null) {
            return SuiteReport.NONE;
        }
        return new SuiteReport(
                outcome(suite.outcome()),
                suite.ratio(),
                suite.low(),
                suite.high(),
                suite.expectedLow(),
                suite.expectedHigh(),
                suite.baselineRuns(),
                suite.moved(),
                suite.series(),
                suite.takenOut(),
                suite.observed().stream()
                        .map(difference -> new SuiteReport.Difference(
                                difference.field(), difference.before(), difference.after()))
                        .toList());
    }

    private static Set<BaselineRange> baselines(List<SeriesVerdicts.Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> Stream.ofNullable(verdict.baseline()))
                .map(baseline -> new BaselineRange(baseline.runs(), baseline.firstCommit(), baseline.lastCommit()))
                .collect(Collectors.toSet());
    }

    private static VerdictRow row(SeriesVerdicts.Verdict verdict) {
        SeriesVerdicts.Baseline baseline =
                Objects.requireNonNullElse(verdict.baseline(), SeriesVerdicts.Baseline.NONE);
        return new VerdictRow(
                outcome(verdict.outcome()),
                verdict.benchmark(),
                new TreeMap<>(verdict.params()),
                verdict.mode(),
                Math.max(1, verdict.threads()),
                verdict.metric(),
                verdict.unit(),
                verdict.candidate(),
                verdict.candidateForks(),
                baseline.value(),
                baseline.forks(),
                verdict.ratio(),
                verdict.ratioLow(),
                verdict.ratioHigh(),
                verdict.adjustedPValue(),
                verdict.method().equals("near-exact"),
                verdict.smallestDetectableChange(),
                verdict.forksNeeded(),
                verdict.reasons().stream().map(VerdictReader::reason).toList());
    }

    /** An outcome that a later server may know and this tool does not is shown as what it is to the user: unclear. */
    private static Outcome outcome(String label) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.label().equals(label))
                .findFirst()
                .orElse(Outcome.INCONCLUSIVE);
    }

    private static String reason(String code) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(code))
                .map(Reason::sentence)
                .findFirst()
                .orElse(code);
    }
}
