package dev.plumbline.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.ClassicTest;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.threshold.Threshold;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a project's own rules change of a run's verdicts, and what they leave alone. */
class ProjectRulesTest {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("ns/op"));
    private static final Metric THROUGHPUT = new Metric(Metric.SCORE, Unit.of("ops/ms"));
    private static final Metric BYTES = new Metric("gc.alloc.rate.norm", Unit.of("B/op"));
    private static final double UNSET = Double.NaN;

    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    @Test
    void theDefaultTestWithItsOwnConfidenceIsTheDefaultTest() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        List<Subject> subjects = suite(random, 60, 1.03);

        RunVerdict standard = judge.judge(subjects);

        assertThat(judge.judge(all(subjects, DefaultTest.STANDARD))).isEqualTo(standard);
        assertThat(judge.judge(all(subjects, new DefaultTest(UNSET, 0.95)))).isEqualTo(standard);
        assertThat(standard.series())
                .extracting(Verdict::outcome)
                .contains(Outcome.REGRESSED, Outcome.IMPROVED, Outcome.UNCHANGED, Outcome.INCONCLUSIVE);
    }

    @Test
    void aMinimumEffectDecidesWhatIsRelevant() {
        List<double[]> calm = List.of(forks(1.000, 1.001, 0.999), forks(1.001, 1.000, 1.002), forks(0.999, 1.001, 1.0));
        double[] slower = forks(1.05, 1.051, 1.049);

        assertThat(one(TIME, calm, slower, DefaultTest.STANDARD).outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(one(TIME, calm, slower, new DefaultTest(0.10, UNSET)).outcome())
                .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aMinimumEffectHoldsForNearExactMetricsToo() {
        List<double[]> runs = List.of(forks(1000, 1000, 1000), forks(1000, 1000, 1000));

        assertThat(one(BYTES, runs, forks(1016, 1016, 1016), DefaultTest.STANDARD)
                        .outcome())
                .isEqualTo(Outcome.REGRESSED);
        assertThat(one(BYTES, runs, forks(1016, 1016, 1016), new DefaultTest(0.05, UNSET))
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void moreConfidenceWidensTheIntervalAndLowersTheLevelInProportion() {
        List<double[]> runs = List.of(forks(1.00, 1.02, 0.98));
        double[] slower = forks(1.16, 1.14, 1.15);
        Verdict usual = one(TIME, runs, slower, DefaultTest.STANDARD);
        Verdict sure = one(TIME, runs, slower, new DefaultTest(UNSET, 0.99));

        assertThat(sure.evidence().pValue()).isEqualTo(usual.evidence().pValue());
        assertThat(sure.evidence().adjusted()).isCloseTo(usual.evidence().adjusted(), within(1e-15));
        assertThat(sure.effect().high() / sure.effect().low())
                .isGreaterThan(usual.effect().high() / usual.effect().low());
        JudgeSettings settings = JudgeSettings.defaults();
        assertThat(settings.with(new DefaultTest(UNSET, 0.99)).falseDiscoveryRate())
                .isCloseTo(settings.falseDiscoveryRate() / 5, within(1e-15));
        assertThat(settings.with(DefaultTest.STANDARD)).isEqualTo(settings);
    }

    @Test
    void whatIsFoundShrinksWithTheConfidence() {
        List<Subject> subjects = suite(new SplittableRandom(7), 200, 1.06);
        long before = Long.MAX_VALUE;
        for (double confidence : new double[] {0.8, 0.95, 0.99, 0.999}) {
            long found = judge.judge(all(subjects, new DefaultTest(UNSET, confidence))).series().stream()
                    .filter(verdict -> verdict.outcome() == Outcome.REGRESSED)
                    .count();
            assertThat(found).isLessThan(before);
            before = found;
        }
        assertThat(before).isPositive();
    }

    /**
     * Half of the series at confidence 0.9 and half at 0.99 have levels of 0.04 and 0.004, 0.022 on average. Normal forks, a suite that
     * its own prior knows, 200 series of which 20 are 30 % slower: the mean share of false findings over 300 runs, each share at most
     * 1 with variance at most its mean, has a standard error below √(0.022/300) = 0.0086.
     */
    @Test
    void differentLevelsKeepTheFalseDiscoveryRateBelowTheirMean() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        int rounds = 300;
        double falseShare = 0;
        for (int round = 0; round < rounds; round++) {
            List<Subject> subjects = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                double factor = i % 10 == 0 ? 1.3 : 1;
                Threshold threshold = new DefaultTest(0, i / 10 % 2 == 0 ? 0.9 : 0.99);
                subjects.add(new Subject(TIME, List.of(noisy(random, 1)), List.of(noisy(random, factor)), threshold));
            }
            int found = 0;
            int wrong = 0;
            List<Verdict> verdicts = judge.judge(subjects).series();
            for (int i = 0; i < verdicts.size(); i++) {
                Outcome outcome = verdicts.get(i).outcome();
                if (outcome == Outcome.REGRESSED || outcome == Outcome.IMPROVED) {
                    found++;
                    wrong += i % 10 == 0 ? 0 : 1;
                }
            }
            falseShare += found == 0 ? 0 : (double) wrong / found;
        }
        assertThat(falseShare / rounds).isLessThan(0.022 + 2 * Math.sqrt(0.022 / rounds));
    }

    @Test
    void aMinimumEffectHoldsForChangePointsToo() {
        SplittableRandom random = new SplittableRandom(11);
        List<double[]> runs = new ArrayList<>();
        for (int run = 0; run < 40; run++) {
            runs.add(scattered(random, run < 20 ? 1 : 1.05, 0.005));
        }
        Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());

        assertThat(segmenter.with(DefaultTest.STANDARD).segment(TIME, runs))
                .isEqualTo(segmenter.segment(TIME, runs))
                .satisfies(found -> assertThat(found.changePoints()).hasSize(1));
        assertThat(segmenter
                        .with(new DefaultTest(0.02, UNSET))
                        .segment(TIME, runs)
                        .changePoints())
                .hasSize(1);
        assertThat(segmenter
                        .with(new DefaultTest(0.10, UNSET))
                        .segment(TIME, runs)
                        .changePoints())
                .isEmpty();
    }

    @Test
    void aClassicModelCallsACrossedLimitByTheDirection() {
        List<double[]> runs = List.of(forks(98, 102), forks(104, 100), forks(100, 96));
        Threshold percentage = ClassicModel.of(ClassicTest.PERCENTAGE, 0.1, 0.1);

        Verdict slower = one(TIME, runs, forks(112, 110.5), percentage);
        assertThat(slower.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(slower.method()).isEqualTo(Method.CLASSIC_PERCENTAGE);
        assertThat(slower.reasons()).containsExactly(Reason.PROJECT_RULE);
        // The means 100, 102 and 98 have the mean 100.
        assertThat(slower.limits().lower()).isCloseTo(90, within(1e-9));
        assertThat(slower.limits().upper()).isCloseTo(110, within(1e-9));
        assertThat(slower.effect().ratio()).isCloseTo(1.1125, within(1e-9));
        assertThat(slower.evidence().pValue()).isNaN();
        assertThat(slower.evidence().adjusted()).isNaN();

        assertThat(one(THROUGHPUT, runs, forks(112, 110.5), percentage).outcome())
                .isEqualTo(Outcome.IMPROVED);
        assertThat(one(THROUGHPUT, runs, forks(80), percentage).outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(one(TIME, runs, forks(80), percentage).outcome()).isEqualTo(Outcome.IMPROVED);
        assertThat(one(TIME, runs, forks(109, 110), percentage).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(one(TIME, runs, forks(80), ClassicModel.of(ClassicTest.PERCENTAGE, UNSET, 0.1))
                        .outcome())
                .as("no lower boundary")
                .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aClassicModelIsInconclusiveWithoutEnoughRuns() {
        List<double[]> runs = List.of(forks(98, 102), forks(104, 100));
        Threshold threshold = new ClassicModel(ClassicTest.PERCENTAGE, UNSET, 0.1, 3, 64, Long.MAX_VALUE);

        Verdict verdict = one(TIME, runs, forks(500), threshold);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.method()).isEqualTo(Method.NONE);
        assertThat(verdict.reasons()).containsExactly(Reason.TOO_FEW_RUNS, Reason.PROJECT_RULE);
        assertThat(verdict.limits()).isEqualTo(Limits.NONE);

        Verdict same =
                one(TIME, List.of(forks(5), forks(5)), forks(5), ClassicModel.of(ClassicTest.T_TEST, 0.99, 0.99));
        assertThat(same.reasons()).containsExactly(Reason.NO_LIMITS, Reason.PROJECT_RULE);
        assertThat(one(TIME, List.of(), forks(5), threshold).reasons()).contains(Reason.NO_BASELINE);
        assertThat(one(TIME, runs, forks(UNSET), threshold).reasons()).containsExactly(Reason.NO_VALUE);
    }

    @Test
    void aStaticBoundaryNeedsNoBaseline() {
        Threshold threshold = ClassicModel.of(ClassicTest.STATIC, UNSET, 120);

        Verdict verdict = one(TIME, List.of(), forks(121), threshold);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(verdict.method()).isEqualTo(Method.CLASSIC_STATIC);
        assertThat(verdict.baseline().value()).isNaN();
        assertThat(verdict.effect().ratio()).isNaN();
    }

    @Test
    void aClassicModelTakesNoPartInTheCorrectionForManyComparisons() {
        List<Subject> subjects = suite(new SplittableRandom(3), 20, 1.05);
        List<Subject> more = new ArrayList<>(subjects);
        for (int i = 0; i < 200; i++) {
            more.add(new Subject(
                    TIME,
                    List.of(forks(1, 1.5, 0.5), forks(1.2, 1, 0.8)),
                    List.of(forks(1)),
                    ClassicModel.of(ClassicTest.IQR, 3, 3)));
        }
        RunVerdict alone = judge.judge(subjects);
        RunVerdict together = judge.judge(more);

        assertThat(together.series().subList(0, subjects.size())).isEqualTo(alone.series());
        assertThat(together.comparisons()).isEqualTo(alone.comparisons() + 200);
    }

    private Verdict one(Metric metric, List<double[]> baseline, double[] candidate, Threshold threshold) {
        return judge.judge(List.of(new Subject(metric, baseline, List.of(candidate), threshold)))
                .series()
                .get(0);
    }

    private static List<Subject> all(List<Subject> subjects, Threshold threshold) {
        return subjects.stream()
                .map(subject -> new Subject(subject.metric(), subject.baseline(), subject.candidate(), threshold))
                .toList();
    }

    /** Series that scatter by 0.1 to 5 %, every third shifted up and every fifth down. */
    private static List<Subject> suite(SplittableRandom random, int size, double shift) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double deviation = 0.001 * Math.pow(50, random.nextDouble());
            double factor = i % 3 == 0 ? shift : i % 5 == 0 ? 1 / shift : 1;
            List<double[]> runs = new ArrayList<>();
            for (int run = 0; run < 5; run++) {
                runs.add(scattered(random, 1, deviation));
            }
            subjects.add(new Subject(TIME, runs, scattered(random, factor, deviation)));
        }
        return subjects;
    }

    private static double[] noisy(SplittableRandom random, double level) {
        return scattered(random, level, 0.02);
    }

    private static double[] scattered(SplittableRandom random, double level, double deviation) {
        return random.doubles(3)
                .map(unused -> level * Math.exp(deviation * random.nextGaussian()))
                .toArray();
    }

    private static double[] forks(double... values) {
        return values;
    }
}
