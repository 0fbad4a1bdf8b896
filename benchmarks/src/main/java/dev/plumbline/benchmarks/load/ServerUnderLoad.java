package dev.plumbline.benchmarks.load;

import dev.plumbline.server.auth.TokenSecret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The server as it ships, a process of its own with the launcher's options, on a PostgreSQL that this process started. */
final class ServerUnderLoad implements AutoCloseable {
    private static final String PROJECT = "load";
    private static final Duration START = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;

    private final EmbeddedPostgres postgres;
    private final Process process;
    private final Path log;
    private final URI address;
    private final TokenSecret token = TokenSecret.create(new SecureRandom());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Starts both and makes a project. */
    ServerUnderLoad(Path folder) throws IOException, InterruptedException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .start();
        int port = freePort();
        address = URI.create("http://127.0.0.1:" + port);
        log = folder.resolve("server.log");
        process = start(folder, port);
        awaitReady();
        admitToken();
        expect(201, post("/api/v1/projects", "{\"slug\":\"" + PROJECT + "\",\"name\":\"Load\"}"));
    }

    private Process start(Path folder, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.plumbline.server.Main",
                "serve"));
        builder.environment().put("PLUMBLINE_HOST", "127.0.0.1");
        builder.environment().put("PLUMBLINE_PORT", Integer.toString(port));
        builder.environment().put("PLUMBLINE_DATA", folder.resolve("data").toString());
        builder.environment().put("PLUMBLINE_DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"));
        builder.environment().put("PLUMBLINE_DATABASE_USER", "postgres");
        builder.environment().put("PLUMBLINE_REQUESTS_PER_MINUTE", "0");
        File output = log.toFile();
        return builder.redirectErrorStream(true).redirectOutput(output).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(START);
        while (true) {
            try {
                if (get("/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException notListening) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new IOException("the server did not start: " + Files.readString(log), notListening);
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void admitToken() throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into instance_token (hash, label) values (?, 'load run')")) {
            insert.setBytes(1, token.hash());
            insert.executeUpdate();
        }
    }

    /** The server's database. */
    DataSource database() {
        return postgres.getPostgresDatabase();
    }

    /** A new, empty database of the same PostgreSQL. */
    DataSource anotherDatabase() throws SQLException {
        try (Connection connection = database().getConnection()) {
            connection.createStatement().execute("create database reference");
        }
        return postgres.getDatabase("postgres", "reference");
    }

    /** Uploads a document as a run of a commit on the base branch and returns the answer, which may be a refusal. */
    HttpResponse<String> upload(byte[] document, String commit, String time) throws IOException, InterruptedException {
        return upload(document, commit, time, false);
    }

    /** The same, of a run that waits to be judged until one comes that doesn't, if it is held. */
    HttpResponse<String> upload(byte[] document, String commit, String time, boolean held)
            throws IOException, InterruptedException {
        String query = "?branch=main&environment=load&commit=%s&commitTime=%s".formatted(commit, time)
                + (held ? "&hold=true" : "");
        return send(request("/api/v1/projects/" + PROJECT + "/runs" + query)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(document)));
    }

    /** What the server says of a run. */
    HttpResponse<String> run(long id) throws IOException, InterruptedException {
        return get("/api/v1/projects/" + PROJECT + "/runs/" + id);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.ofString(json);
        return send(request(path).header("Content-Type", "application/json").POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token.text());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The CPU time that the server's process has taken since it was started, all of its threads together. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Throws unless the answer has a status. */
    static HttpResponse<String> expect(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException("expected %d from %s, got %d: %s"
                    .formatted(status, answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        postgres.close();
    }
}
