package dev.plumbline.collector.verdict;

import dev.plumbline.analysis.report.verdict.BaselineRange;
import dev.plumbline.analysis.report.verdict.RunVerdicts;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.collector.client.ServerAddress;
import dev.plumbline.collector.json.JsonObject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

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
     * @param status what the API says of the run
     * @param verdicts what it says of its series
     */
    RunVerdicts read(long run, JsonObject status, JsonObject verdicts) {
        JsonObject summary = verdicts.has("summary") ? verdicts.object("summary") : status.object("summary");
        JsonObject mean = summary.object("geometricMean");
        return new RunVerdicts(
                project,
                run,
                status.text("branch"),
                status.text("commit"),
                status.text("environment"),
                baselines(verdicts),
                summary.integer("comparisons"),
                mean.number("ratio"),
                mean.number("low"),
                mean.number("high"),
                suite(summary),
                verdicts.objects("verdicts").stream().map(VerdictReader::row).toList(),
                server.page(status.text("url")));
    }

    /** What an older server does not tell is not there. */
    private static SuiteReport suite(JsonObject summary) {
        if (!summary.has("suite")) {
            return SuiteReport.NONE;
        }
        JsonObject suite = summary.object("suite");
        return new SuiteReport(
                outcome(suite.text("outcome")),
                suite.number("ratio"),
                suite.number("low"),
                suite.number("high"),
                suite.number("expectedLow"),
                suite.number("expectedHigh"),
                suite.integer("baselineRuns"),
                suite.integer("moved"),
                suite.integer("series"),
                suite.isTrue("takenOut"),
                suite.objects("observed").stream()
                        .map(difference -> new SuiteReport.Difference(
                                difference.text("field"), difference.text("before"), difference.text("after")))
                        .toList());
    }

    private static Set<BaselineRange> baselines(JsonObject verdicts) {
        return verdicts.objects("verdicts").stream()
                .filter(verdict -> verdict.has("baseline"))
                .map(verdict -> verdict.object("baseline"))
                .map(baseline -> new BaselineRange(
                        baseline.integer("runs"), baseline.text("firstCommit"), baseline.text("lastCommit")))
                .collect(Collectors.toSet());
    }

    private static VerdictRow row(JsonObject verdict) {
        JsonObject baseline = verdict.object("baseline");
        return new VerdictRow(
                outcome(verdict.text("outcome")),
                verdict.text("benchmark"),
                verdict.object("params").textFields(),
                verdict.text("mode"),
                Math.max(1, verdict.integer("threads")),
                verdict.text("metric"),
                verdict.text("unit"),
                verdict.number("candidate"),
                verdict.integer("candidateForks"),
                baseline.number("value"),
                baseline.integer("forks"),
                verdict.number("ratio"),
                verdict.number("ratioLow"),
                verdict.number("ratioHigh"),
                verdict.number("adjustedPValue"),
                verdict.text("method").equals("near-exact"),
                verdict.number("smallestDetectableChange"),
                verdict.integer("forksNeeded"),
                verdict.texts("reasons").stream().map(VerdictReader::reason).toList());
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
