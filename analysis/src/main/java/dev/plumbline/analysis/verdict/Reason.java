package dev.plumbline.analysis.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a verdict is what it is, if its numbers don't say so by themselves. */
public enum Reason implements StatedReason {
    NO_BASELINE("There is no earlier run to compare with."),
    NO_VALUE("The run has no finite value for this series."),
    ONE_FORK("One fork shows no scatter between forks, and there is no history to take it from. Run at least 3 forks."),
    NO_PAIR("There is no pair of forks with a finite value on both sides."),
    ONE_PAIR("One pair shows no scatter between pairs. Measure at least 3 pairs."),
    TOO_FEW_PAIRS("These pairs scatter too much to tell. More pairs would settle it."),
    TOO_FEW_FORKS("These forks scatter too much to tell. More forks, or more history, would settle it."),
    TOO_FEW_ITERATIONS(
            "Most of the scatter is inside the forks: longer forks would settle it sooner than more of them."),
    RUNS_DIFFER(
            "Runs differ from each other more than forks do: more forks in this run wouldn't settle it, but more runs would."),
    BELOW_RELEVANCE("The difference is smaller than the smallest effect that counts as relevant here."),
    NOT_SIGNIFICANT_AMONG_ALL("Significant alone, but not among this many comparisons."),
    FORKS_DISAGREE("Some forks moved and some did not, so the metric has more than one level."),
    BASELINE_NEAR_ZERO("The baseline is zero within its resolution, so there is no ratio: the difference is given."),
    CANDIDATE_NEAR_ZERO("The new value is zero within its resolution, so there is no ratio: the difference is given."),
    NOT_POSITIVE("Zero or negative values: compared by difference relative to the baseline's size, not by logarithm."),
    MOVED_WITH_SUITE(
            "The whole suite moved, and this benchmark is among the others: the suite's verdict applies to it."),
    PROJECT_RULE("The project's own rule decided, and not the default test."),
    TOO_FEW_RUNS("The baseline has fewer runs than the project's rule asks for."),
    NO_LIMITS("The project's rule draws no limits around these runs: they are too few, all the same, or not positive."),
    ASSUMED_NOISE("The noise of these runs was not measured: it is assumed, or taken from the history."),
    ONE_BASELINE_RUN("The baseline is one run: how much runs differ from each other is not known.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of a code; empty if there is none. */
    public static Optional<Reason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
