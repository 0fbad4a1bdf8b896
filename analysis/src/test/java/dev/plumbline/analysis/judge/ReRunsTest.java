package dev.plumbline.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A commit that was measured more than once, in a suite of eight benchmarks of which two stand out in some of the runs. */
class ReRunsTest {

    private static final double NOISE = 0.01;
    private static final int SEEDS = 40;

    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    @Test
    void oneRunThatStandsOutIsAFindingUntilAnotherContradictsIt() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(third(seed, 1.35).outcome()).as("seed %d", seed).isEqualTo(Outcome.REGRESSED);
            Verdict second = third(seed, 1.35, 1);
            assertThat(second.outcome()).as("seed %d", seed).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(second.reasons()).as("seed %d", seed).contains(Reason.RUNS_DIFFER);
            assertThat(third(seed, 1.35, 1, 1).outcome().changed())
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    @Test
    void theOrderOfTheRunsDoesNotMatter() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(third(seed, 1, 1.35).outcome()).as("seed %d", seed).isEqualTo(Outcome.INCONCLUSIVE);
        }
    }

    @Test
    void aFasterOneIsContradictedAlike() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(third(seed, 0.7).outcome()).as("seed %d", seed).isEqualTo(Outcome.IMPROVED);
            assertThat(third(seed, 0.7, 1).outcome()).as("seed %d", seed).isEqualTo(Outcome.INCONCLUSIVE);
        }
    }

    @Test
    void runsThatAgreeConfirmTheFinding() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(third(seed, 1.35, 1.35).outcome()).as("seed %d", seed).isEqualTo(Outcome.REGRESSED);
        }
    }

    @Test
    void runsThatDifferInHowMuchButNotInWhichWayAreAFinding() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(third(seed, 1.6, 1.3).outcome()).as("seed %d", seed).isEqualTo(Outcome.REGRESSED);
        }
    }

    /** The verdict on the third benchmark; it and the sixth lie at these multiples of their level in the candidate's runs. */
    private Verdict third(int seed, double... multiples) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Subject> subjects = new ArrayList<>();
        for (int benchmark = 0; benchmark < 8; benchmark++) {
            double level = 100 * (benchmark + 1);
            boolean standsOut = benchmark == 2 || benchmark == 5;
            List<double[]> candidate = new ArrayList<>();
            for (double multiple : multiples) {
                candidate.addAll(Simulated.around(random, 1, NOISE, run -> level * (standsOut ? multiple : 1)));
            }
            subjects.add(new Subject(
                    Simulated.TIME, Simulated.around(random, 12, NOISE, run -> level), List.copyOf(candidate)));
        }
        return judge.judge(subjects).series().get(2);
    }
}
