package dev.plumbline.collector;

import dev.plumbline.analysis.text.Paint;
import dev.plumbline.collector.audit.AuditCommand;
import dev.plumbline.collector.backfill.BackfillCommand;
import dev.plumbline.collector.bisect.BisectCommand;
import dev.plumbline.collector.changepoints.ChangePointsCommand;
import dev.plumbline.collector.ci.CiProviders;
import dev.plumbline.collector.client.Timing;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.comment.CommentCommand;
import dev.plumbline.collector.compare.CompareCommand;
import dev.plumbline.collector.duet.DuetCommand;
import dev.plumbline.collector.gate.GateCommand;
import dev.plumbline.collector.git.GitException;
import dev.plumbline.collector.history.ImportCommand;
import dev.plumbline.collector.machine.MachineObserver;
import dev.plumbline.collector.profile.ProfileCommand;
import dev.plumbline.collector.rename.RenameCommand;
import dev.plumbline.collector.run.RunCommand;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.terminal.Terminal;
import dev.plumbline.collector.upload.UploadCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;

/** The command line tool. */
public final class Main {

    private static final int NARROWEST_HELP = 80;
    private static final int WIDEST_HELP = 110;

    private Main() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        boolean ci = CiProviders.recognise(environment).known();
        Surroundings surroundings = new Surroundings(
                environment,
                Path.of("").toAbsolutePath(),
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Terminal.detect(environment, ci),
                () -> MachineObserver.ofThisProcess(environment).observe(),
                new Timing(Clock.systemUTC(), pause -> Thread.sleep(pause.toMillis()), new Random()));
        System.exit(run(surroundings, arguments));
    }

    /** Runs the command that the arguments name and returns its exit code. */
    public static int run(Surroundings surroundings, String... arguments) {
        boolean coloured = surroundings.isColoured();
        Console console = surroundings.console();
        return new CommandLine(new PlumblineCommand())
                .addSubcommand(new UploadCommand(surroundings))
                .addSubcommand(new CommandLine(new RunCommand(surroundings)).setStopAtPositional(true))
                .addSubcommand(new DuetCommand(surroundings))
                .addSubcommand(new GateCommand(surroundings))
                .addSubcommand(new BisectCommand(surroundings))
                .addSubcommand(new CommentCommand(surroundings))
                .addSubcommand(new RenameCommand(surroundings))
                .addSubcommand(new ImportCommand(surroundings))
                .addSubcommand(new CommandLine(new BackfillCommand(surroundings)).setStopAtPositional(true))
                .addSubcommand(new CompareCommand(surroundings))
                .addSubcommand(new ProfileCommand(surroundings))
                .addSubcommand(new AuditCommand(surroundings))
                .addSubcommand(new ChangePointsCommand(surroundings))
                .setDefaultValueProvider(new EnvironmentDefaults(surroundings.environment()))
                .setColorScheme(Help.defaultColorScheme(coloured ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(Math.min(Math.max(surroundings.terminal().width(), NARROWEST_HELP), WIDEST_HELP))
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, given) -> {
                    console.error(String.valueOf(wrong.getMessage()));
                    CommandLine command = wrong.getCommandLine();
                    console.note("try: plumbline help"
                            + (command.getParent() == null ? "" : " " + command.getCommandName()));
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(fault, console(surroundings, command)))
                .execute(arguments);
    }

    /** What went wrong in a command, with its exit code. */
    private static int failed(Exception fault, Console console) {
        if (fault instanceof UsageException wrong) {
            console.error(String.valueOf(wrong.getMessage()));
            return ExitCode.USAGE;
        }
        if (fault instanceof GitException refused) {
            console.error("git: " + refused.getMessage());
            return ExitCode.USAGE;
        }
        console.error("internal error, please report it: " + fault);
        for (StackTraceElement element : fault.getStackTrace()) {
            console.note("    at " + element);
        }
        return ExitCode.INTERNAL;
    }

    /** Where a command's errors go, without colours if none were requested. */
    private static Console console(Surroundings surroundings, CommandLine command) {
        OptionSpec noColor = command.getCommandSpec().findOption("--no-color");
        return noColor != null && Boolean.TRUE.equals(noColor.getValue())
                ? new Console(surroundings.out(), surroundings.err(), Paint.PLAIN, surroundings.terminal())
                : surroundings.console();
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
