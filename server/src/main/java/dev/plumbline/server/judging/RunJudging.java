package dev.plumbline.server.judging;

import dev.plumbline.analysis.judge.BaselineRuns;
import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.judge.RunVerdict;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.Company;
import dev.plumbline.analysis.segment.Segmentation;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.suite.RunSpread;
import dev.plumbline.analysis.suite.SuiteHistory;
import dev.plumbline.analysis.suite.SuiteJudge;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Threshold;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.judging.JudgingInput.History;
import dev.plumbline.server.judging.JudgingResult.JudgedSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The verdict on a run: what its benchmarks share is separated first and judged by itself; then, with that removed, its series' change
 * points are found, and the run is compared with the segment that it continues. Pure.
 */
public final class RunJudging implements Function<JudgingInput, JudgingResult> {

    private final SegmentationSettings segmentation;
    private final Segmenter segmenter;
    private final RunJudge judge;
    private final SuiteJudge suiteJudge;
    private final PairJudging pairs;

    public RunJudging(SegmentationSettings segmentation, JudgeSettings settings) {
        this.segmentation = segmentation;
        this.segmenter = new Segmenter(segmentation);
        this.judge = new RunJudge(settings);
        this.suiteJudge = new SuiteJudge(settings);
        this.pairs = new PairJudging(settings);
    }

    @Override
    public JudgingResult apply(JudgingInput input) {
        if (input.against() == JudgingInput.Against.PAIR) {
            return pairs.judge(input);
        }
        SuiteMovement movement = SuiteMovement.of(input, segmentation, suiteJudge);
        SuiteHistory suite = movement.conditions();
        List<List<double[]>> conditioned = IntStream.range(0, input.series().size())
                .mapToObj(which -> suite.under(which, input.candidateIndex()))
                .toList();
        Company company = new Company(
                Math.max(1, conditioned.size()), RunSpread.of(conditioned, input.runs().length), new int[0]);
        List<StoredChangePoint> changePoints = new ArrayList<>();
        List<Subject> subjects = new ArrayList<>();
        List<long[]> baselineRuns = new ArrayList<>();
        for (int which = 0; which < input.series().size(); which++) {
            History history = input.series().get(which);
            MeasuredRuns measured = MeasuredRuns.of(history, conditioned.get(which), input);
            int candidate = measured.firstAtOrAfter(input.commitFrom());
            Threshold threshold = history.threshold();
            BaselineRuns baseline;
            if (input.base()) {
                Segmentation found =
                        segment(history, measured, company.shiftingAt(suite.shiftsOf(which)), history.settledBefore());
                for (ChangePoint point : found.changePoints()) {
                    if (measured.places()[point.index()] >= history.settledBefore()) {
                        changePoints.add(
                                stored(history.seriesId(), point, measured, suite, which, input.candidateIndex()));
                    }
                }
                baseline = BaselineRuns.onBaseBranch(found.changePoints(), candidate, threshold.mostRuns());
            } else {
                baseline = BaselineRuns.elsewhere(
                        levels(input.against(), history, measured, company.shiftingAt(suite.shiftsOf(which))),
                        candidate,
                        threshold.mostRuns());
            }
            if (threshold.windowSeconds() < Long.MAX_VALUE) {
                long now = input.measuredAt().getOrDefault(input.runId(), 0L);
                baseline = baseline.since(now - threshold.windowSeconds(), measured.runs(), input.measuredAt());
            }
            subjects.add(new Subject(
                    history.metric(),
                    measured.forks().subList(baseline.from(), baseline.to()),
                    input.base() ? measured.between(input.commitFrom(), input.candidateIndex()) : history.candidates(),
                    threshold));
            baselineRuns.add(Arrays.copyOfRange(measured.runs(), baseline.from(), baseline.to()));
        }
        RunVerdict verdict = judge.judge(subjects);
        SuiteVerdict suiteVerdict =
                movement.verdict().known() ? movement.verdict() : suiteJudge.warning(subjects, verdict.series());
        List<Verdict> series = suiteJudge.inLightOf(suiteVerdict, subjects, verdict.series());
        List<JudgedSeries> judged = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            long[] baseline = baselineRuns.get(i);
            judged.add(new JudgedSeries(
                    input.series().get(i).seriesId(),
                    series.get(i),
                    baseline.length == 0 ? 0 : baseline[0],
                    baseline.length == 0 ? 0 : baseline[baseline.length - 1],
                    input.series().get(i).rule()));
        }
        return new JudgingResult(
                judged,
                verdict.comparisons(),
                verdict.summary(),
                new JudgingResult.Suite(suiteVerdict, movement.baselineLastRun()),
                changePoints,
                movement.shifts());
    }

    private Segmentation segment(History history, MeasuredRuns measured, Company company, int settledBefore) {
        Segmenter own = history.threshold() instanceof DefaultTest test ? segmenter.with(test) : segmenter;
        return own.append(
                history.metric(),
                measured.forks(),
                measured.commits(),
                company.at(measured.places()).knowing(confirmed(history, measured)),
                settled(history, measured, settledBefore),
                measured.firstAtOrAfter(settledBefore));
    }

    /** The places, among the measured runs of another line of history, at which a level begins. */
    private int[] levels(JudgingInput.Against against, History history, MeasuredRuns measured, Company company) {
        return against == JudgingInput.Against.BASE_BRANCH || measured.forks().isEmpty()
                ? settled(history, measured, Integer.MAX_VALUE)
                : segment(history, measured, company, 0).changePoints().stream()
                        .mapToInt(ChangePoint::index)
                        .toArray();
    }

    /** The places, among the measured runs, of the stored change points at window places before a limit. */
    private static int[] settled(History history, MeasuredRuns measured, int limit) {
        return places(history.changePoints(), measured, limit);
    }

    private static int[] confirmed(History history, MeasuredRuns measured) {
        return places(
                history.changePoints().stream()
                        .filter(point -> point.state() == ChangePoint.State.CONFIRMED)
                        .toList(),
                measured,
                Integer.MAX_VALUE);
    }

    private static int[] places(List<StoredChangePoint> points, MeasuredRuns measured, int limit) {
        if (points.isEmpty()) {
            return new int[0];
        }
        Map<Long, Integer> index = new HashMap<>();
        for (int i = 0; i < measured.runs().length && measured.places()[i] < limit; i++) {
            index.put(measured.runs()[i], i);
        }
        return points.stream()
                .map(StoredChangePoint::runId)
                .filter(index::containsKey)
                .mapToInt(index::get)
                .filter(place -> place > 0)
                .sorted()
                .toArray();
    }

    /** A change point with its levels as the measured values around it show them. */
    private static StoredChangePoint stored(
            long seriesId, ChangePoint point, MeasuredRuns measured, SuiteHistory suite, int which, int candidate) {
        double before = suite.usual(which, candidate, measured.places()[point.index() - 1]);
        double after = suite.usual(which, candidate, measured.places()[point.index()]);
        return new StoredChangePoint(
                seriesId,
                measured.runs()[point.index()],
                measured.runs()[point.index() - 1],
                measured.runs()[point.earliest()],
                measured.runs()[point.latest()],
                point.state(),
                point.levelBefore() * before,
                point.levelAfter() * after,
                point.ratio(),
                point.ratioLow(),
                point.ratioHigh(),
                point.pValue(),
                point.worse());
    }
}
