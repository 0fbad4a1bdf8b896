package dev.plumbline.collector.duet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.pair.PairPlan;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.compare.FileComparison;
import dev.plumbline.collector.compare.MeasuredRun;
import dev.plumbline.collector.compare.PairedComparison;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.jmh.MergedDocument;
import dev.plumbline.collector.jmh.ResultKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
 * Measures two versions alternately, benchmark by benchmark: in each round every open benchmark gets one fork of either version, one
 * right after the other, the base first in odd rounds and the head first in even ones (A B B A …).
 *
 * <p>Pairs are made of single benchmarks and not of whole suites for two reasons. The two forks of a pair are one fork apart and not
 * one suite, so that only a drift of the machine within that time affects their difference. And a benchmark that is settled gets no
 * more forks, so that the time goes to those that are not. The rounds spread each benchmark's pairs over the whole time.
 */
public final class Duet {

    /** A benchmark that failed this often is given up. */
    private static final int MOST_FAILURES = 2;

    private final DuetSide base;
    private final DuetSide head;
    private final ForkLauncher launcher;
    private final PairPlan plan;
    private final PairedJudge judge;
    private final Duration budget;
    private final Clock clock;
    private final Interruption interruption;
    private final DuetProgress progress;

    private final MergedDocument baseDocument = new MergedDocument();
    private final MergedDocument headDocument = new MergedDocument();
    private final Map<String, Integer> pairs = new HashMap<>();
    private final Map<String, Integer> failed = new HashMap<>();
    private final List<String> givenUp = new ArrayList<>();
    private int launches;

    /** Two versions and how they are measured. */
    public Duet(
            DuetSide base,
            DuetSide head,
            ForkLauncher launcher,
            PairPlan plan,
            PairedJudge judge,
            Duration budget,
            Clock clock,
            Interruption interruption,
            DuetProgress progress) {
        this.base = base;
        this.head = head;
        this.launcher = launcher;
        this.plan = plan;
        this.judge = judge;
        this.budget = budget;
        this.clock = clock;
        this.interruption = interruption;
        this.progress = progress;
    }

    /**
     * Measures until everything is settled, the most pairs are measured, the time is spent or the user interrupts.
     *
     * @param benchmarks class and method of those that both versions have
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
                comparison(), end, fewest, most, launches, Duration.between(start, clock.instant()), givenUp);
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
            if (!pair(benchmark, round % 2 == 0) && !interruption.requested()) {
                giveUpAfterFailures(benchmark, open);
            }
        }
        return interruption.requested() ? DuetResult.End.INTERRUPTED : null;
    }

    private boolean pair(String benchmark, boolean headFirst) {
        ForkLauncher.Fork first = fork(headFirst ? head : base, benchmark);
        if (first.failed()) {
            return false;
        }
        ForkLauncher.Fork second = fork(headFirst ? base : head, benchmark);
        if (second.failed()) {
            return false;
        }
        Map<ResultKey, ObjectNode> ofBase = (headFirst ? second : first).results();
        Map<ResultKey, ObjectNode> ofHead = (headFirst ? first : second).results();
        ofBase.forEach((key, result) -> {
            ObjectNode other = ofHead.get(key);
            if (other != null) {
                if (baseDocument.forks(key) != headDocument.forks(key)) {
                    // What only one side had before has no partner, and would be paired with another fork.
                    baseDocument.remove(key);
                    headDocument.remove(key);
                }
                baseDocument.add(key, result);
                headDocument.add(key, other);
            } else if (isNew(key)) {
                baseDocument.add(key, result);
            }
        });
        ofHead.forEach((key, result) -> {
            if (!ofBase.containsKey(key) && isNew(key)) {
                headDocument.add(key, result);
            }
        });
        pairs.merge(benchmark, 1, Integer::sum);
        return true;
    }

    private boolean isNew(ResultKey key) {
        return baseDocument.forks(key) == 0 && headDocument.forks(key) == 0;
    }

    private ForkLauncher.Fork fork(DuetSide version, String benchmark) {
        launches++;
        ForkLauncher.Fork fork = launcher.fork(version, benchmark);
        if (fork.failed() && !interruption.requested()) {
            progress.failure(
                    benchmark + " failed in " + version.name() + ", the pair is left out: " + fork.complaint());
        }
        return fork;
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
            Set<String> needing = comparison().open();
            open.removeIf(benchmark -> looked(benchmark) && !needing.contains(benchmark));
        }
    }

    private boolean looked(String benchmark) {
        return plan.looksAt(pairs.getOrDefault(benchmark, 0));
    }

    private PairedComparison comparison() {
        if (baseDocument.isEmpty() || headDocument.isEmpty()) {
            return new PairedComparison(
                    new FileComparison(List.of(), 0, List.of(), List.of(), List.of(), SuiteVerdict.NONE), Set.of());
        }
        return PairedComparison.of(run(base, baseDocument), run(head, headDocument), judge);
    }

    /** What was measured of a version, as a reader of its document sees it. */
    private static MeasuredRun run(DuetSide version, MergedDocument document) {
        try {
            return MeasuredRun.read(
                    version.name(), new ByteArrayInputStream(document.text().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** After every round, so that nothing is lost, whatever ends the process. */
    private void write(Path baseFile, Path headFile) {
        if (baseDocument.isEmpty() || headDocument.isEmpty()) {
            return;
        }
        try {
            Files.writeString(baseFile, baseDocument.text());
            Files.writeString(headFile, headDocument.text());
        } catch (IOException failed) {
            throw new UsageException("can't write the results: " + failed.getMessage());
        }
    }
}
