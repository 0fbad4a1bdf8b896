package dev.plumbline.collector.duet;

import dev.plumbline.analysis.pair.PairPlan;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.jmh.Interruption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures two versions alternately: in each round everything that is open gets one fork of either version, one right after the
 * other, the base first in odd rounds and the head first in even ones (A B B A …).
 *
 * <p>The rounds spread the pairs of a benchmark over the whole time, and what is settled gets no more forks, so that the time goes
 * to what is not.
 */
public final class Duet {

    /** A benchmark that failed this often is given up. */
    private static final int MOST_FAILURES = 2;

    private final MeasuredPairs measured;
    private final PairPlan plan;
    private final Duration budget;
    private final Clock clock;
    private final Interruption interruption;
    private final DuetProgress progress;

    private final Map<String, Integer> pairs = new HashMap<>();
    private final Map<String, Integer> failed = new HashMap<>();
    private final List<String> givenUp = new ArrayList<>();

    /** Two versions and how long they are measured. */
    public Duet(
            MeasuredPairs measured,
            PairPlan plan,
            Duration budget,
            Clock clock,
            Interruption interruption,
            DuetProgress progress) {
        this.measured = measured;
        this.plan = plan;
        this.budget = budget;
        this.clock = clock;
        this.interruption = interruption;
        this.progress = progress;
    }

    /**
     * Measures until everything is settled, the most pairs are measured, the time is spent or the user interrupts.
     *
     * @param benchmarks what is measured at a time, of what both versions have
     * @param baseFile gets the base's document after every round
     * @param headFile gets the head's
     */
    public DuetResult run(Collection<String> benchmarks, Path baseFile, Path headFile) {
        Instant start = clock.instant();
        Set<String> open = new LinkedHashSet<>(benchmarks);
        DuetResult.End end = DuetResult.End.MOST_PAIRS;
        for (int round = 1; round <= plan.most() && !open.isEmpty(); round++) {
            DuetResult.End stopped = round(round, open, start);
            write(baseFile, headFile);
            if (stopped != null) {
                end = stopped;
                break;
            }
            close(open);
            progress.round(round, open.size(), benchmarks.size(), Duration.between(start, clock.instant()));
        }
        if (open.isEmpty()) {
            end = givenUp.isEmpty() ? DuetResult.End.SETTLED : DuetResult.End.GIVEN_UP;
        }
        progress.done();
        int fewest = benchmarks.stream()
                .mapToInt(benchmark -> pairs.getOrDefault(benchmark, 0))
                .min()
                .orElse(0);
        int most = pairs.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new DuetResult(
                measured.comparison(), end, fewest, most, Duration.between(start, clock.instant()), givenUp);
    }

    /** Measures one pair of each open benchmark; returns why no further one is to be measured, null to continue. */
    private DuetResult.@Nullable End round(int round, Set<String> open, Instant start) {
        for (String benchmark : List.copyOf(open)) {
            Duration elapsed = Duration.between(start, clock.instant());
            if (interruption.requested()) {
                return DuetResult.End.INTERRUPTED;
            }
            if (elapsed.compareTo(budget) >= 0) {
                return DuetResult.End.BUDGET;
            }
            progress.pair(round, benchmark, elapsed);
            if (measured.measure(benchmark, round % 2 == 0, progress)) {
                pairs.merge(benchmark, 1, Integer::sum);
            } else if (!interruption.requested()) {
                giveUpAfterFailures(benchmark, open);
            }
        }
        return interruption.requested() ? DuetResult.End.INTERRUPTED : null;
    }

    private void giveUpAfterFailures(String benchmark, Set<String> open) {
        if (failed.merge(benchmark, 1, Integer::sum) >= MOST_FAILURES) {
            open.remove(benchmark);
            givenUp.add(benchmark + " failed " + MOST_FAILURES + " times and was given up after "
                    + pairs.getOrDefault(benchmark, 0) + " pairs");
        }
    }

    /** Removes those that need no more pairs, of those that the plan looks at now. */
    private void close(Set<String> open) {
        boolean any = open.stream().anyMatch(this::looked);
        if (any) {
            Set<String> needing = measured.open();
            open.removeIf(benchmark -> looked(benchmark) && !needing.contains(benchmark));
        }
    }

    private boolean looked(String benchmark) {
        return plan.looksAt(pairs.getOrDefault(benchmark, 0));
    }

    /** After every round, so that nothing is lost, whatever ends the process. */
    private void write(Path baseFile, Path headFile) {
        try {
            measured.write(baseFile, headFile);
        } catch (IOException failed) {
            throw new UsageException("can't write the results: " + failed.getMessage());
        }
    }
}
