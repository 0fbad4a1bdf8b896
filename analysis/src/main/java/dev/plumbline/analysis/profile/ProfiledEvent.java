package dev.plumbline.analysis.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * What one event shows: processor time, allocations, waiting for a lock.
 *
 * @param name the event's, as the profiler calls it
 * @param unit what its weights are: {@code samples}, {@code ns}, {@code B}, or the name of an event that is counted; empty if the file
 *     doesn't say it
 * @param sampling where its weights come from
 * @param frames the frames of its trees
 * @param threads the stacks of each thread, by its name
 * @param inclusive the totals of functions, in a profile whose file has them and no stacks
 * @param loss what is missing
 */
public record ProfiledEvent(
        String name,
        String unit,
        Sampling sampling,
        Frames frames,
        SortedMap<String, CallTree> threads,
        Map<String, Long> inclusive,
        Loss loss) {

    /** Where weights come from. */
    public enum Sampling {
        /** Each sample was drawn: shares have an error. */
        SAMPLED,
        /** Weights were sampled, but how many samples they stand for isn't known. */
        UNKNOWN,
        /** Everything was counted. */
        EXACT
    }

    /** All stacks, whichever thread they are of. */
    public CallTree tree() {
        if (threads.size() == 1) {
            return threads.values().iterator().next();
        }
        CallTree all = new CallTree();
        threads.values().forEach(all::add);
        return all;
    }

    /** What everything weighs. */
    public Weight total() {
        return threads.values().stream().map(tree -> tree.totals()[0]).reduce(Weight.NONE, Weight::plus);
    }

    /** What each function costs, by its name. */
    public Map<String, FunctionWeight> functions() {
        Map<String, FunctionWeight> functions = FunctionWeights.of(frames, tree());
        if (inclusive.isEmpty()) {
            return functions;
        }
        Map<String, FunctionWeight> known = new LinkedHashMap<>();
        functions.forEach((name, weight) -> known.put(
                name,
                new FunctionWeight(
                        name,
                        weight.kind(),
                        weight.symbol(),
                        weight.self(),
                        Weight.samples(
                                1, inclusive.getOrDefault(name, weight.self().sum())))));
        return known;
    }

    /** The share of the weight, from 0 to 1, that is in code without a symbol. */
    public double shareWithoutSymbols() {
        long without = functions().values().stream()
                .filter(function -> !function.symbol())
                .mapToLong(function -> function.self().sum())
                .sum();
        long all = total().sum();
        return all == 0 ? 0 : (double) without / all;
    }
}
