package dev.plumbline.server.site.series;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.report.SeriesInRun;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.ComparedWith;
import dev.plumbline.server.site.part.ShownVerdict;
import dev.plumbline.server.site.part.VerdictSentence;
import java.util.List;
import java.util.Optional;

/**
 * The run that a series is compared with, as the page shows it.
 *
 * @param tone the verdict's tone
 * @param sentence the verdict
 * @param reasons why it is so
 * @param against what it was compared with, empty for a run of the base branch
 * @param commit the run's commit
 * @param runUrl the run
 * @param branch the run's branch, or its pull request
 * @param branchUrl the pull request, empty if it has none
 * @param mark where the picture shows it
 */
public record ComparedRun(
        Tone tone,
        String sentence,
        List<String> reasons,
        String against,
        CommitView commit,
        String runUrl,
        String branch,
        String branchUrl,
        String mark) {

    public ComparedRun {
        reasons = List.copyOf(reasons);
    }

    /**
     * A run as the page shows it.
     *
     * @param onTrend whether it is one of the history and not of another branch
     */
    static ComparedRun of(SeriesInRun run, boolean onTrend, Links links) {
        Optional<ShownVerdict> row = run.verdict().map(verdict -> new ShownVerdict(verdict, "", Optional.empty()));
        Optional<VerdictSentence> sentence = row.map(VerdictSentence::new);
        return new ComparedRun(
                row.map(ShownVerdict::tone).orElse(Tone.UNKNOWN),
                sentence.map(VerdictSentence::text).orElse("Not judged yet: the run has no verdict on this series."),
                sentence.map(VerdictSentence::reasons).orElse(List.of()),
                run.baseline()
                        .map(baseline -> new ComparedWith(baseline).text())
                        .orElse(""),
                CommitView.of(run.commit()),
                links.run(run.runId()),
                run.pullRequest().isPresent() ? "#" + run.pullRequest().getAsInt() : Printable.line(run.branch()),
                run.pullRequest().isPresent()
                        ? links.pullRequest(run.pullRequest().getAsInt())
                        : "",
                onTrend
                        ? "The diamond on the dashed line is this run."
                        : "The diamond at the right is this run, the dashed line the level of its baseline.");
    }
}
