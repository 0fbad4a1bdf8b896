package dev.plumbline.collector.bisect;

import dev.plumbline.analysis.pair.PairPlan;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.jmh.JmhArguments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the user wants from a bisection.
 *
 * @param good a commit before the slow-down, any name that git knows
 * @param bad a commit after it
 * @param build what builds a commit, for the shell; empty: what measures it builds it
 * @param harness what measures it
 * @param command the command that is started in a checkout; empty: the jar is measured
 * @param jar where the build leaves JMH's jar, in a checkout
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
        HarnessCommand harness,
        List<String> command,
        Path jar,
        String pattern,
        JmhArguments options,
        PairPlan plan,
        Duration budget,
        Path output) {

    BisectRequest {
        command = List.copyOf(command);
    }
}
