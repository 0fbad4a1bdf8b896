package dev.plumbline.collector.duet;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.analysis.report.comparison.ComparedSeries;
import dev.plumbline.analysis.report.comparison.ComparisonCsv;
import dev.plumbline.analysis.report.comparison.ComparisonMarkdown;
import dev.plumbline.analysis.report.comparison.ComparisonOrder;
import dev.plumbline.analysis.report.comparison.ComparisonReport;
import dev.plumbline.analysis.report.comparison.ComparisonText;
import dev.plumbline.analysis.report.comparison.MetricComparison;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.compare.ComparisonJson;
import dev.plumbline.collector.compare.ComparisonWarnings;
import dev.plumbline.collector.compare.FileComparison;
import dev.plumbline.collector.compare.JudgedSeries;
import dev.plumbline.collector.compare.MeasuredRun;
import dev.plumbline.collector.compare.OneSided;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.verdict.FailOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Measures two versions alternately, prints the verdict and sends both sides if requested. */
final class DuetJob {

    private static final JudgeSettings JUDGE = JudgeSettings.defaults();

    private final DuetRequest request;
    private final Surroundings surroundings;
    private final Console console;
    private final Interruption interruption;

    DuetJob(DuetRequest request, Surroundings surroundings, Console console, Interruption interruption) {
        this.request = request;
        this.surroundings = surroundings;
        this.console = console;
        this.interruption = interruption;
    }

    /** Measures, prints and returns the exit code. */
    int run(Optional<PairUpload> upload) {
        Versions versions = request.versions();
        DuetSide base = versions.base();
        DuetSide head = versions.head();
        Path baseFile = request.output().resolve("duet-base.json");
        Path headFile = request.output().resolve("duet-head.json");
        Path log = request.output().resolve("duet.log");
        begin(List.of(baseFile, headFile, log));
        PreparedPairs prepared = PreparedPairs.of(
                versions,
                new PairedJudge(JUDGE, request.plan()),
                interruption,
                log,
                surroundings.variable("CARGO_TARGET_DIR"));
        Set<String> ofBase = prepared.ofBase();
        Set<String> ofHead = prepared.ofHead();
        Set<String> common = prepared.common();
        if (common.isEmpty()) {
            throw new UsageException(base.name() + " and " + head.name() + " have no benchmark in common"
                    + (versions.pattern().isEmpty() ? "" : " that '" + versions.pattern() + "' matches"));
        }
        boolean ofJmh = versions.harness() == HarnessCommand.JMH;
        String most = pairs(request.plan().fewest(), request.plan().most());
        console.note((ofJmh
                        ? common.size() + (common.size() == 1 ? " benchmark" : " benchmarks") + ", " + most
                                + " of forks"
                        : most + " of launches of " + String.join(" ", head.command()))
                + ", at most " + TimeSpan.clock(request.budget()) + " min");
        DuetResult result = new Duet(
                        prepared.pairs(),
                        request.plan(),
                        request.budget(),
                        surroundings.timing().clock(),
                        interruption,
                        new ProgressLine(surroundings, console, request.budget(), ofJmh))
                .run(common, baseFile, headFile);
        console.note(summary(result, ofJmh ? " a benchmark" : "", baseFile, headFile));
        if (result.most() == 0) {
            result.failures().forEach(console::error);
            console.error("no pair was measured; " + shown(log) + " has all output");
            return interruption.requested() ? ExitCode.INTERRUPTED : ExitCode.MEASUREMENT;
        }
        ComparisonReport report = print(result, base.name(), head.name(), ofBase, ofHead, baseFile, headFile);
        int sent = upload.map(target -> target.run(baseFile, headFile)).orElse(ExitCode.DONE);
        if (interruption.requested()) {
            return ExitCode.INTERRUPTED;
        }
        boolean gone = !common.containsAll(ofBase) && request.failOn().contains(FailOn.MISSING);
        boolean fails =
                gone || request.failOn().stream().anyMatch(kind -> kind.appliesTo(report.rows(), report.missing()));
        if (sent != ExitCode.DONE || fails) {
            return sent == ExitCode.DONE ? ExitCode.VERDICT : sent;
        }
        return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.MEASUREMENT;
    }

    /** Leaves nothing of an earlier duet in the folder. */
    private void begin(List<Path> files) {
        try {
            Files.createDirectories(request.output());
            for (Path old : files) {
                Files.deleteIfExists(old);
            }
        } catch (IOException failed) {
            throw new UsageException("--output " + request.output() + " can't be written: " + failed.getMessage());
        }
    }

    private String summary(DuetResult result, String each, Path baseFile, Path headFile) {
        return pairs(result.fewest(), result.most()) + each + " in " + TimeSpan.clock(result.elapsed()) + " min: "
                + result.end().words()
                + (result.most() == 0 ? "" : ". Kept: " + shown(baseFile) + ", " + shown(headFile));
    }

    private static String pairs(int fewest, int most) {
        return fewest == most ? most + (most == 1 ? " pair" : " pairs") : fewest + " to " + most + " pairs";
    }

    private String shown(Path file) {
        return file.startsWith(surroundings.folder())
                ? surroundings.folder().relativize(file).toString()
                : file.toString();
    }

    private ComparisonReport print(
            DuetResult result,
            String base,
            String head,
            Set<String> ofBase,
            Set<String> ofHead,
            Path baseFile,
            Path headFile) {
        FileComparison comparison = result.comparison().comparison();
        List<MeasuredRun> baseRuns = List.of(read(base, baseFile));
        List<MeasuredRun> headRuns = List.of(read(head, headFile));
        List<String> warnings = new ArrayList<>();
        missing(ofBase, ofHead, head).ifPresent(warnings::add);
        warnings.addAll(result.failures());
        warnings.addAll(ComparisonWarnings.of(baseRuns, headRuns, comparison));
        List<ComparedSeries> series =
                comparison.series().stream().map(JudgedSeries::reported).toList();
        ComparisonReport report = new ComparisonReport(
                new ComparisonReport.Side(base, 1),
                new ComparisonReport.Side(head, 1),
                MetricComparison.group(series, ComparisonOrder.VERDICT),
                comparison.comparisons(),
                only(ofBase, ofHead, comparison.otherwiseOnlyInBase()),
                only(ofHead, ofBase, comparison.onlyInHead()),
                comparison.missing(),
                warnings,
                new ComparisonReport.Terms(
                        JUDGE.confidence(),
                        JUDGE.minimumEffectTime(),
                        JUDGE.minimumEffectNearExact(),
                        JUDGE.power(),
                        "",
                        MeasuredRun.harness(baseRuns, headRuns)));
        console.result(
                switch (request.form()) {
                    case TEXT -> ComparisonText.render(report, request.style()).stripTrailing();
                    case MARKDOWN -> ComparisonMarkdown.render(report).stripTrailing();
                    case CSV -> ComparisonCsv.render(report).stripTrailing();
                    case JSON -> ComparisonJson.of(comparison, report, baseRuns, headRuns);
                });
        return report;
    }

    private MeasuredRun read(String name, Path file) {
        return InputFile.of(surroundings.folder(), file).read(stream -> MeasuredRun.read(name, stream));
    }

    /** What the head doesn't have. Nothing was measured of it, so that the comparison doesn't know it. */
    private static Optional<String> missing(Set<String> ofBase, Set<String> ofHead, String head) {
        long gone = ofBase.stream().filter(name -> !ofHead.contains(name)).count();
        return gone == 0
                ? Optional.empty()
                : Optional.of("%d of %d benchmarks %s missing in %s: %s removed, renamed or filtered, and not measured."
                        .formatted(
                                gone,
                                ofBase.size(),
                                gone == 1 ? "is" : "are",
                                head,
                                gone == 1 ? "it was" : "they were"));
    }

    /** The benchmarks that only one version has, and the parts of a common one that only one version measured. */
    private static List<String> only(Set<String> own, Set<String> other, List<OneSided> parts) {
        Set<String> only = new TreeSet<>(own);
        only.removeAll(other);
        List<String> labels = new ArrayList<>(only);
        parts.forEach(part -> labels.add(part.label()));
        return labels;
    }
}
