package dev.plumbline.server.api;

import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.regression.Narrowing;
import dev.plumbline.server.regression.RegressionDetails;
import dev.plumbline.server.regression.RegressionSummary;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A regression with all that is known of it, as JSON. */
final class RegressionJson {

    private RegressionJson() {}

    static JsonObject of(RegressionDetails details, String slug) {
        RegressionSummary change = details.change();
        JsonArray series = new JsonArray();
        change.series().forEach(moved -> series.add(series(moved)));
        JsonArray commits = new JsonArray();
        details.commits().forEach(commit -> commits.add(commit(commit.commit()).put("runs", commit.runs())));
        JsonArray events = new JsonArray();
        details.events().forEach(event -> events.add(event(event)));
        return new JsonObject()
                .put("id", change.id())
                .put("url", new Links(slug).regression(change.id()))
                .put("worse", change.worse())
                .put("state", change.state())
                .put("detected", change.triage().detected())
                .put("assignee", emptyAsNull(change.triage().assignee()))
                .put("environment", change.environment())
                .put("run", change.runId())
                .put("commit", change.commit().sha())
                .put("previousCommit", change.previousSha())
                .put("fixedCommit", change.fixedBy().map(CommitLabel::sha).orElse(null))
                .put("cameBack", change.triage().cameBack())
                .put("openedAt", change.openedAt().toString())
                .put("series", series)
                .put("suite", change.shift().map(RegressionJson::shift).orElse(null))
                .put("observed", observed(change))
                .put("commits", commits)
                .put("narrowing", narrowing(Narrowing.of(details)))
                .put("events", events);
    }

    private static JsonObject series(MovedSeries moved) {
        JsonObject params = new JsonObject();
        moved.series().params().forEach(params::put);
        return new JsonObject()
                .put("series", moved.series().seriesId())
                .put("benchmark", moved.series().benchmark())
                .put("params", params)
                .put("metric", moved.series().metric())
                .put("unit", moved.series().unit())
                .put("state", moved.state())
                .put("before", finite(moved.levelBefore()))
                .put("after", finite(moved.levelAfter()))
                .put("ratio", finite(moved.ratio()))
                .put("ratioLow", finite(moved.ratioLow()))
                .put("ratioHigh", finite(moved.ratioHigh()))
                .put("earliestCommit", moved.earliestSha())
                .put("latestCommit", moved.latestSha());
    }

    private static JsonObject shift(RegressionSummary.Shift shift) {
        return new JsonObject()
                .put("ratio", finite(shift.ratio()))
                .put("ratioLow", finite(shift.ratioLow()))
                .put("ratioHigh", finite(shift.ratioHigh()))
                .put("moved", shift.moved())
                .put("benchmarks", shift.series());
    }

    private static JsonArray observed(RegressionSummary change) {
        JsonArray observed = new JsonArray();
        for (SuiteReport.Difference difference : change.observed()) {
            observed.add(new JsonObject()
                    .put("field", difference.field())
                    .put("before", difference.before())
                    .put("after", difference.after()));
        }
        return observed;
    }

    private static JsonObject commit(CommitLabel commit) {
        return new JsonObject()
                .put("commit", commit.sha())
                .put("subject", emptyAsNull(commit.subject()))
                .put("author", emptyAsNull(commit.author()))
                .put("committedAt", commit.committedAt().map(Instant::toString).orElse(null));
    }

    private static JsonObject narrowing(Narrowing narrowing) {
        JsonArray candidates = new JsonArray();
        narrowing.candidates().forEach(commit -> candidates.add(commit.sha()));
        return new JsonObject()
                .put("good", narrowing.good())
                .put("bad", narrowing.bad())
                .put("candidates", candidates)
                .put("measureNext", new JsonArray(narrowing.measureNext()))
                .put("builds", narrowing.builds())
                .put("complete", narrowing.complete())
                .put("bisect", narrowing.bisect())
                .put("step", narrowing.step());
    }

    private static JsonObject event(RegressionDetails.Happened event) {
        return new JsonObject()
                .put("id", event.id())
                .put("at", event.at().toString())
                .put("who", event.who())
                .put("event", event.event())
                .put("from", emptyAsNull(event.from()))
                .put("to", event.to())
                .put("note", emptyAsNull(event.note()));
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
