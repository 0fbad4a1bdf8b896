package dev.plumbline.analysis.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.Simulated;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs judged while they come in: how often equal versions are told apart, and what stopping early saves. */
class SequentialPairsTest {

    private static final PairPlan PLAN = PairPlan.STANDARD;

    private static final PairedJudge JUDGE = new PairedJudge(JudgeSettings.defaults(), PLAN);

    /** How a fork's logarithm scatters. */
    enum Noise {
        NORMAL,
        /** Student's t with 4 degrees of freedom: a normal over the root of a χ² by its four degrees. */
        HEAVY_TAILS,
        /** A third of the forks are 10 % slower, as when the compiler decides either way. */
        TWO_MODES;

        private double fork(SplittableRandom random) {
            return switch (this) {
                case NORMAL -> 0.02 * random.nextGaussian();
                case HEAVY_TAILS -> {
                    double squares = 0;
                    for (int i = 0; i < 4; i++) {
                        double z = random.nextGaussian();
                        squares += z * z;
                    }
                    yield 0.015 * random.nextGaussian() / Math.sqrt(squares / 4);
                }
                case TWO_MODES -> 0.005 * random.nextGaussian() + (random.nextInt(3) == 0 ? Math.log(1.1) : 0);
            };
        }

        double[] forks(SplittableRandom random, double level) {
            double[] forks = new double[PLAN.most()];
            Arrays.setAll(forks, i -> level * Math.exp(fork(random)));
            return forks;
        }
    }

    /** What a duet ends with: verdicts, and how many pairs each series took. */
    private record Ended(List<Verdict> verdicts, int[] pairs) {

        boolean anyFinding() {
            return verdicts.stream()
                    .anyMatch(
                            verdict -> verdict.outcome() == Outcome.REGRESSED || verdict.outcome() == Outcome.IMPROVED);
        }
    }

    private Ended duet(double[][] baseline, double[][] candidate) {
        int[] pairs = new int[baseline.length];
        boolean[] open = new boolean[baseline.length];
        Arrays.fill(open, true);
        PairedLook look = JUDGE.look(List.of());
        for (int now = PLAN.fewest(); now <= PLAN.most(); now++) {
            if (PLAN.looksAt(now)) {
                List<PairedSubject> subjects = new ArrayList<>();
                for (int series = 0; series < pairs.length; series++) {
                    pairs[series] = open[series] ? now : pairs[series];
                    subjects.add(new PairedSubject(
                            Simulated.TIME,
                            Arrays.copyOf(baseline[series], pairs[series]),
                            Arrays.copyOf(candidate[series], pairs[series])));
                }
                look = JUDGE.look(subjects);
                for (int series = 0; series < pairs.length; series++) {
                    open[series] &= look.states().get(series) == PairState.OPEN;
                }
            }
        }
        return new Ended(look.verdict().series(), pairs);
    }

    /**
     * Nominally 2.5 % of suites without a change have a finding, and forks are not normal: the bound is that at most 5 % have one, and
     * four standard errors of the binomial.
     */
    @ParameterizedTest
    @CsvSource({
        "NORMAL, 1, 600", "NORMAL, 5, 200", "NORMAL, 50, 30",
        "HEAVY_TAILS, 1, 600", "HEAVY_TAILS, 5, 200", "HEAVY_TAILS, 50, 30",
        "TWO_MODES, 1, 600", "TWO_MODES, 5, 200", "TWO_MODES, 50, 30"
    })
    void equalVersionsAreRarelyToldApartHoweverOftenOneLooks(Noise noise, int size, int suites) {
        SplittableRandom random = new SplittableRandom(20260503);
        int alarms = 0;
        for (int suite = 0; suite < suites; suite++) {
            double[][] baseline = new double[size][];
            double[][] candidate = new double[size][];
            Arrays.setAll(baseline, series -> noise.forks(random, 1));
            Arrays.setAll(candidate, series -> noise.forks(random, 1));
            alarms += duet(baseline, candidate).anyFinding() ? 1 : 0;
        }

        assertThat(alarms).isLessThan((int) Simulated.atMost(0.05, suites));
    }

    @Test
    void aClearChangeIsSettledWithTheFewestPairs() {
        SplittableRandom random = new SplittableRandom(20260504);
        int pairs = 0;
        int found = 0;
        for (int trial = 0; trial < 200; trial++) {
            Ended ended = duet(
                    new double[][] {Noise.NORMAL.forks(random, 1)}, new double[][] {Noise.NORMAL.forks(random, 1.3)});
            pairs += ended.pairs()[0];
            found += ended.verdicts().get(0).outcome() == Outcome.REGRESSED ? 1 : 0;
        }

        assertThat(found).isGreaterThanOrEqualTo(199);
        assertThat(pairs / 200.0).isLessThan(4.5);
    }

    @Test
    void unchangedIsSaidEarlyOfACalmBenchmarkAndNeverOfOneThatIsThreePercentSlower() {
        SplittableRandom random = new SplittableRandom(20260505);
        int unchanged = 0;
        int wrong = 0;
        for (int trial = 0; trial < 300; trial++) {
            double[][] calm = new double[3][PLAN.most()];
            for (double[] forks : calm) {
                Arrays.setAll(forks, i -> Math.exp(0.005 * random.nextGaussian()));
            }
            double[] slower = Arrays.stream(calm[2]).map(value -> 1.03 * value).toArray();
            Ended same = duet(new double[][] {calm[0]}, new double[][] {calm[1]});
            unchanged += same.verdicts().get(0).outcome() == Outcome.UNCHANGED && same.pairs()[0] <= 8 ? 1 : 0;
            wrong += duet(new double[][] {calm[0]}, new double[][] {slower})
                                    .verdicts()
                                    .get(0)
                                    .outcome()
                            == Outcome.UNCHANGED
                    ? 1
                    : 0;
        }

        assertThat(unchanged).isGreaterThan(280);
        assertThat(wrong).isLessThan((int) Simulated.atMost(0.025, 300));
    }

    @Test
    void noiseThatTwentyPairsWillNotOvercomeIsGivenUpBefore() {
        SplittableRandom random = new SplittableRandom(20260506);
        double[] baseline = new double[PLAN.most()];
        double[] candidate = new double[PLAN.most()];
        Arrays.setAll(baseline, i -> Math.exp(0.3 * random.nextGaussian()));
        Arrays.setAll(candidate, i -> Math.exp(0.3 * random.nextGaussian()));

        Ended ended = duet(new double[][] {baseline}, new double[][] {candidate});

        assertThat(ended.verdicts().get(0).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(ended.pairs()[0]).isLessThan(PLAN.most());
    }

    @Test
    void anEarlyLookCostsEvidence() {
        double[] baseline = {1, 1.01, 0.99, 1.0};
        double[] candidate = {1.10, 1.12, 1.06, 1.11};
        List<PairedSubject> pairs = List.of(new PairedSubject(Simulated.TIME, baseline, candidate));

        Verdict early = JUDGE.judge(pairs).series().get(0);
        Verdict once =
                new PairedJudge(JudgeSettings.defaults()).judge(pairs).series().get(0);

        assertThat(early.effect().ratio()).isEqualTo(once.effect().ratio());
        assertThat(early.evidence().pValue()).isGreaterThan(once.evidence().pValue());
        assertThat(early.effect().low()).isLessThan(once.effect().low());
    }

    /** 2 / C(8, 4) = 2.9 % is more than the 2.5 % that are meant, 2 / C(10, 5) = 0.8 % less. */
    @Test
    void allocationThatMovedIsSettledWithFivePairsAndAllocationThatDidNotWithTheFewest() {
        assertThat(exact(4, 40)).isEqualTo(PairState.OPEN);
        assertThat(exact(5, 40)).isEqualTo(PairState.SETTLED);
        assertThat(exact(3, 24)).isEqualTo(PairState.SETTLED);
        assertThat(exact(2, 24)).isEqualTo(PairState.OPEN);
    }

    private PairState exact(int pairs, double bytes) {
        double[] baseline = new double[pairs];
        double[] candidate = new double[pairs];
        Arrays.fill(baseline, 24);
        Arrays.fill(candidate, bytes);
        return JUDGE.look(List.of(new PairedSubject(Simulated.ALLOCATION, baseline, candidate)))
                .states()
                .get(0);
    }

    @Test
    void aPairWithoutAValueIsNoPairAndFewerThanTheFewestSettleNothing() {
        PairedLook look = JUDGE.look(List.of(
                new PairedSubject(Simulated.TIME, new double[] {1, Double.NaN, 1}, new double[] {2, 2, 2}),
                new PairedSubject(Simulated.TIME, new double[] {}, new double[] {})));

        assertThat(look.states()).containsExactly(PairState.OPEN, PairState.OPEN);
        assertThat(look.settled()).isFalse();
        assertThat(look.verdict().series().get(0).candidate().forks()).isEqualTo(2);
    }
}
