package dev.plumbline.collector;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The tool without a command: shows the available commands. */
@Command(
        name = "plumbline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = HelpCommand.class,
        description = "Finds performance regressions in microbenchmarks and proves them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "For help on a command: plumbline help COMMAND"})
final class PlumblineCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
