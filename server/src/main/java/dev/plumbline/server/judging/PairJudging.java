package dev.plumbline.server.judging;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunVerdict;
import dev.plumbline.analysis.pair.PairPlan;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.analysis.pair.PairedSubject;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.server.judging.JudgingInput.History;
import dev.plumbline.server.judging.JudgingResult.JudgedSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on a run that was measured alternately with another: each series by its pairs of forks. What both sides share cancels out in
 * the differences, so nothing is removed first, and neither side's history is used. Pure.
 */
final class PairJudging {

    private final PairedJudge judge;

    PairJudging(JudgeSettings settings) {
        // It isn't known whether the pairs were stopped as soon as the result was clear, so verdicts are valid even
        // then.
        this.judge = new PairedJudge(settings, PairPlan.STANDARD);
    }

    /** The verdicts; a series that the other side doesn't have is inconclusive. */
    JudgingResult judge(JudgingInput input) {
        List<PairedSubject> subjects = new ArrayList<>();
        for (History history : input.series()) {
            double[] head = history.candidates().getLast();
            double[] base = base(history);
            // If the sides have different numbers of forks, it isn't known which belong together, so there is no pair.
            int pairs = base.length == head.length ? base.length : 0;
            subjects.add(new PairedSubject(history.metric(), Arrays.copyOf(base, pairs), Arrays.copyOf(head, pairs)));
        }
        RunVerdict verdict = judge.judge(subjects);
        List<JudgedSeries> judged = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            long base = subjects.get(i).baseline().length == 0 ? 0 : input.runs()[0];
            judged.add(new JudgedSeries(
                    input.series().get(i).seriesId(), verdict.series().get(i), base, base, Optional.empty()));
        }
        return new JudgingResult(
                judged,
                verdict.comparisons(),
                verdict.summary(),
                new JudgingResult.Suite(SuiteVerdict.NONE, 0),
                List.of(),
                new JudgingResult.Shifts(new long[0], List.of()));
    }

    private static double[] base(History history) {
        double[] forks = history.forks()[0];
        return forks == null ? new double[0] : forks;
    }
}
