package dev.plumbline.server;

import dev.plumbline.server.api.Stores;
import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demo}: a server with a recorded real history in it. */
@Command(name = "demo", description = "Run the server with a real, recorded history, reachable from this machine only.")
class DemoCommand implements Callable<Integer> {

    private static final Map<Setting, String> STANDARDS =
            new EnumMap<>(Map.of(Setting.DATA, "data/demo", Setting.HOST, "127.0.0.1", Setting.LOG_LEVEL, "warn"));

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    DemoCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        Map<String, String> variables = new HashMap<>(environment);
        STANDARDS.forEach((setting, standard) -> variables.putIfAbsent(setting.variable(), standard));
        Settings settings = SettingFlags.read(command, variables);
        Logging.configure(settings);
        PrintWriter out = command.commandLine().getOut();
        Application application = Application.start(settings, looks());
        Stopping.onSignal(application);
        application.firstToken().ifPresent(secret -> out.print(FirstToken.announcement(secret)));
        Optional<DemoHistory> history = DemoHistory.load();
        if (history.isEmpty()) {
            out.println("This build contains no recorded history. Plumbline listens on " + application.address());
        } else {
            Project project = load(application, history.get(), out);
            out.print(nextSteps(application, project, token(application, settings, project)));
        }
        out.flush();
        return 0;
    }

    /** What the pages look like. */
    Looks looks() {
        return Looks.built();
    }

    private static Project load(Application application, DemoHistory history, PrintWriter out)
            throws IOException, InterruptedException {
        Stores stores = application.stores();
        DemoLoader loader = new DemoLoader(stores.projects(), stores.runs(), stores.ingest());
        Project project = loader.project(history);
        int loaded = loader.load(project, history);
        if (loaded > 0) {
            out.println("Judging " + loaded + " recorded runs …");
            out.flush();
            application.jobAdded();
            while (stores.jobs().backlog().waiting() > 0) {
                Thread.sleep(LOOK);
            }
        }
        return project;
    }

    /** An upload token of the demo, kept in the data folder so that it is the same at every start. */
    private static TokenSecret token(Application application, Settings settings, Project project) {
        Path file = settings.data().resolve("demo-token");
        try {
            if (Files.exists(file)) {
                return new TokenSecret(Files.readString(file).strip());
            }
            TokenSecret secret = TokenSecret.create(new SecureRandom());
            application.stores().tokens().create(project.id(), secret.hash(), Scope.UPLOAD, "demo", Optional.empty());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret.text() + "\n");
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static String nextSteps(Application application, Project project, TokenSecret token) {
        return """

                The demo stands: %1$s/projects/%2$s

                Upload a JMH result file of your own:

                    curl --data-binary @jmh-result.json -H "Authorization: Bearer %3$s" \\
                      "%1$s/api/v1/projects/%2$s/runs?branch=try&commit=0000001&environment=here"

                Ctrl-C stops it; the data stays.
                """.formatted(application.address(), project.slug(), token.text());
    }
}
