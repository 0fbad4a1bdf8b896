package dev.plumbline.collector.history;

import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.access.ServerOptions;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.terminal.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline import}: its options, and what follows from them. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {"plumbline import [OPTIONS] SOURCE", "       plumbline import [OPTIONS] --from-git PATTERN"},
        description = {
            "Brings the history of a project's benchmarks to a server, whole and in its order, and has it judged.",
            "",
            "SOURCE is the data.js of github-action-benchmark or its folder, results of Nyrkiö or Bencher as JSON, a table as"
                    + " CSV with a row for each run, asv's results folder, or a folder with a result file for each run. Importing again stores nothing"
                    + " twice, and only what is new is sent."
        },
        footer = {
            "",
            "Exit codes:",
            "  0  everything is stored, or would be",
            "  2  an option, the history, the token or the project is wrong, or a run was refused",
            "  3  the server can't be reached",
            "",
            "Examples:",
            "  plumbline import --dry-run dev/bench/data.js",
            "  plumbline import --from-git gh-pages:dev/bench/data.js",
            "  plumbline import --from-git 'benchmarks/results/*.json' --environment ci-linux-x64"
        })
public final class ImportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SOURCE", arity = "0..1", description = "A file or a folder with a history.")
    private List<Path> sources = new ArrayList<>();

    @Option(
            names = "--from-git",
            paramLabel = "PATTERN",
            description =
                    "Files in this repository's history: each version of a file with results is a run of the commit"
                            + " that wrote it. REVISION:PATH is a file with a history.")
    private String fromGit = "";

    @Option(
            names = "--environment",
            paramLabel = "LABEL",
            description = "The environment that the runs are of. Default: that which the history names, or imported.")
    private String environment = "";

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "The branch of runs whose source names none. Default: main.")
    private String branch = "main";

    @Option(names = "--dry-run", description = "Say what would come, and send nothing.")
    private boolean dryRun;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    public ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        if (sources.isEmpty() == fromGit.isBlank()) {
            throw new UsageException("name the history: a file or a folder, or --from-git PATTERN, not both");
        }
        HistorySource source = new HistorySource(surroundings.folder());
        if (dryRun) {
            return new ImportJob(given(), branch, console).show(history(source));
        }
        // What is missing for the upload is reported before anything is read.
        ServerAccess access = serverOptions.access(surroundings);
        Console quiet = console.hiding(access.token()::blotOut);
        return new ImportJob(given(), branch, quiet)
                .run(history(source), access.open(surroundings, quiet), access.retryFor());
    }

    private Optional<String> given() {
        return Optional.of(environment.strip()).filter(label -> !label.isEmpty());
    }

    private History history(HistorySource source) {
        return fromGit.isBlank() ? source.of(sources.get(0)) : source.ofGit(fromGit.strip());
    }
}
