package dev.plumbline.collector.gate;

import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.access.ServerOptions;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.provenance.CommitOptions;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.verdict.FailOn;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline gate}: its options, and what follows from them. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "plumbline gate [OPTIONS]",
        description = {
            "Waits until every run of a commit is judged, then exits as the project's policy decides. Use it in a job that"
                    + " has to block a merge.",
            "",
            "A policy blocks nothing until the project configures what it blocks."
        },
        footer = {
            "",
            "Exit codes:",
            "  0  success, or neutral without --strict",
            "  1  failure, neutral with --strict, or something is missing with --fail-on missing",
            "  2  an option, the token or the project is wrong",
            "  3  there is no verdict in time, or the server can't be reached"
        })
public final class GateCommand implements Callable<Integer> {

    private static final int DEFAULT_WAIT_SECONDS = 600;

    private final Surroundings surroundings;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private CommitOptions commitOptions = new CommitOptions();

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long to wait for the verdict. Default: 600.")
    private int wait = DEFAULT_WAIT_SECONDS;

    @Option(
            names = "--strict",
            description =
                    "Treat neutral as a failure: something is missing, no baseline, inconclusive, or an untrusted run.")
    private boolean strict;

    @Option(
            names = "--fail-on",
            paramLabel = "missing",
            description =
                    "Exit with 1 if a benchmark, or a metric of one, is missing or failed, whatever the policy says.")
    private String failOn = "";

    @Option(names = "--json", description = "Print the server's report as JSON; messages go to standard error.")
    private boolean json;

    public GateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        if (!failOn.isEmpty() && FailOn.ofLabel(failOn.strip()) != FailOn.MISSING) {
            throw new UsageException("gate --fail-on takes missing alone; the project's policy decides about the rest");
        }
        ServerAccess access = serverOptions.readAccess(surroundings);
        return new GateJob(access, surroundings, console.hiding(access.token()::blotOut))
                .run(
                        commitOptions.commit(),
                        commitOptions.pullRequest(),
                        Duration.ofSeconds(UsageException.atLeastZero("--wait", wait)),
                        strict,
                        !failOn.isEmpty(),
                        json);
    }
}
