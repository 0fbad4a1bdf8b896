package dev.plumbline.collector.duet;

import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.access.ServerOptions;
import dev.plumbline.collector.command.OutputOptions;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.harness.HarnessIds;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.provenance.OriginOptions;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.upload.UploadSettings;
import dev.plumbline.collector.verdict.FailOn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline duet}: its options, and what follows from them. */
@Command(
        name = "duet",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "plumbline duet [OPTIONS] BASE HEAD [PATTERN] [-- JMH-OPTIONS]",
            "       plumbline duet [OPTIONS] BASE-DIR HEAD-DIR -- COMMAND...",
            "       plumbline duet [OPTIONS] --command BASE --command HEAD"
        },
        description = {
            "Measures two versions alternately on this machine (A B B A ...) and reports what the second one changed. A"
                    + " machine that gets slower meanwhile slows down both.",
            "",
            "BASE and HEAD are jars with JMH's benchmarks, or whole commands in quotes. PATTERN and the options after --"
                    + " go to JMH. It evaluates the pairs as they come in and stops when every verdict is settled; the"
                    + " error rates hold across all evaluations.",
            "",
            "With two folders, such as two checkouts, COMMAND is started in both: cargo bench, go test -bench, pytest,"
                    + " hyperfine, a binary of Google Benchmark, or JMH. What run knows, duet knows. Each launch of a"
                    + " harness other than JMH is one fork of everything that it measures."
        },
        footer = {
            "",
            "Exit codes:",
            "    0  judged, and no verdict is of a kind listed in --fail-on",
            "    1  at least one verdict is",
            "    2  an option is wrong, or the two versions have no benchmark in common",
            "    3  the server can't be reached",
            "    5  nothing could be measured",
            "  130  interrupted; the results so far are judged and kept",
            "",
            "Examples:",
            "  plumbline duet main.jar topic.jar",
            "  plumbline duet main.jar topic.jar 'Parser.*' --budget 20m -- -wi 5 -i 5",
            "  plumbline duet ../main . -- go test -run '^$' -bench . ./...",
            "  plumbline duet --command './report-1.2 data' --command './report-1.3 data'"
        })
public final class DuetCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "ARGUMENT",
            arity = "0..*",
            description = "Base and head, and which benchmarks to measure or the command.")
    private List<String> arguments = new ArrayList<>();

    @Option(
            names = "--harness",
            paramLabel = "NAME",
            completionCandidates = HarnessIds.class,
            description = "What the commands start, one of: ${COMPLETION-CANDIDATES}. Default: what their words show.")
    private String harness = "";

    @Option(
            names = "--command",
            paramLabel = "COMMAND",
            description = "Measure this command from outside, its wall time and peak memory: given twice, once for each"
                    + " version, or once with the folders of both.")
    private List<String> plain = new ArrayList<>();

    @Mixin
    private DuetOptions options = new DuetOptions();

    @Option(names = "--changed", description = "List only series that regressed or improved.")
    private boolean changed;

    @Option(
            names = "--fail-on",
            paramLabel = "KIND,...",
            split = ",",
            hideParamSyntax = true,
            description = "Exit with 1 on this kind of verdict: regression, inconclusive, no-baseline; missing: on a"
                    + " benchmark or a metric that the base has and that is missing or failed.")
    private List<String> failOn = new ArrayList<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--upload",
            description = "Send both sides to the server, as a pair; needs the options below and --base-commit.")
    private boolean upload;

    @Option(names = "--base-commit", paramLabel = "ID", description = "The base's commit.")
    private String baseCommit = "";

    @Option(names = "--head-commit", paramLabel = "ID", description = "The head's commit. Default: from CI or git.")
    private String headCommit = "";

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private OriginOptions origin = new OriginOptions();

    public DuetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        try (Interruption interruption = Interruption.watching()) {
            Set<FailOn> kinds = EnumSet.noneOf(FailOn.class);
            failOn.forEach(label -> kinds.add(FailOn.ofLabel(label.strip())));
            DuetRequest request = new DuetRequest(
                    Versions.of(arguments, plain, harness, JavaCommand.find(surroundings), surroundings.folder()),
                    options.plan(),
                    options.budget(),
                    surroundings.folder().resolve(options.output()),
                    output.form(),
                    output.style(surroundings, !changed),
                    kinds);
            Optional<PairUpload> target = upload ? Optional.of(pairUpload(console)) : Optional.empty();
            return new DuetJob(request, surroundings, console, interruption).run(target);
        }
    }

    private PairUpload pairUpload(Console console) {
        if (baseCommit.isBlank()) {
            throw new UsageException("--upload needs --base-commit (or PLUMBLINE_BASE_COMMIT): the server records which"
                    + " commit the head was measured against");
        }
        ServerAccess access = serverOptions.access(surroundings);
        return new PairUpload(
                settings(access, baseCommit),
                settings(access, headCommit),
                surroundings,
                console.hiding(access.token()::blotOut));
    }

    private UploadSettings settings(ServerAccess access, String commit) {
        return new UploadSettings(
                access,
                origin.stated(commit),
                "",
                "",
                null,
                Duration.ZERO,
                Set.of(),
                false,
                output.style(surroundings, true));
    }
}
