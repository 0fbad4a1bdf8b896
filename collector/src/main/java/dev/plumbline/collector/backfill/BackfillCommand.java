package dev.plumbline.collector.backfill;

import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.access.ServerOptions;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.git.GitRepository;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.harness.HarnessIds;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.verdict.VerdictReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline backfill}: its options, and what follows from them. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "plumbline backfill --from ID --build CMD [OPTIONS] -- COMMAND...",
            "       plumbline backfill --regression N --build CMD [OPTIONS] -- COMMAND..."
        },
        description = {
            "Builds and measures earlier commits of this clone, and uploads each as soon as it is measured.",
            "",
            "It works in checkouts of its own. Each commit is measured alternately with the reference, whose drift is"
                    + " taken out of the results, so that runs of different days are comparable. A commit that has a run"
                    + " in the environment is skipped, so start it again after an interruption."
        },
        footer = {
            "",
            "Exit codes:",
            "    0  what was missing is stored; commits that can't be built or measured are skipped",
            "    2  an option, the token or the project is wrong, or a run was refused",
            "    3  the server can't be reached",
            "    5  the reference or none of the commits could be built and measured",
            "  130  interrupted; what is stored stays",
            "",
            "Examples:",
            "  plumbline backfill --from v1.2 --every 10 --build './mvnw -q -DskipTests package'"
                    + " -- java -jar target/benchmarks.jar",
            "  plumbline backfill --regression 17 --build 'cargo build --release' --command './target/release/report'"
        })
public final class BackfillCommand implements Callable<Integer> {

    private static final int MOST_PAIRS = 1_000;

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "What starts the benchmarks in a checkout, as for plumbline run.")
    private List<String> command = new ArrayList<>();

    @Option(names = "--from", paramLabel = "ID", description = "Measure commits after this one.")
    private String from = "";

    @Option(names = "--to", paramLabel = "ID", description = "The last commit to measure. Default: HEAD.")
    private String to = "HEAD";

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Measure every N-th commit, counted from the last. Default: 1.")
    private int every = 1;

    @Option(
            names = "--regression",
            paramLabel = "N",
            description = "Measure the commits between which this regression came in, those that halve its range"
                    + " first, until it can't be narrowed.")
    private long regression;

    @Option(names = "--most", paramLabel = "N", description = "Measure at most so many commits. Default: all.")
    private int most = Integer.MAX_VALUE;

    @Option(
            names = "--reference",
            paramLabel = "ID",
            description = "The commit that is measured beside each. Stay with one: its first measurement is the level"
                    + " that all are brought to. Default: HEAD.")
    private String reference = "HEAD";

    @Option(
            names = "--build",
            required = true,
            paramLabel = "CMD",
            description = "The shell command that builds the benchmarks in a checkout.")
    private String build = "";

    @Option(
            names = "--harness",
            paramLabel = "NAME",
            completionCandidates = HarnessIds.class,
            description = "What COMMAND starts, one of: ${COMPLETION-CANDIDATES}. Default: what its words show.")
    private String harness = "";

    @Option(
            names = "--command",
            paramLabel = "COMMAND",
            description = "Measure this command from outside instead: its wall time and peak memory.")
    private List<String> plain = new ArrayList<>();

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description = "Launch either side so often for each commit. Default: 5.")
    private int pairs = 5;

    @Option(
            names = "--environment",
            paramLabel = "LABEL",
            description = "The environment of the runs. Default: system and processor, such as linux-x64.")
    private String environment = "";

    @Option(names = "--branch", paramLabel = "NAME", description = "The branch of the runs. Default: from git.")
    private String branch = "";

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description =
                    "Keep the reference's level and the output (backfill.log) there. Default: the current folder.")
    private Path output = Path.of("");

    @Option(
            names = "--dry-run",
            description = "List the commits, build and launch the reference once, and say how long all would take.")
    private boolean dryRun;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    public BackfillCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        check();
        ServerAccess access = serverOptions.access(surroundings);
        Console console = surroundings.console().hiding(access.token()::blotOut);
        BackfillServer server = new BackfillServer(
                access.open(surroundings, console),
                new VerdictReader(access.server(), access.project()),
                surroundings.timing(),
                access.retryFor());
        try (Interruption interruption = Interruption.watching()) {
            return new BackfillJob(request(), server, surroundings, console, interruption).run(dryRun);
        }
    }

    private BackfillRequest request() {
        MeasuringCommand measured = plain.isEmpty()
                ? new MeasuringCommand.ByHarness(HarnessCommand.of(command, harness), List.copyOf(command))
                : new MeasuringCommand.Plain(List.copyOf(plain));
        return new BackfillRequest(
                from.strip(),
                to.strip(),
                every,
                most,
                regression,
                reference.strip(),
                build,
                measured,
                pairs,
                environment.isBlank() ? surroundings.machine().get().label() : environment.strip(),
                branch(),
                surroundings.folder().resolve(output));
    }

    private String branch() {
        return branch.isBlank()
                ? new GitRepository(surroundings.folder())
                        .branch()
                        .orElseThrow(() -> new UsageException("no branch is checked out; name one with --branch"))
                : branch.strip();
    }

    private void check() {
        if (command.isEmpty() == plain.isEmpty()) {
            throw new UsageException("name what to run: the command behind --, or --command COMMAND, not both");
        }
        if (from.isBlank() == (regression == 0)) {
            throw new UsageException("say which commits: those after --from ID, or those of --regression N, not both");
        }
        if (every < 1 || most < 1 || regression < 0 || pairs < 1 || pairs > MOST_PAIRS) {
            throw new UsageException(
                    "--every, --most and --regression take a number from 1, and --pairs one from 1 to " + MOST_PAIRS);
        }
    }
}
