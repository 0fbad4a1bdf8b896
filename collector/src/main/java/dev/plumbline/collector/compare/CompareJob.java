package dev.plumbline.collector.compare;

import dev.plumbline.analysis.pair.PairPlan;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.analysis.report.comparison.ComparedSeries;
import dev.plumbline.analysis.report.comparison.ComparisonCsv;
import dev.plumbline.analysis.report.comparison.ComparisonMarkdown;
import dev.plumbline.analysis.report.comparison.ComparisonReport;
import dev.plumbline.analysis.report.comparison.ComparisonText;
import dev.plumbline.analysis.report.comparison.CostDifference;
import dev.plumbline.analysis.report.comparison.CostDifferenceText;
import dev.plumbline.analysis.report.comparison.MetricComparison;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.collector.client.Checksum;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.terminal.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of two sides, compares them and prints the result. */
final class CompareJob {

    private final ComparisonRequest request;
    private final Path folder;
    private final Console console;
    private final List<String> warnings = new ArrayList<>();

    CompareJob(ComparisonRequest request, Path folder, Console console) {
        this.request = request;
        this.folder = folder;
        this.console = console;
    }

    /** Prints the comparison and returns the exit code. */
    int run() {
        List<MeasuredRun> base = runs(request.base(), "base");
        List<MeasuredRun> head = runs(request.head(), "head");
        Optional<ComparedProfiles> profiles = ComparedProfiles.of(files(request.base()), files(request.head()));
        if (profiles.isPresent()) {
            base.set(0, profiles.get().named(base.get(0), head.get(0), warnings));
        }
        Optional<CostDifference> functions = profiles.flatMap(two -> two.difference(warnings));
        FileComparison all = request.paired()
                ? PairedComparison.of(base.get(0), head.get(0), new PairedJudge(request.settings(), PairPlan.STANDARD))
                        .comparison()
                : FileComparison.of(base, head, request.settings(), request.rules(), request.noise());
        warnings.addAll(ComparisonWarnings.of(base, head, all));
        FileComparison shown = all.shown(request.selection());
        if (shown.isEmpty() && !all.isEmpty()) {
            throw new UsageException(
                    "--filter and --metric match none of " + all.series().size() + " compared series");
        }
        ComparisonReport report = report(shown, base, head);
        console.result(
                switch (request.form()) {
                    case TEXT ->
                        ComparisonText.render(report, request.style()).stripTrailing()
                                + functions
                                        .map(each -> "\n\n" + CostDifferenceText.render(each, request.style()))
                                        .orElse("");
                    case MARKDOWN ->
                        ComparisonMarkdown.render(report).stripTrailing()
                                + functions
                                        .map(each -> "\n\n" + CostDifferenceText.markdown(each))
                                        .orElse("");
                    case CSV -> ComparisonCsv.render(report).stripTrailing();
                    case JSON -> ComparisonJson.of(shown, report, base, head, request.noise(), functions.orElse(null));
                });
        return exitCode(report);
    }

    private List<InputFile> files(List<Path> given) {
        return given.stream().map(path -> InputFile.of(folder, path)).toList();
    }

    private List<MeasuredRun> runs(List<Path> given, String side) {
        if (request.asForks() && given.size() > 1) {
            List<InputFile> files =
                    given.stream().map(path -> InputFile.of(folder, path)).toList();
            return List.of(MeasuredRun.pooled(side, files).with(request.directions()));
        }
        List<MeasuredRun> runs = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (Path path : given) {
            InputFile file = InputFile.of(folder, path);
            MeasuredRun run = file.read(stream -> MeasuredRun.read(file.name(), stream));
            String twin = names.put(file.read(Checksum::of), file.name());
            if (twin != null) {
                warnings.add(side + ": " + twin + " and " + file.name()
                        + " have the same content but count as two runs. Remove one of them.");
            }
            runs.add(run.with(request.directions()));
        }
        return runs;
    }

    private ComparisonReport report(FileComparison shown, List<MeasuredRun> base, List<MeasuredRun> head) {
        List<ComparedSeries> series =
                shown.series().stream().map(JudgedSeries::reported).toList();
        return new ComparisonReport(
                side(base, "base"),
                side(head, "head"),
                MetricComparison.group(series, request.order()),
                shown.comparisons(),
                shown.otherwiseOnlyInBase().stream().map(OneSided::label).toList(),
                shown.onlyInHead().stream().map(OneSided::label).toList(),
                shown.missing(),
                warnings,
                new ComparisonReport.Terms(
                        request.settings().confidence(),
                        request.settings().minimumEffectTime(),
                        request.settings().minimumEffectNearExact(),
                        request.settings().power(),
                        request.noise().sentence(),
                        MeasuredRun.harness(base, head)),
                new SuiteReport(shown.suite(), List.of()));
    }

    private static ComparisonReport.Side side(List<MeasuredRun> runs, String name) {
        return new ComparisonReport.Side(runs.size() == 1 ? runs.get(0).name() : name, runs.size());
    }

    private int exitCode(ComparisonReport report) {
        if (request.failOn().stream()
                .anyMatch(kind -> kind.appliesTo(report.rows(), report.missing()) || kind.appliesTo(report.suite()))) {
            return ExitCode.VERDICT;
        }
        return report.nothingCompared() ? ExitCode.USAGE : ExitCode.DONE;
    }
}
