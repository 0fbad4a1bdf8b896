package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.threshold.BlockPolicy;
import dev.plumbline.analysis.threshold.BlockRule;
import dev.plumbline.analysis.threshold.MissingMode;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the check on a commit says, and why. It fails only if a rule of the project's policy says so and the numbers are vouched
 * for. It is neutral, and never a success, if too little is known.
 *
 * @param conclusion what it says
 * @param reasons why, as sentences in plain text; at least one
 */
public record CheckDecision(Conclusion conclusion, List<String> reasons) {

    /** What a check can say. */
    public enum Conclusion {
        SUCCESS,
        FAILURE,
        NEUTRAL;

        /** The word in lower case, as the API has it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public CheckDecision {
        reasons = List.copyOf(reasons);
    }

    static CheckDecision of(ChangeReport report) {
        List<String> failing = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        if (report.environments().isEmpty()) {
            open.add("The commit was not measured.");
        }
        boolean several = report.environments().size() > 1;
        for (EnvironmentReport environment : report.environments()) {
            String where = several ? "In " + Printable.line(environment.environment()) + ": " : "";
            missing(environment)
                    .ifPresent(reason -> (switch (missingMode(report, environment)) {
                                case FAIL -> failing;
                                case NEUTRAL -> open;
                                case IGNORE -> ignored;
                            })
                            .add(where + reason));
            unknown(environment).ifPresent(reason -> open.add(where + reason));
            if (environment.state() == EnvironmentReport.State.JUDGED && !environment.quarantined()) {
                blocking(environment, report.policy()).ifPresent(reason -> failing.add(where + reason));
                undecided(environment, report.policy()).ifPresent(reason -> open.add(where + reason));
                withoutNumber(environment, report.policy()).ifPresent(reason -> open.add(where + reason));
            }
        }
        Conclusion conclusion =
                !failing.isEmpty() ? Conclusion.FAILURE : open.isEmpty() ? Conclusion.SUCCESS : Conclusion.NEUTRAL;
        List<String> reasons = new ArrayList<>(failing);
        reasons.addAll(open);
        if (conclusion == Conclusion.SUCCESS) {
            reasons.add(success(report));
        }
        ignored.forEach(reason -> reasons.add(reason + " The project's policy ignores that."));
        if (report.policy().blocksNothing() && report.missingMode() != MissingMode.FAIL) {
            reasons.add("The project's policy blocks nothing, so this check never fails.");
        }
        return new CheckDecision(conclusion, reasons);
    }

    private static String success(ChangeReport report) {
        if (report.worse() == 0) {
            return "Nothing was found to have got worse.";
        }
        return report.policy().blocksNothing()
                ? (report.worse() == 1 ? "1 series got worse." : report.worse() + " series got worse.")
                : "What got worse is not what the project's policy blocks on.";
    }

    /** What has no number, whatever the policy makes of it. */
    private static Optional<String> missing(EnvironmentReport environment) {
        return environment.state() == EnvironmentReport.State.JUDGED
                ? Optional.of(environment.missing().sentence()).filter(sentence -> !sentence.isEmpty())
                : Optional.empty();
    }

    /** What the policy makes of it; numbers that nobody vouches for never fail a check. */
    private static MissingMode missingMode(ChangeReport report, EnvironmentReport environment) {
        return environment.quarantined() && report.missingMode() == MissingMode.FAIL
                ? MissingMode.NEUTRAL
                : report.missingMode();
    }

    /** The metrics without a number that the policy blocks on. */
    static Optional<String> withoutNumber(EnvironmentReport environment, BlockPolicy policy) {
        List<Absence> blocked = new ArrayList<>();
        for (Absence absence : environment.absences()) {
            List<String> metrics = absence.metrics().stream()
                    .filter(metric -> policy.rules().stream()
                            .anyMatch(
                                    rule -> rule.covers(absence.benchmark().name(), metric, environment.environment())))
                    .toList();
            if (!absence.whole() && !metrics.isEmpty()) {
                blocked.add(new Absence.WithoutNumber(absence.benchmark(), metrics));
            }
        }
        return blocked.isEmpty()
                ? Optional.empty()
                : Optional.of("The project's policy blocks on metrics that have no number: "
                        + new MissingBenchmarks(0, blocked).ofMetrics());
    }

    /** Why an environment's numbers can't be a success, whatever they are. */
    private static Optional<String> unknown(EnvironmentReport environment) {
        switch (environment.state()) {
            case WAITING -> {
                return Optional.of("The run waits to be judged.");
            }
            case FAILED -> {
                return Optional.of("The run is stored, and judging it failed.");
            }
            case JUDGED -> {}
        }
        if (environment.quarantined()) {
            return Optional.of(
                    "The run was uploaded without proof of where it comes from (quarantined), so it decides nothing.");
        }
        if (environment.nothingCompared()) {
            return Optional.of(
                    environment.baseline().known() || environment.missing().any()
                            ? "Nothing was compared. This isn't a pass."
                            : "There is no baseline, so nothing was compared. This isn't a pass.");
        }
        return environment.findings().stream()
                .filter(finding -> finding.severity() == Severity.INVALID && finding.everywhere())
                .findFirst()
                .map(CheckDecision::invalid);
    }

    private static String invalid(Finding finding) {
        return "The measurement is invalid: " + Printable.line(finding.what()) + ".";
    }

    private static Optional<String> blocking(EnvironmentReport environment, BlockPolicy policy) {
        List<VerdictRow> blocking = environment.with(Outcome.REGRESSED).stream()
                .map(ReportedSeries::row)
                .filter(row -> policy.blocking(
                                row.benchmark(),
                                row.metric(),
                                environment.environment(),
                                row.verdict().effect().ratio())
                        .isPresent())
                .toList();
        SuiteReport suite = environment.suite();
        boolean wholeSuite = suite.finding()
                && suite.outcome() == Outcome.REGRESSED
                && policy.blockingSuite(Metric.SCORE, environment.environment(), suite.ratio())
                        .isPresent();
        if (blocking.isEmpty() && !wholeSuite) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (wholeSuite) {
            parts.add("the suite as a whole got worse");
        }
        if (!blocking.isEmpty()) {
            parts.add(blocking.size() + " series that got worse");
        }
        return Optional.of("The project's policy blocks on this: " + String.join(", and ", parts) + ".");
    }

    /** Why too little is known: something could be worse by more than a rule allows, or too much is inconclusive. */
    private static Optional<String> undecided(EnvironmentReport environment, BlockPolicy policy) {
        int compared = 0;
        int inconclusive = 0;
        int timesTold = 0;
        int timesOpen = 0;
        int covered = 0;
        for (ReportedSeries series : environment.series()) {
            VerdictRow row = series.row();
            if (row.hasBaseline()) {
                compared++;
                boolean open = row.outcome() == Outcome.INCONCLUSIVE;
                inconclusive += open ? 1 : 0;
                boolean timed = Unit.of(row.unit()).isTimed();
                timesOpen += timed && open ? 1 : 0;
                timesTold += timed && !open ? 1 : 0;
                covered += open && mayBlock(row, environment.environment(), policy) ? 1 : 0;
            }
        }
        if (inconclusive > 0 && 2 * inconclusive > compared) {
            return Optional.of(inconclusive + " of " + compared + " series can't be told from noise.");
        }
        if (timesOpen > 0 && timesTold == 0) {
            return Optional.of("No time can be told from noise.");
        }
        return covered == 0
                ? Optional.empty()
                : Optional.of(covered + " of the series that the project's policy blocks on can't be told from noise.");
    }

    /** Whether the worse end of a series' interval is beyond what some rule allows. */
    private static boolean mayBlock(VerdictRow row, String environment, BlockPolicy policy) {
        double worst = row.worseSign() > 0
                ? row.verdict().effect().high()
                : row.verdict().effect().low();
        for (BlockRule rule : policy.rules()) {
            boolean beyond = Double.isNaN(worst) || (row.worseSign() * (worst - 1) > 0 && rule.reaches(worst));
            if (beyond && rule.covers(row.benchmark(), row.metric(), environment)) {
                return true;
            }
        }
        return false;
    }
}
