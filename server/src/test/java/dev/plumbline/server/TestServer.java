package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.database.DatabaseSettings;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A whole server on a free port with a fresh database, for the tests of one class. Fails the class when an event loop was
 * blocked, or when a failure was logged that nobody foresaw.
 */
public final class TestServer implements BeforeAllCallback, AfterAllCallback {

    private static final String BLOCKED_MILLIS = "1000";

    private final Map<String, String> variables;
    private @Nullable Running running;

    private record Running(
            DatabaseSettings database, Application application, Path data, String adminToken, LogWatch log) {}

    private TestServer(Map<String, String> variables) {
        this.variables = variables;
    }

    /** A server with the standard settings, without a limit on the request rate. */
    public static TestServer standard() {
        return with(Map.of());
    }

    /** A server with these environment variables. */
    public static TestServer with(Map<String, String> variables) {
        return new TestServer(variables);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        System.setProperty(EventLoops.BLOCKED_MILLIS, BLOCKED_MILLIS);
        DatabaseSettings database = TestDatabase.settings();
        Path data = Files.createTempDirectory("plumbline-test-");
        Map<String, String> all = new HashMap<>(Map.of(
                "PLUMBLINE_HOST",
                "127.0.0.1",
                "PLUMBLINE_PORT",
                "0",
                "PLUMBLINE_DATA",
                data.toString(),
                "PLUMBLINE_DATABASE_URL",
                database.url(),
                "PLUMBLINE_DATABASE_USER",
                database.user(),
                "PLUMBLINE_DATABASE_PASSWORD",
                database.password(),
                "PLUMBLINE_DATABASE_POOL_SIZE",
                "6",
                "PLUMBLINE_REQUESTS_PER_MINUTE",
                "0"));
        all.putAll(variables);
        LogWatch log = LogWatch.begin();
        Application application = Application.start(SettingsReader.read(all, Map.of()));
        String token = application.firstToken().map(TokenSecret::text).orElseThrow();
        running = new Running(database, application, data, token, log);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (running == null) {
            return;
        }
        Running stopped = running;
        running = null;
        stopped.application().close();
        List<String> complaints = stopped.log().end();
        try (Stream<Path> files = Files.walk(stopped.data())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertThat(complaints).as("blocked event loops and unforeseen failures").isEmpty();
    }

    /** The address, without a slash at its end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + running().application().port());
    }

    /** The running server's inside. */
    Application application() {
        return running().application();
    }

    /** The bodies of uploads that lie in files at the moment. */
    List<Path> filesOfUploads() {
        try (Stream<Path> files = Files.walk(running().data().resolve("uploads"))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token of the instance. */
    public String adminToken() {
        return running().adminToken();
    }

    /** A client that sends a token. */
    ApiClient client(String token) {
        return new ApiClient(address(), Optional.of(token));
    }

    /** A client without a token. */
    ApiClient anonymous() {
        return new ApiClient(address(), Optional.empty());
    }

    /** Makes a project. */
    Project project(String slug, boolean isPublic) {
        return application().stores().projects().create(slug, slug, "main", isPublic);
    }

    /** Makes a token of a project. */
    String token(Project project, Scope scope) {
        TokenSecret secret = TokenSecret.create(new SecureRandom());
        application().stores().tokens().create(project.id(), secret.hash(), scope, "test", Optional.empty());
        return secret.text();
    }

    /** What a query with one number says. */
    long count(String sql) {
        DatabaseSettings database = running().database();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes what the server has stored. */
    void change(String sql) {
        DatabaseSettings database = running().database();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Running running() {
        return Objects.requireNonNull(running, "the server runs during tests only");
    }
}
