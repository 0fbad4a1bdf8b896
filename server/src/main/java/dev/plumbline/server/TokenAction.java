package dev.plumbline.server;

import dev.plumbline.migrations.Schema;
import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.project.InstanceTokens;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.project.Scope;
import dev.plumbline.server.project.Token;
import dev.plumbline.server.project.Tokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be done with tokens: of a project, or, without one, of the instance. */
abstract sealed class TokenAction implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--project", paramLabel = "SLUG", description = "The project; without this option, the instance.")
    private @Nullable String project;

    private TokenAction(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public final Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Settings settings = SettingFlags.read(command, environment);
        Logging.configure(settings);
        try (ClosingStack closing = new ClosingStack()) {
            Database database = Databases.share(settings, new SimpleMeterRegistry(), closing);
            Schema.migrate(database.dataSource());
            PrintWriter out = command.commandLine().getOut();
            if (project == null) {
                ofInstance(new InstanceTokens(database), out);
            } else {
                Project found = new Projects(database)
                        .find(project)
                        .orElseThrow(
                                () -> new StoreException("unknown-project", "There is no project '" + project + "'"));
                ofProject(new Tokens(database), found.id(), out);
            }
            out.flush();
        }
        return 0;
    }

    abstract void ofInstance(InstanceTokens tokens, PrintWriter out);

    abstract void ofProject(Tokens tokens, long projectId, PrintWriter out);

    private static void print(List<Token> tokens, PrintWriter out) {
        for (Token token : tokens) {
            String state =
                    token.revokedAt().isPresent() ? "revoked" : token.validAt(Instant.now()) ? "valid" : "expired";
            out.printf(
                    "%6d  %-7s %-7s %s  %s%n",
                    token.id(), token.scope().label(), state, token.createdAt(), token.label());
        }
    }

    private static void requireFound(boolean found, long id) {
        if (!found) {
            throw new StoreException("unknown-token", "There is no token " + id);
        }
    }

    @Command(name = "create", description = "Create a token and print it.")
    static final class Create extends TokenAction {

        @Option(
                names = "--scope",
                description = "Of a project's token: upload, read or admin.",
                defaultValue = "upload")
        private String scope = "upload";

        @Option(names = "--label", description = "What it is for.", defaultValue = "command line")
        private String label = "command line";

        @Option(names = "--days", description = "Days until it expires; without this option it never expires.")
        private @Nullable Integer days;

        Create(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ofInstance(InstanceTokens tokens, PrintWriter out) {
            TokenSecret secret = TokenSecret.create(new SecureRandom());
            tokens.create(secret.hash(), label, expiry());
            out.println(secret.text());
        }

        @Override
        void ofProject(Tokens tokens, long projectId, PrintWriter out) {
            Scope chosen = Scope.of(scope)
                    .orElseThrow(() -> new StoreException("invalid-scope", "--scope takes upload, read or admin"));
            TokenSecret secret = TokenSecret.create(new SecureRandom());
            tokens.create(projectId, secret.hash(), chosen, label, expiry());
            out.println(secret.text());
        }

        private Optional<Instant> expiry() {
            return Optional.ofNullable(days).map(count -> Instant.now().plus(Duration.ofDays(count)));
        }
    }

    @Command(name = "list", description = "List tokens, without their text.")
    static final class Show extends TokenAction {

        Show(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ofInstance(InstanceTokens tokens, PrintWriter out) {
            print(tokens.all(), out);
        }

        @Override
        void ofProject(Tokens tokens, long projectId, PrintWriter out) {
            print(tokens.all(projectId), out);
        }
    }

    @Command(name = "revoke", description = "Revoke a token.")
    static final class Revoke extends TokenAction {

        @Parameters(paramLabel = "ID", description = "The number that 'token list' shows.")
        private long id;

        Revoke(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ofInstance(InstanceTokens tokens, PrintWriter out) {
            requireFound(tokens.revoke(id), id);
        }

        @Override
        void ofProject(Tokens tokens, long projectId, PrintWriter out) {
            requireFound(tokens.revoke(projectId, id), id);
        }
    }
}
