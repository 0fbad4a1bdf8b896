package dev.plumbline.collector.bisect;

import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.duet.DuetOptions;
import dev.plumbline.collector.duet.DuetRequest;
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
        customSynopsis = "plumbline bisect --good ID [--bad ID] --build CMD [OPTIONS] [-- JMH-OPTIONS]",
        description = {
            "Finds the commit that made something slower: builds the commit in the middle, measures it alternately with"
                    + " the good one as duet does, and goes on in the half that the verdict names.",
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
            "Example:",
            "  plumbline bisect --good v1.2 --bad main --build './mvnw -q -DskipTests package' --pattern 'Parser.*'"
        })
public final class BisectCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "JMH-OPTION", arity = "0..*", description = "JMH's options, after --.")
    private List<String> jmhOptions = new ArrayList<>();

    @Option(names = "--good", required = true, paramLabel = "ID", description = "A commit before the slow-down.")
    private String good = "";

    @Option(names = "--bad", paramLabel = "ID", description = "A commit after it. Default: HEAD.")
    private String bad = "HEAD";

    @Option(
            names = "--build",
            required = true,
            paramLabel = "CMD",
            description = "The shell command that builds the benchmarks in a checkout.")
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
            return new BisectJob(
                            new BisectRequest(
                                    good.strip(),
                                    bad.strip(),
                                    build,
                                    jar,
                                    pattern.strip(),
                                    DuetRequest.checked(jmhOptions),
                                    options.plan(),
                                    options.budget(),
                                    surroundings.folder().resolve(options.output())),
                            surroundings,
                            console,
                            interruption)
                    .run();
        }
    }
}
