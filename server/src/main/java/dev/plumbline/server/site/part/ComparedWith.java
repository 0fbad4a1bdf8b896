package dev.plumbline.server.site.part;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.judging.Baseline;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a run was compared with, in words. */
public final class ComparedWith {

    private final Baseline baseline;

    public ComparedWith(Baseline baseline) {
        this.baseline = baseline;
    }

    /** For example: 3f72a10b of main, the merge base, 2 days older. */
    public String text() {
        String commit = baseline.commit().map(CommitView::abbreviated).orElse("");
        String branch = Printable.line(baseline.branch());
        return switch (baseline.rung()) {
            case PAIR -> commit + ", measured alternately with it" + age(OptionalInt.empty());
            case MERGE_BASE -> commit + " of " + branch + ", the merge base" + age(OptionalInt.empty());
            case NEAREST_ANCESTOR ->
                commit + " of " + branch + ", the nearest ancestor that was measured"
                        + age(baseline.commitsBehindMergeBase());
            case SEGMENT ->
                "the newest runs of " + branch + " up to " + commit + ", since no measured ancestor is known"
                        + age(OptionalInt.empty());
            case NONE -> "nothing: " + branch + " was not measured in this environment" + elsewhere();
        };
    }

    private String elsewhere() {
        return baseline.otherEnvironments().isEmpty()
                ? ""
                : ", and was in " + Printable.line(String.join(", ", baseline.otherEnvironments()));
    }

    private String age(OptionalInt commitsBehindMergeBase) {
        List<String> parts = new ArrayList<>();
        commitsBehindMergeBase.ifPresent(
                commits -> parts.add(Figures.count(commits, "commit") + " before the merge base"));
        baseline.days()
                .ifPresent(
                        days -> parts.add(days == 0 ? "less than a day older" : Figures.count(days, "day") + " older"));
        return parts.isEmpty() ? "" : ", " + String.join(", ", parts);
    }
}
