package dev.plumbline.collector.run;

import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.Version;
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
        customSynopsis = "plumbline run [OPTIONS] -- COMMAND...",
        description = {
            "Runs JMH, audits the measurement and uploads it.",
            "",
            "COMMAND starts JMH, such as java -jar benchmarks.jar, with JMH's own options. Unless they are given, these"
                    + " are added: -rf json -rff FILE for the results, -prof gc for allocation, which is exact to the"
                    + " byte where time varies, and -f 5, because verdicts are based on forks."
        },
        footer = {
            "",
            "Exit codes: those of upload, and",
            "    5  JMH failed or left no results; nothing was uploaded",
            "  130  interrupted; nothing was uploaded",
            "",
            "Examples:",
            "  plumbline run -- java -jar target/benchmarks.jar",
            "  plumbline run --no-upload -- java -jar target/benchmarks.jar 'Parser.*' -f 3"
        })
public final class RunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The command that starts JMH, with its options.")
    private List<String> command = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the results go unless -rff is given. Default: jmh-result.json.")
    private String output = "jmh-result.json";

    @Option(names = "--no-upload", description = "Measure and audit only.")
    private boolean noUpload;

    @Mixin
    private UploadOptions options = new UploadOptions();

    public RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
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
            return new RunJob(JmhInvocation.of(command, output), surroundings, quiet)
                    .run(settings, options.style(surroundings), interruption);
        }
    }
}
