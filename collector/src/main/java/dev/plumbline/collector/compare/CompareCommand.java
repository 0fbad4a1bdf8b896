package dev.plumbline.collector.compare;

import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.report.comparison.ComparisonOrder;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.OutputOptions;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.verdict.FailOn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline compare}: its options, and what follows from them. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "plumbline compare [OPTIONS] BASE HEAD",
            "       plumbline compare [OPTIONS] --base FILE... --head FILE..."
        },
        description = {
            "Compares results of JMH, Criterion, Go and other harnesses without a server.",
            "",
            "Each file is a run. Several runs per side show how much runs differ from each other, which makes the"
                    + " verdicts better. All benchmarks of both sides are judged together, whatever --filter and --metric"
                    + " show."
        },
        footer = {
            "",
            "Exit codes:",
            "  0  compared, and no verdict shown is of a kind listed in --fail-on",
            "  1  at least one verdict is",
            "  2  an option or a file is wrong, or the two sides have nothing in common",
            "",
            "Examples:",
            "  plumbline compare base.json head.json",
            "  plumbline compare --base main-*.json --head topic-*.json --fail-on regression",
            "  plumbline compare base.json head.json --filter 'Parser*size=1000' --markdown"
        })
public final class CompareCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Base, then head: result files, or folders of results.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--base",
            paramLabel = "FILE",
            arity = "1..*",
            description = "The runs to compare with, oldest first.")
    private List<Path> base = new ArrayList<>();

    @Option(names = "--head", paramLabel = "FILE", arity = "1..*", description = "The runs to judge.")
    private List<Path> head = new ArrayList<>();

    @Option(
            names = "--filter",
            paramLabel = "PATTERN",
            description = "Show only benchmarks with this in their name or parameters; * stands for any text, ? for one"
                    + " character. May be given again.")
    private List<String> filters = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "NAME,...",
            split = ",",
            hideParamSyntax = true,
            description = "Show only these metrics: score, gc.alloc.rate.norm, p0.*, ...")
    private List<String> metrics = new ArrayList<>();

    @Option(names = "--sort", paramLabel = "ORDER", description = "verdict (default), change, name or file.")
    private String sort = "verdict";

    @Option(names = "--changed", description = "List only series that regressed, improved or changed.")
    private boolean changed;

    @Option(
            names = "--fail-on",
            paramLabel = "KIND,...",
            split = ",",
            hideParamSyntax = true,
            description = "Exit with 1 on this kind of verdict: regression, inconclusive, no-baseline; missing: on a"
                    + " benchmark or a metric of the base that is missing or failed in the head.")
    private List<String> failOn = new ArrayList<>();

    @Option(
            names = "--thresholds",
            paramLabel = "FILE",
            description =
                    "Rules for direction, minimum effect, confidence or a classic model, by benchmark and metric, as JSON."
                            + " None are needed.")
    private List<Path> thresholds = new ArrayList<>();

    @Option(
            names = "--higher-is-better",
            paramLabel = "PATTERN",
            description =
                    "Of metrics with such a name, more is better: for counters, whose unit doesn't say it. * stands"
                            + " for any text, ? for one character. May be given again.")
    private List<String> higherIsBetter = new ArrayList<>();

    @Option(
            names = "--lower-is-better",
            paramLabel = "PATTERN",
            description = "The same for metrics of which less is better.")
    private List<String> lowerIsBetter = new ArrayList<>();

    @Option(
            names = "--as-forks",
            description =
                    "The files of a side are one run: each was written by a process of its own, and their forks are"
                            + " pooled.")
    private boolean asForks;

    @Option(
            names = "--paired",
            description = "The forks of the two files were launched alternately, as plumbline duet does: judge them in"
                    + " pairs, so that a slowdown of the machine doesn't matter.")
    private boolean paired;

    @Mixin
    private NoiseOptions noise = new NoiseOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        Set<FailOn> kinds = EnumSet.noneOf(FailOn.class);
        failOn.forEach(label -> kinds.add(FailOn.ofLabel(label.strip())));
        ComparisonRequest request = new ComparisonRequest(
                baseFiles(),
                headFiles(),
                new Selection(filters, metrics),
                order(),
                output.form(),
                output.style(surroundings, !changed),
                kinds,
                JudgeSettings.defaults(),
                rules(),
                GivenDirections.of(higherIsBetter, lowerIsBetter),
                noise.assumption(surroundings),
                asForks,
                paired);
        checkPaired(request);
        return new CompareJob(request, surroundings.folder(), console).run();
    }

    private static void checkPaired(ComparisonRequest request) {
        if (request.paired()
                && !request.asForks()
                && (request.base().size() > 1 || request.head().size() > 1)) {
            throw new UsageException(
                    "--paired compares one file with one file, or with --as-forks the files of one run with those of another: pairs"
                            + " are matched by their position");
        }
        if (request.paired() && !request.noise().isNone()) {
            throw new UsageException("--paired measures the noise between pairs: remove --assume-noise and --history");
        }
        if (request.paired() && !request.rules().rules().isEmpty()) {
            throw new UsageException("--paired works only with the default test: remove --thresholds");
        }
    }

    /** Files without an option belong to the side that has no option; two of them are base and head. */
    private List<Path> baseFiles() {
        if (!base.isEmpty() && !head.isEmpty() && !files.isEmpty()) {
            throw new UsageException("'" + files.get(0) + "' follows neither --base nor --head");
        }
        if (!base.isEmpty()) {
            return base;
        }
        if (!head.isEmpty() && !files.isEmpty()) {
            return files;
        }
        if (head.isEmpty() && files.size() == 2) {
            return files.subList(0, 1);
        }
        throw new UsageException("name two files, the base and the head, or several after --base and --head");
    }

    private List<Path> headFiles() {
        if (!head.isEmpty()) {
            return head;
        }
        if (base.isEmpty()) {
            return files.subList(1, 2);
        }
        if (files.isEmpty()) {
            throw new UsageException("there is nothing to judge: name files after --head");
        }
        return files;
    }

    private ThresholdRules rules() {
        if (thresholds.size() > 1) {
            throw new UsageException("--thresholds is given twice; put all rules into one file");
        }
        return thresholds.isEmpty()
                ? ThresholdRules.NONE
                : InputFile.of(surroundings.folder(), thresholds.get(0)).read(ThresholdJson::read);
    }

    private ComparisonOrder order() {
        return switch (sort) {
            case "verdict" -> ComparisonOrder.VERDICT;
            case "change" -> ComparisonOrder.CHANGE;
            case "name" -> ComparisonOrder.NAME;
            case "file" -> ComparisonOrder.FILE;
            default -> throw new UsageException("unknown --sort '" + sort + "'; use verdict, change, name or file");
        };
    }
}
