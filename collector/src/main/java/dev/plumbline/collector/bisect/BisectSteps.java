package dev.plumbline.collector.bisect;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.compare.JudgedSeries;
import dev.plumbline.collector.compare.Selection;
import dev.plumbline.collector.duet.Duet;
import dev.plumbline.collector.duet.DuetResult;
import dev.plumbline.collector.duet.DuetSide;
import dev.plumbline.collector.duet.PreparedPairs;
import dev.plumbline.collector.duet.ProgressLine;
import dev.plumbline.collector.duet.Versions;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.terminal.Console;
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
        PreparedPairs prepared = PreparedPairs.of(
                new Versions(request.harness(), base, head, request.pattern(), request.options()),
                new PairedJudge(JudgeSettings.defaults(), request.plan()),
                interruption,
                request.output().resolve("bisect.log"),
                surroundings.variable("CARGO_TARGET_DIR"));
        Set<String> benchmarks = prepared.common();
        if (!only.isEmpty() && request.harness() == HarnessCommand.JMH) {
            benchmarks.retainAll(only);
        }
        DuetResult result = new Duet(
                        prepared.pairs(),
                        request.plan(),
                        request.budget(),
                        surroundings.timing().clock(),
                        interruption,
                        new ProgressLine(
                                surroundings, console, request.budget(), request.harness() == HarnessCommand.JMH))
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

    private Path file(String side) {
        return request.output().resolve("bisect-" + step + "-" + side + ".json");
    }
}
