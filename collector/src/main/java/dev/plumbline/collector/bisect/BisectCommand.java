package dev.plumbline.collector.bisect;

import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.duet.DuetOptions;
import dev.plumbline.collector.duet.DuetRequest;
import dev.plumbline.collector.harness.CommandWords;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.harness.HarnessIds;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.terminal.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline bisect}: its options, and what follows from them. */
@Command(
        name = "bisect",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "plumbline bisect --good ID [--bad ID] --build CMD [OPTIONS] [-- JMH-OPTIONS]",
            "       plumbline bisect --good ID [--bad ID] [--build CMD] [OPTIONS] -- COMMAND..."
        },
        description = {
            "Finds the commit that made something slower: builds the commit in the middle, measures it alternately with"
                    + " the good one as duet does, and goes on in the half that the verdict names.",
            "",
            "COMMAND measures with another harness than JMH, and is started in the checkout of either commit: cargo bench,"
                    + " go test -bench, pytest, hyperfine, a binary of Google Benchmark.",
            "",
            "It works in its own checkout. A commit that doesn't build is skipped. When the pairs are inconclusive, it"
                    + " stops and names the remaining commits."
        },
        footer = {
            "",
            "Exit codes:",
            "    0  the commit is found",
            "    1  it is one of several commits, or the bad one isn't slower",
            "    2  an option is wrong",
            "    5  the good or the bad commit can't be built or measured",
            "  130  interrupted",
            "",
            "Examples:",
            "  plumbline bisect --good v1.2 --bad main --build './mvnw -q -DskipTests package' --pattern 'Parser.*'",
            "  plumbline bisect --good v1.2 -- go test -run '^$' -bench Parser ./...",
            "  plumbline bisect --good v1.2 --build make --command './report data'"
        })
public final class BisectCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "The command that measures a checkout, or JMH's options, after --.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--harness",
            paramLabel = "NAME",
            completionCandidates = HarnessIds.class,
            description = "What COMMAND starts, one of: ${COMPLETION-CANDIDATES}. Default: what its words show.")
    private String harness = "";

    @Option(
            names = "--command",
            paramLabel = "COMMAND",
            description = "Measure this command from outside: its wall time and peak memory.")
    private String plain = "";

    @Option(names = "--good", required = true, paramLabel = "ID", description = "A commit before the slow-down.")
    private String good = "";

    @Option(names = "--bad", paramLabel = "ID", description = "A commit after it. Default: HEAD.")
    private String bad = "HEAD";

    @Option(
            names = "--build",
            paramLabel = "CMD",
            description = "The shell command that builds the benchmarks in a checkout. JMH's jar needs it.")
    private String build = "";

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The jar that the build creates, relative to the checkout. Default: target/benchmarks.jar.")
    private Path jar = Path.of("target", "benchmarks.jar");

    @Option(
            names = "--pattern",
            paramLabel = "PATTERN",
            description = "Which benchmarks, as a JMH pattern. Default: all.")
    private String pattern = "";

    @Mixin
    private DuetOptions options = new DuetOptions();

    public BisectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        try (Interruption interruption = Interruption.watching()) {
            if (jar.isAbsolute()) {
                throw new UsageException("--jar takes a path relative to the checkout, such as target/benchmarks.jar");
            }
            return new BisectJob(request(), surroundings, console, interruption).run();
        }
    }

    private BisectRequest request() {
        List<String> command = command();
        HarnessCommand started = !plain.isBlank()
                ? HarnessCommand.COMMAND
                : command.isEmpty() ? HarnessCommand.JMH : HarnessCommand.of(command, harness);
        if (started == HarnessCommand.JMH && !command.isEmpty()) {
            throw new UsageException(
                    command.get(0) + " isn't known: say what it is with --harness; a jar of JMH is named with"
                            + " --jar, and only JMH's options stand behind --");
        }
        if (command.isEmpty() && build.isBlank()) {
            throw new UsageException(
                    "give --build, the command that builds the benchmarks, or behind -- the command that measures");
        }
        if (!command.isEmpty() && !pattern.isBlank()) {
            throw new UsageException("--pattern is JMH's: put what to measure into the command");
        }
        return new BisectRequest(
                good.strip(),
                bad.strip(),
                build,
                started,
                command,
                jar,
                pattern.strip(),
                DuetRequest.checked(command.isEmpty() ? words : List.of()),
                options.plan(),
                options.budget(),
                surroundings.folder().resolve(options.output()));
    }

    /** The command that measures; empty if a jar of JMH does, whose options may be given. */
    private List<String> command() {
        if (!plain.isBlank()) {
            if (!words.isEmpty() || !(harness.isBlank() || harness.strip().equals(HarnessCommand.COMMAND.id()))) {
                throw new UsageException("give either --command or a command behind --, not both");
            }
            return CommandWords.of(plain);
        }
        return words.isEmpty() || words.get(0).startsWith("-") ? List.of() : words;
    }
}
