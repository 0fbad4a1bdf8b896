package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.Rung;
import dev.plumbline.server.change.ObservedDifference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run that is not on the base branch was compared with: the rung of the ladder, and what it names.
 *
 * @param rung how it was chosen
 * @param environment the environment, the run's own
 * @param branch the branch of the baseline; on {@link Rung#NONE} the one on which it was looked for
 * @param mergeBase the commit at which the run's line of first parents meets that branch; empty if no log shows it
 * @param commit the newest commit of the baseline; empty on {@link Rung#NONE}
 * @param commitsBehindMergeBase how many commits before the merge base it is, 0 for the merge base itself; empty if that is not known
 * @param commitsBehindHead how many commits before the run's commit it is; empty if that is not known
 * @param days whole days from its commit to the run's commit, 0 or more; empty if a time is not known
 * @param run the newest run of the baseline, 0 if there is none
 * @param candidates the runs that were judged together, oldest first; the last is the run itself
 * @param otherEnvironments if there is no baseline: the environments in which the branch was measured
 * @param observed how the observed machine differed in the newest run of the baseline
 */
public record Baseline(
        Rung rung,
        String environment,
        String branch,
        Optional<String> mergeBase,
        Optional<String> commit,
        OptionalInt commitsBehindMergeBase,
        OptionalInt commitsBehindHead,
        OptionalInt days,
        long run,
        List<Long> candidates,
        List<String> otherEnvironments,
        List<ObservedDifference> observed) {

    public Baseline {
        candidates = List.copyOf(candidates);
        otherEnvironments = List.copyOf(otherEnvironments);
        observed = List.copyOf(observed);
    }

    Baseline with(List<Long> pooled, List<ObservedDifference> differences) {
        return new Baseline(
                rung,
                environment,
                branch,
                mergeBase,
                commit,
                commitsBehindMergeBase,
                commitsBehindHead,
                days,
                run,
                pooled,
                otherEnvironments,
                differences);
    }
}
