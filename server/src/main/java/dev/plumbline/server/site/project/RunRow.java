package dev.plumbline.server.site.project;

import dev.plumbline.server.http.Links;
import dev.plumbline.server.report.RunListing;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Moment;

/**
 * A run as lists show it.
 *
 * @param url its page
 * @param commit the measured commit
 * @param at when the measured commit was committed; when the run was uploaded, where that is not known
 * @param status waiting, judged or failed
 * @param regressed series that got worse
 * @param improved series that got better
 * @param inconclusive series of which too little is known
 * @param comparisons series that were compared
 * @param suite regressed or improved where the suite as a whole was, else empty
 */
public record RunRow(
        String url,
        CommitView commit,
        Moment at,
        String status,
        int regressed,
        int improved,
        int inconclusive,
        int comparisons,
        String suite) {

    static RunRow of(RunListing run, Links links) {
        return new RunRow(
                links.run(run.id()),
                CommitView.of(run.commit()),
                Moment.of(run.commit().committedAt().orElse(run.uploadedAt())),
                run.status(),
                run.regressed(),
                run.improved(),
                run.inconclusive(),
                run.comparisons(),
                run.suite());
    }
}
