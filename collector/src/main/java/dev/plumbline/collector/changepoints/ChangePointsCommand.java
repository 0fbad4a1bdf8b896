package dev.plumbline.collector.changepoints;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.OutputOptions;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline changepoints}: its options, and what follows from them. */
@Command(
        name = "changepoints",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "plumbline changepoints [OPTIONS] FILE...",
        description = {
            "Finds where the level of a series shifted. The series can be of any numbers; no server is needed.",
            "",
            "FILE is CSV with a row for each run, oldest first, or JSON: an array of numbers or of arrays (the forks of a"
                    + " run), what Plumbline's server exports, or what github-action-benchmark keeps (data.js).",
            "",
            "Several files, or a folder, are the results of several runs as JMH writes them: files in the order given,"
                    + " oldest first, those of a folder in the order of their names (run-9 before run-10)."
        },
        footer = {
            "",
            "Exit codes:",
            "  0  the series were searched, whatever was found",
            "  2  an option or the file is wrong",
            "",
            "Examples:",
            "  plumbline changepoints latency.csv --unit ms",
            "  plumbline changepoints data.js --filter parse --all",
            "  plumbline changepoints results/",
            "  measure-each-commit | plumbline changepoints - --column seconds"
        })
public final class ChangePointsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "CSV or JSON, plain or gzip, - for standard input; or the result files of several runs, or their"
                            + " folder.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--column",
            paramLabel = "NAME,...",
            split = ",",
            hideParamSyntax = true,
            description = "The columns of a CSV file that have values, by name or by number from 1. Default: those that"
                    + " have numbers.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--unit", paramLabel = "UNIT", description = "The unit of the values: ms, us/op, ops/s, B, ...")
    private String unit = "";

    @Option(
            names = "--direction",
            paramLabel = "BETTER",
            description = "Which is better: lower or higher. Default: as the unit implies, else lower.")
    private String direction = "";

    @Option(
            names = "--filter",
            paramLabel = "PATTERN",
            description =
                    "Only series with this in their name; * stands for any text, ? for one character. May be given"
                            + " again.")
    private List<String> filters = new ArrayList<>();

    @Option(names = "--all", description = "List series without a change point as well.")
    private boolean all;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public ChangePointsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        SeriesRequest request = new SeriesRequest(
                files, columns, unit.strip(), better(), filters, output.form(), output.style(surroundings, all));
        new ChangePointsJob(request, surroundings, console).run();
        return ExitCode.DONE;
    }

    private GivenDirection better() {
        return switch (direction) {
            case "" -> GivenDirection.UNKNOWN;
            case "lower" -> GivenDirection.LOWER;
            case "higher" -> GivenDirection.HIGHER;
            default -> throw new UsageException("unknown --direction '" + direction + "'; use lower or higher");
        };
    }
}
