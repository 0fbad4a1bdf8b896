package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.Markdown;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/** What was compared with what, in one sentence of Markdown. */
final class BaselineWords {

    private static final int SHORT = 10;

    private final ChangeReport report;
    private final EnvironmentReport environment;

    BaselineWords(ChangeReport report, EnvironmentReport environment) {
        this.report = report;
        this.environment = environment;
    }

    /** A commit as people know it: ten digits, as code. */
    static String commit(String sha) {
        return Markdown.code(sha.substring(0, Math.min(SHORT, sha.length())));
    }

    /** For example: compared in <code>ci</code>: <code>3f72…</code> against <code>0a1b…</code>, the merge base, 2 days older. */
    String sentence() {
        BaselineNote baseline = environment.baseline();
        String head = commit(report.head()) + " (" + runs()
                + size(row -> row.verdict().candidate().forks(), 1) + ")";
        String where = " in " + Markdown.code(environment.environment()) + ": ";
        if (!baseline.known() && environment.missing().missing() > 0) {
            return "Measured" + where + head + ". None of it was measured on " + Markdown.code(report.baseBranch())
                    + " in this environment, so nothing was compared.";
        }
        if (!baseline.known()) {
            return "Measured" + where + head + ". There is no run of " + Markdown.code(report.baseBranch())
                    + " in this environment to compare it with; once one is uploaded, this is judged again.";
        }
        return "Compared" + where + head + " against " + base(baseline) + ".";
    }

    private String base(BaselineNote baseline) {
        String commit = commit(baseline.commit());
        String forks = size(row -> row.verdict().baseline().forks(), baseline.runs());
        boolean ofCommit = baseline.rung() != Rung.SEGMENT;
        String upToIt = ofCommit && baseline.runs() > 1 ? " up to it" : "";
        String sample = forks.isEmpty() ? "" : " (" + forks.substring(2) + upToIt + ")";
        return switch (baseline.rung()) {
            case PAIR -> commit + sample + ", measured alternately with it on one machine";
            case MERGE_BASE -> commit + sample + ", the merge base" + age(baseline, false);
            case NEAREST_ANCESTOR -> commit + sample + ", the nearest ancestor that was measured" + age(baseline, true);
            case SEGMENT ->
                "the current level of " + Markdown.code(report.baseBranch()) + sample + ", the newest of it " + commit
                        + age(baseline, true);
            case NONE -> commit;
        };
    }

    private static String age(BaselineNote baseline, boolean withCommits) {
        List<String> parts = new ArrayList<>();
        OptionalInt commits = baseline.commits();
        if (withCommits && commits.isPresent()) {
            parts.add(
                    commits.getAsInt() == 0
                            ? "the merge base itself"
                            : count(commits.getAsInt(), "commit") + " before the merge base");
        }
        baseline.days()
                .ifPresent(days -> parts.add(days == 0 ? "less than a day older" : count(days, "day") + " older"));
        return parts.isEmpty() ? "" : ", " + String.join(", ", parts);
    }

    private String runs() {
        List<String> links = environment.runs().stream()
                .map(run -> Markdown.link("run " + run.run(), run.url()))
                .toList();
        return String.join(", ", links);
    }

    /** How many forks in how many runs, with a comma in front; empty if nothing is known. */
    private String size(ToIntFunction<VerdictRow> forks, int runs) {
        IntSummaryStatistics counts = environment.series().stream()
                .mapToInt(series -> forks.applyAsInt(series.row()))
                .filter(count -> count > 0)
                .summaryStatistics();
        if (counts.getCount() == 0) {
            return "";
        }
        String most = counts.getMax() + " " + environment.harness().forks(counts.getMax());
        String range = counts.getMin() == counts.getMax() ? most : counts.getMin() + " to " + most;
        return ", " + range + (runs > 1 ? " in " + count(runs, "run") : "");
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
