package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import java.util.IntSummaryStatistics;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The runs that a series was compared with.
 *
 * @param runs how many
 * @param firstCommit the commit of the oldest; empty when not known
 * @param lastCommit the commit of the newest; empty when not known
 */
public record BaselineRange(int runs, String firstCommit, String lastCommit) {

    /** No runs. */
    public static final BaselineRange NONE = new BaselineRange(0, "", "");

    private static final int SHORT = 10;

    /** What the series of a run were compared with, in one line; empty when there was nothing. */
    static String describe(Set<BaselineRange> baselines, Glyphs glyphs) {
        if (baselines.isEmpty()) {
            return "";
        }
        IntSummaryStatistics runs =
                baselines.stream().mapToInt(BaselineRange::runs).summaryStatistics();
        String count = runs.getMin() == runs.getMax()
                ? runs.getMax() + (runs.getMax() == 1 ? " run" : " runs")
                : runs.getMin() + " " + glyphs.to() + " " + runs.getMax() + " runs";
        Set<String> commits = baselines.stream()
                .map(baseline -> baseline.commits(glyphs))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return "compared with " + count
                + (commits.size() == 1 ? ", " + commits.iterator().next() : "");
    }

    private String commits(Glyphs glyphs) {
        if (lastCommit.isEmpty() || firstCommit.equals(lastCommit)) {
            return shortened(lastCommit);
        }
        return shortened(firstCommit) + " " + glyphs.to() + " " + shortened(lastCommit);
    }

    private static String shortened(String commit) {
        return Printable.line(commit.substring(0, Math.min(SHORT, commit.length())));
    }
}
