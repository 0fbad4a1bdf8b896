package dev.plumbline.analysis.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.analysis.report.verdict.BaselineRange;
import dev.plumbline.analysis.report.verdict.RunVerdicts;
import dev.plumbline.analysis.report.verdict.SeriesVerdict;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what the API says about a judged run. */
public final class RunVerdictsJson {

    private RunVerdictsJson() {}

    /**
     * The report of a run.
     *
     * @param project the project's short name
     * @param run the run's number
     * @param about what the API says about the run
     * @param verdicts what it says about its series
     * @param link the run's page
     */
    public static RunVerdicts read(String project, long run, JsonNode about, JsonNode verdicts, String link) {
        List<VerdictRow> rows = new ArrayList<>();
        Set<BaselineRange> baselines = new HashSet<>();
        for (JsonNode verdict : verdicts.path("verdicts")) {
            SeriesVerdict told = SeriesVerdictJson.read(verdict);
            rows.add(told.row());
            if (told.verdict().hasBaseline()) {
                baselines.add(told.baseline());
            }
        }
        JsonNode summary = verdicts.path("summary");
        return new RunVerdicts(
                project,
                run,
                about.path("branch").asText(""),
                about.path("commit").asText(""),
                about.path("environment").asText(""),
                baselines,
                RunSummaryJson.read(summary.isObject() ? summary : about.path("summary")),
                rows,
                MissingJson.read(verdicts.path("missing")),
                link);
    }
}
