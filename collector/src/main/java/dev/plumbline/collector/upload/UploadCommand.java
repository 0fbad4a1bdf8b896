package dev.plumbline.collector.upload;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.terminal.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline upload}: its options, checked and made into {@link UploadSettings}. */
@Command(
        name = "upload",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "plumbline upload [OPTIONS] FILE...",
        description = {
            "Sends result files, such as JMH's (-rf json), to a Plumbline server. The files of one command are one run, and so are those"
                    + " that the jobs of one CI build send for the same commit and environment. JMH's CSV, its table and its log are read, too.",
            "",
            "Each option that takes a value can also be set as a variable: --server as PLUMBLINE_SERVER,"
                    + " --pull-request as PLUMBLINE_PULL_REQUEST. Commit, branch and pull request are taken from"
                    + " the CI system and git."
        },
        footer = {
            "",
            "Exit codes:",
            "  0  everything is stored, and no verdict is of a kind listed in --fail-on",
            "  1  at least one verdict is",
            "  2  an option, a document, the token or the project is wrong",
            "  3  the server can't be reached, or --fail-on got no verdict in time"
        })
public final class UploadCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A result file, plain or gzip-compressed, or a folder of results.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = FormatIds.class,
            description = "What the files are, one of: ${COMPLETION-CANDIDATES}. Default: what their content shows.")
    private String format = "";

    @Option(
            names = "--as-forks",
            description =
                    "Each file was written by a process of its own: what several of them have is pooled, and equal"
                            + " files count, each on its own, as they do for exact counts.")
    private boolean asForks;

    /** The ids of all formats. */
    static final class FormatIds implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ResultFormat.values()).map(ResultFormat::id).iterator();
        }
    }

    @Mixin
    private UploadOptions options = new UploadOptions();

    public UploadCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = new Console(
                surroundings.out(),
                surroundings.err(),
                options.style(surroundings).paint(),
                surroundings.terminal());
        UploadSettings settings = options.settings(surroundings);
        return new UploadJob(
                        settings, surroundings, console.hiding(settings.access().token()::blotOut))
                .run(files, format(), asForks);
    }

    private Optional<ResultFormat> format() {
        String id = format.strip();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<ResultFormat> stated = ResultFormat.ofId(id);
        if (stated.isEmpty()) {
            throw new UsageException("unknown --format '" + id + "'; use one of: " + ResultFormat.ids());
        }
        return stated;
    }
}
