package dev.plumbline.server.site.part;

import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.report.RunListing;
import dev.plumbline.server.site.frame.Age;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Moment;
import java.time.Instant;
import java.util.Optional;

/**
 * A run as lists show it.
 *
 * @param url its page
 * @param commit the measured commit
 * @param branch the branch's name
 * @param environment the environment's label
 * @param uploaded when it was uploaded
 * @param age how long ago that was
 * @param status how far it has been judged
 * @param summary what its comparison says as a whole
 * @param absent how many benchmarks are missing or failed in it
 */
public record RunRow(
        String url,
        CommitView commit,
        String branch,
        String environment,
        Moment uploaded,
        String age,
        RunStatus status,
        RunSummary summary,
        int absent) {

    /** The row of a run. */
    public static RunRow of(RunListing run, Links links, Instant now) {
        return new RunRow(
                links.run(run.id()),
                CommitView.of(run.commit()),
                Printable.line(run.branch()),
                Printable.line(run.environment()),
                Moment.of(run.uploadedAt()),
                Age.of(run.uploadedAt(), now),
                run.status(),
                run.summary(),
                run.absent());
    }

    /** How many series have this outcome. */
    public int count(Outcome outcome) {
        return summary.count(outcome);
    }

    /** What the suite as a whole did, if it moved farther than its history explains. */
    public Optional<Outcome> suite() {
        return Optional.of(summary.suite()).filter(SuiteReport::finding).map(SuiteReport::outcome);
    }
}
