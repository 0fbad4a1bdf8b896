package dev.plumbline.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.json.Json;
import dev.plumbline.server.regression.DetectorState;
import dev.plumbline.server.regression.Narrowing;
import dev.plumbline.server.regression.RegressionDetails;
import dev.plumbline.server.regression.RegressionEvent;
import dev.plumbline.server.regression.RegressionState;
import dev.plumbline.server.regression.RegressionSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A regression with everything that is known about it, as the API returns it. */
record RegressionAnswer(
        long id,
        String url,
        boolean worse,
        RegressionState state,
        DetectorState detected,
        Optional<String> assignee,
        String environment,
        long run,
        String commit,
        Optional<String> commitUrl,
        String previousCommit,
        Optional<String> rangeUrl,
        Optional<String> fixedCommit,
        boolean cameBack,
        Instant openedAt,
        List<Moved> series,
        Optional<Shift> suite,
        List<SuiteReport.Difference> observed,
        List<Measured> commits,
        Next narrowing,
        List<Event> events) {

    static RegressionAnswer of(RegressionDetails details, String slug, ForgeLinks forge) {
        RegressionSummary change = details.change();
        return new RegressionAnswer(
                change.id(),
                new Links(slug).regression(change.id()),
                change.worse(),
                change.state(),
                change.triage().detected(),
                Json.known(change.triage().assignee()),
                change.environment(),
                change.runId(),
                change.commit().sha(),
                forge.commit(change.commit().sha()),
                change.previousSha(),
                forge.range(change.previousSha(), change.commit().sha()),
                change.fixedBy().map(CommitLabel::sha),
                change.triage().cameBack(),
                change.openedAt(),
                change.series().stream().map(Moved::of).toList(),
                change.shift().map(Shift::of),
                change.observed(),
                details.commits().stream()
                        .map(commit -> new Measured(Commit.of(commit.commit(), forge), commit.runs()))
                        .toList(),
                Next.of(Narrowing.of(details), change.isWithinOneCommit()),
                details.events().stream().map(Event::of).toList());
    }

    record Moved(
            long series,
            String benchmark,
            Map<String, String> params,
            String metric,
            String unit,
            ChangePoint.State state,
            double before,
            double after,
            double ratio,
            double ratioLow,
            double ratioHigh,
            String earliestCommit,
            String latestCommit) {

        static Moved of(MovedSeries moved) {
            return new Moved(
                    moved.series().seriesId(),
                    moved.series().benchmark(),
                    moved.series().params(),
                    moved.series().metric(),
                    moved.series().unit(),
                    moved.state(),
                    moved.levelBefore(),
                    moved.levelAfter(),
                    moved.ratio(),
                    moved.ratioLow(),
                    moved.ratioHigh(),
                    moved.earliestSha(),
                    moved.latestSha());
        }
    }

    record Shift(double ratio, double ratioLow, double ratioHigh, int moved, int benchmarks) {

        static Shift of(RegressionSummary.Shift shift) {
            return new Shift(shift.ratio(), shift.ratioLow(), shift.ratioHigh(), shift.moved(), shift.series());
        }
    }

    record Commit(
            String commit,
            Optional<String> url,
            Optional<String> subject,
            Optional<String> author,
            Optional<Instant> committedAt) {

        static Commit of(CommitLabel commit, ForgeLinks forge) {
            return new Commit(
                    commit.sha(),
                    forge.commit(commit.sha()),
                    Json.known(commit.subject()),
                    Json.known(commit.author()),
                    commit.committedAt());
        }
    }

    /** A commit with how often it was measured. */
    record Measured(@JsonUnwrapped Commit commit, long runs) {}

    /** What to measure next. */
    record Next(
            String good,
            String bad,
            List<String> candidates,
            List<String> measureNext,
            int builds,
            boolean complete,
            Optional<String> bisect,
            Optional<String> step) {

        /** Both levels measured at one commit leave nothing to build. */
        static Next of(Narrowing narrowing, boolean withinOneCommit) {
            return new Next(
                    narrowing.good(),
                    narrowing.bad(),
                    narrowing.candidates().stream().map(CommitLabel::sha).toList(),
                    narrowing.measureNext(),
                    narrowing.builds(),
                    narrowing.complete(),
                    withinOneCommit ? Optional.empty() : Optional.of(narrowing.bisect()),
                    withinOneCommit ? Optional.empty() : Optional.of(narrowing.step()));
        }
    }

    record Event(
            long id,
            Instant at,
            String who,
            RegressionEvent.Kind event,
            Optional<RegressionState> from,
            RegressionState to,
            Optional<String> note) {

        static Event of(RegressionDetails.Happened event) {
            return new Event(
                    event.id(),
                    event.at(),
                    event.who(),
                    event.event(),
                    event.from(),
                    event.to(),
                    Json.known(event.note()));
        }
    }
}
