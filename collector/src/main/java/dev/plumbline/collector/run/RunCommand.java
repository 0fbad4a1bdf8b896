package dev.plumbline.collector.run;

import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.harness.HarnessIds;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.upload.UploadOptions;
import dev.plumbline.collector.upload.UploadSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline run}: its options, and what follows from them. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "plumbline run [OPTIONS] -- COMMAND...",
            "       plumbline run [OPTIONS] --command COMMAND [--command COMMAND]..."
        },
        description = {
            "Runs benchmarks, audits the measurement and uploads it.",
            "",
            "COMMAND starts JMH, such as java -jar benchmarks.jar, with JMH's own options. Unless they are given, these"
                    + " are added: -rf json -rff FILE for the results, -prof gc for allocation, which is exact to the"
                    + " byte where time varies, and -f 5, because verdicts are based on forks.",
            "",
            "cargo bench, go test -bench, pytest, hyperfine and binaries of Google Benchmark are known as well: what they"
                    + " need to leave their results is added, or what they print is kept. They have no forks of their"
                    + " own: --repeat starts them several times, and each process counts as a fork."
        },
        footer = {
            "",
            "Exit codes: those of upload, and",
            "    5  the command failed or left no results; nothing was uploaded",
            "  130  interrupted; nothing was uploaded",
            "",
            "Examples:",
            "  plumbline run -- java -jar target/benchmarks.jar",
            "  plumbline run --no-upload -- java -jar target/benchmarks.jar 'Parser.*' -f 3",
            "  plumbline run --repeat 5 -- cargo bench",
            "  plumbline run --command './report --year 2024' --repeat 20"
        })
public final class RunCommand implements Callable<Integer> {

    /** How often a plain command is run unless the user says it: enough for a spread. */
    private static final int USUAL_RUNS = 10;

    private static final int MOST_RUNS = 1_000;

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "The command that starts the benchmarks, with its options.")
    private List<String> command = new ArrayList<>();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Start it so often; each process counts as a fork. Default: 1, and 10 for --command.")
    private int repeat;

    @Option(
            names = "--harness",
            paramLabel = "NAME",
            completionCandidates = HarnessIds.class,
            description = "What COMMAND starts, one of: ${COMPLETION-CANDIDATES}. Default: what its words show.")
    private String harness = "";

    @Option(
            names = "--command",
            paramLabel = "COMMAND",
            description = "Measure this command from outside: its wall time and peak memory, after one run that doesn't"
                    + " count. No shell sees it; quotes keep words together. Several are run alternately.")
    private List<String> plain = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the results go unless COMMAND says it. Default: jmh-result.json, or bench-result with"
                    + " the ending of its format.")
    private String output = "";

    @Option(names = "--no-upload", description = "Measure and audit only.")
    private boolean noUpload;

    @Mixin
    private UploadOptions options = new UploadOptions();

    public RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        check();
        Console console = new Console(
                surroundings.out(),
                surroundings.err(),
                options.style(surroundings).paint(),
                surroundings.terminal());
        try (Interruption interruption = Interruption.watching()) {
            // What is missing for the upload is reported now, and not after an hour of measuring.
            Optional<UploadSettings> settings =
                    noUpload ? Optional.empty() : Optional.of(options.settings(surroundings));
            Console quiet = settings.map(given -> console.hiding(given.access().token()::blotOut))
                    .orElse(console);
            RunJob job = new RunJob(surroundings, quiet, interruption);
            TableStyle style = options.style(surroundings);
            if (!plain.isEmpty()) {
                return job.measure(plain, times(USUAL_RUNS), output("bench-result.json"), settings, style);
            }
            HarnessCommand started = HarnessCommand.of(command, harness);
            String file = started == HarnessCommand.JMH ? "jmh-result.json" : "bench-result" + started.suffix();
            return job.run(started, command, output(file), times(1), settings, style);
        }
    }

    private int times(int usual) {
        return repeat == 0 ? usual : repeat;
    }

    private String output(String usual) {
        return output.isBlank() ? usual : output;
    }

    private void check() {
        if (command.isEmpty() == plain.isEmpty()) {
            throw new UsageException("name what to run: the command behind --, or --command COMMAND, not both");
        }
        if (repeat < 0 || repeat > MOST_RUNS) {
            throw new UsageException("--repeat takes a number from 1 to " + MOST_RUNS);
        }
    }
}
