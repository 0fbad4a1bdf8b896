package dev.plumbline.server;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the server until it is told to stop. */
@Command(name = "serve", description = "Run the server. This is the default command.")
final class ServeCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Settings settings = SettingFlags.read(command, environment);
        Logging.configure(settings);
        PrintWriter out = command.commandLine().getOut();
        Application application = Application.start(settings);
        Stopping.onSignal(application);
        application.firstToken().ifPresent(secret -> out.print(FirstToken.announcement(secret)));
        out.println("Plumbline listens on " + application.address());
        out.flush();
        return 0;
    }
}
