package dev.plumbline.server.site.project;

import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.report.RunListing;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Moment;
import java.util.Optional;

/**
 * A run as lists show it.
 *
 * @param url its page
 * @param commit the measured commit
 * @param at when the measured commit was committed; when the run was uploaded, where that is not known
 * @param status how far it has been judged
 * @param summary what its comparison says as a whole
 * @param absent how many benchmarks are missing or failed in it
 */
public record RunRow(String url, CommitView commit, Moment at, RunStatus status, RunSummary summary, int absent) {

    static RunRow of(RunListing run, Links links) {
        return new RunRow(
                links.run(run.id()),
                CommitView.of(run.commit()),
                Moment.of(run.commit().committedAt().orElse(run.uploadedAt())),
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
