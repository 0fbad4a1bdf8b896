package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.change.StoredShift;
import dev.plumbline.server.judging.JudgingInput;
import dev.plumbline.server.judging.JudgingResult;
import dev.plumbline.server.judging.RunJudging;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** A suite's history judged run by run as the server does it: the same pure decision, with what it stores kept in memory. */
final class SuiteReplay {

    private static final int FIRST_JUDGED = 8;

    private final RunJudging judging = new RunJudging(SegmentationSettings.defaults(), JudgeSettings.defaults());
    private final double[][][] forks;
    private final int runs;
    private final RegressionLedger ledger = new RegressionLedger();
    private final List<List<StoredChangePoint>> changePoints = new ArrayList<>();
    private List<StoredShift> shifts = List.of();

    private SuiteReplay(double[][][] forks) {
        this.forks = forks;
        this.runs = forks[0].length;
        for (int which = 0; which < forks.length; which++) {
            changePoints.add(List.of());
        }
    }

    /**
     * The regressions that were opened, in this order.
     *
     * @param forks for each series and run its fork means
     */
    static List<RegressionLedger.Entry> of(double[][][] forks) {
        SuiteReplay replay = new SuiteReplay(forks);
        for (int run = FIRST_JUDGED; run < replay.runs; run++) {
            replay.judge(run);
        }
        return replay.ledger.entries();
    }

    /** Run and series are known by their places, counted from 1. */
    private void judge(int run) {
        long[] window = LongStream.rangeClosed(1, run + 1).toArray();
        List<JudgingInput.History> series = new ArrayList<>(forks.length);
        for (int which = 0; which < forks.length; which++) {
            series.add(new JudgingInput.History(
                    which + 1,
                    TwoRuns.TIME,
                    Arrays.copyOf(forks[which], run + 1),
                    List.of(forks[which][run]),
                    0,
                    changePoints.get(which),
                    Optional.empty()));
        }
        JudgingResult result = judging.apply(new JudgingInput(
                run + 1, JudgingInput.Against.OWN_SEGMENT, window, window, run, run, 0, shifts, series, Map.of()));
        for (int which = 0; which < forks.length; which++) {
            changePoints.set(which, new ArrayList<>());
        }
        result.changePoints()
                .forEach(point -> changePoints.get((int) point.seriesId() - 1).add(point));
        shifts = result.shifts().found();
        RunPlaces places = RunPlaces.inOrder(Arrays.stream(window).boxed().toList());
        List<StoredChangePoint> ofSuite = new ArrayList<>();
        double level = 1;
        for (StoredShift shift : shifts) {
            ofSuite.add(shift.asChangePoint(level));
            level *= shift.ratio();
        }
        ledger.replace(
                result.changePoints().stream()
                        .sorted((one, other) -> Long.compare(one.runId(), other.runId()))
                        .toList(),
                ofSuite,
                places,
                run);
    }
}
