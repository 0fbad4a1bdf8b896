package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.stats.Power;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.subject.AssumedNoise;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.verdict.Reason;
import java.util.List;

/** What is said of a comparison of one fork with one: what the files would need, and what a known noise would find. */
final class OneFork {

    /** A noise for example: what differs from run to run on a calm machine. */
    private static final double EXAMPLE = 0.03;

    private OneFork() {}

    /** Whether this is why nothing can be told of any of these series. */
    static boolean explains(List<VerdictRow> rows) {
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> row.verdict().reasons().contains(Reason.ONE_FORK));
    }

    /**
     * The sentences.
     *
     * @param none how many series there are, as a sentence begins: {@code None of 12}
     */
    static String sentence(String none, ComparisonReport.Terms terms) {
        return none
                + " can be told from noise, since one " + terms.harness().forks(1)
                + " a side shows none. This isn't a pass. " + terms.harness().measureMore()
                + ", or name the noise that you know: with --assume-noise 3% a change of "
                + Change.magnitude(detectable(terms), Glyphs.UNICODE) + " would be found.";
    }

    private static double detectable(ComparisonReport.Terms terms) {
        AssumedNoise noise = AssumedNoise.said(EXAMPLE);
        return Math.expm1(new Power(new StudentT(), 1 - terms.confidence(), terms.power())
                .smallestDetectable(noise.standardError(1, 1), noise.degreesOfFreedom()));
    }
}
