package dev.plumbline.collector.bisect;

import dev.plumbline.analysis.pair.PairPlan;
import dev.plumbline.collector.jmh.JmhArguments;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the user wants from a bisection.
 *
 * @param good a commit before the slow-down, any name that git knows
 * @param bad a commit after it
 * @param build what makes the jar, for the shell
 * @param jar where it is built, in a checkout
 * @param pattern which benchmarks; empty for all
 * @param options JMH's, for every launch
 * @param plan when to look at pairs
 * @param budget the time after which no further pair of a step is started
 * @param output the folder for documents and logs
 */
record BisectRequest(
        String good,
        String bad,
        String build,
        Path jar,
        String pattern,
        JmhArguments options,
        PairPlan plan,
        Duration budget,
        Path output) {}
