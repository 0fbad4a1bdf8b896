package dev.plumbline.server;

import dev.plumbline.migrations.SchemaException;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.forges.ForgesException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** The server's command line: {@code serve}, {@code demo}, {@code dev}, {@code token} and {@code health}. */
public final class Main {

    private Main() {}

    /** Runs a command; a server that was started keeps running after this has returned. */
    public static void main(String... arguments) {
        int exit = commandLine(System.getenv()).execute(arguments);
        if (exit != ExitCode.OK) {
            System.exit(exit);
        }
    }

    /** The command line with all its commands. */
    static CommandLine commandLine(Map<String, String> environment) {
        ServeCommand serve = new ServeCommand(environment);
        CommandLine main = new CommandLine(serve);
        CommandSpec spec = main.getCommandSpec();
        spec.name("plumbline-server").mixinStandardHelpOptions(true).version("Plumbline " + version());
        spec.usageMessage()
                .description("Finds performance regressions in microbenchmarks and proves them.")
                .sortOptions(false);
        SettingFlags.addTo(spec);
        main.addSubcommand("serve", withSettings(new ServeCommand(environment)));
        main.addSubcommand("demo", withSettings(new DemoCommand(environment)));
        main.addSubcommand("dev", withSettings(new DevCommand(environment)));
        main.addSubcommand("token", TokenCommand.create(environment));
        main.addSubcommand("health", withSettings(new HealthCommand(environment)));
        main.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(message(failure));
            command.getErr().flush();
            return ExitCode.SOFTWARE;
        });
        return main;
    }

    private static CommandLine withSettings(Object command) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().mixinStandardHelpOptions(true);
        SettingFlags.addTo(line.getCommandSpec());
        return line;
    }

    /** What to print about a failure: a sentence for those that have one, otherwise the stack trace. */
    private static String message(Exception failure) {
        return switch (failure) {
            case SettingsException settings -> String.valueOf(settings.getMessage());
            case StoreException store -> "plumbline: " + store.getMessage() + cause(store);
            case SchemaException schema -> "plumbline: " + schema.getMessage();
            case ForgesException forges -> String.valueOf(forges.getMessage());
            case BindException bind ->
                "plumbline: can't listen (" + bind.getMessage() + "): choose another port with "
                        + Setting.PORT.variable() + " (" + Setting.PORT.flag() + ")";
            default -> {
                StringWriter trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                yield trace.toString();
            }
        };
    }

    private static String cause(StoreException store) {
        return Optional.ofNullable(store.getCause())
                .map(cause -> System.lineSeparator() + "  because: " + cause.getMessage())
                .orElse("");
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
