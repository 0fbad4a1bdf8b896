package dev.plumbline.collector.bisect;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.compare.JudgedSeries;
import dev.plumbline.collector.compare.Selection;
import dev.plumbline.collector.duet.Duet;
import dev.plumbline.collector.duet.DuetResult;
import dev.plumbline.collector.duet.DuetSide;
import dev.plumbline.collector.duet.ForkLauncher;
import dev.plumbline.collector.duet.ProgressLine;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.jmh.Launch;
import dev.plumbline.collector.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Measures commits alternately, one pair of them per step, and keeps the documents of each step. */
final class BisectSteps {

    private final BisectRequest request;
    private final Surroundings surroundings;
    private final Console console;
    private final Interruption interruption;
    private int step;

    BisectSteps(BisectRequest request, Surroundings surroundings, Console console, Interruption interruption) {
        this.request = request;
        this.surroundings = surroundings;
        this.console = console;
        this.interruption = interruption;
    }

    /**
     * How one version compares with the other, by series.
     *
     * @param only the benchmarks to measure; empty for all that both have
     */
    Map<String, JudgedSeries> compare(DuetSide base, DuetSide head, Set<String> only) {
        step++;
        ForkLauncher launcher = launcher();
        Set<String> benchmarks = new TreeSet<>(launcher.benchmarks(base, request.pattern()));
        benchmarks.retainAll(launcher.benchmarks(head, request.pattern()));
        if (!only.isEmpty()) {
            benchmarks.retainAll(only);
        }
        DuetResult result = new Duet(
                        base,
                        head,
                        launcher,
                        request.plan(),
                        new PairedJudge(JudgeSettings.defaults(), request.plan()),
                        request.budget(),
                        surroundings.timing().clock(),
                        interruption,
                        new ProgressLine(surroundings, console, request.budget()))
                .run(benchmarks, file("base"), file("head"));
        Map<String, JudgedSeries> series = new LinkedHashMap<>();
        result.comparison().comparison().series().forEach(each -> series.put(name(each), each));
        return series;
    }

    /** A series as it is listed. */
    static String name(JudgedSeries series) {
        return Selection.name(series.benchmark()) + " " + series.metric().name();
    }

    /** Whether all of these are found unchanged or improved. */
    static boolean fine(Map<String, JudgedSeries> found, Set<String> series) {
        return series.stream().allMatch(name -> {
            JudgedSeries each = found.get(name);
            return each != null
                    && List.of(Outcome.UNCHANGED, Outcome.IMPROVED)
                            .contains(each.verdict().outcome());
        });
    }

    /** Those of these that are found regressed; all of them if none are given. */
    static Set<String> regressed(Map<String, JudgedSeries> found, Set<String> series) {
        Set<String> regressed = new TreeSet<>();
        found.forEach((name, each) -> {
            if (each.verdict().outcome() == Outcome.REGRESSED && (series.isEmpty() || series.contains(name))) {
                regressed.add(name);
            }
        });
        return regressed;
    }

    private ForkLauncher launcher() {
        try {
            Path fork = Files.createTempFile("plumbline-bisect", ".json");
            fork.toFile().deleteOnExit();
            return new ForkLauncher(
                    new Launch(surroundings.folder(), interruption),
                    request.options(),
                    fork,
                    request.output().resolve("bisect.log"));
        } catch (IOException failed) {
            throw new UsageException("can't create a temporary file: " + failed.getMessage());
        }
    }

    private Path file(String side) {
        return request.output().resolve("bisect-" + step + "-" + side + ".json");
    }
}
