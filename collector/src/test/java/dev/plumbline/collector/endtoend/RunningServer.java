package dev.plumbline.collector.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server in a process of its own, on its embedded PostgreSQL and a free port. */
final class RunningServer implements AutoCloseable {

    /** Where the build puts it. */
    static final Path JAR = Path.of("..", "server", "target", "plumbline-server.jar");

    private static final Pattern ADDRESS = Pattern.compile("Plumbline listens on (http://\\S+)");
    private static final Pattern TOKEN = Pattern.compile("plb_[A-Za-z0-9_-]{43}");

    private final Process process;
    private final String token;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(Process process, String token, String address) {
        this.process = process;
        this.token = token;
        this.address = address;
    }

    /** Whether the build has made it. */
    static boolean isBuilt() {
        return Files.isRegularFile(JAR);
    }

    /**
     * Starts it.
     *
     * @param variables its settings besides port and data
     */
    static RunningServer start(Path data, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toAbsolutePath().normalize().toString(),
                        "serve"))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PLUMBLINE_"));
        builder.environment().putAll(Map.of("PLUMBLINE_PORT", "0", "PLUMBLINE_DATA", data.toString()));
        builder.environment().putAll(variables);
        Process process = builder.start();
        List<String> printed = new ArrayList<>();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        String token = "";
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            printed.add(line);
            Matcher secret = TOKEN.matcher(line);
            token = secret.find() ? secret.group() : token;
            Matcher listening = ADDRESS.matcher(line);
            if (listening.find()) {
                keepReading(reader, data.resolveSibling("server.log"));
                return new RunningServer(process, token, listening.group(1));
            }
        }
        throw new AssertionError("the server did not start:\n" + String.join("\n", printed));
    }

    private static void keepReading(BufferedReader reader, Path log) {
        Thread thread = new Thread(() -> {
            try (Writer writer = Files.newBufferedWriter(log)) {
                reader.transferTo(writer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return address;
    }

    /** The token of the instance. */
    String token() {
        return token;
    }

    /** Asks the API as the instance's admin and returns the answer's body; every status of 2xx is fine. */
    String ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isBetween(200, 299);
        return answer.body();
    }

    /** Stops it as an operator would. */
    @Override
    public void close() {
        // Through its handle: Process.destroy() closes the pipe that the server still writes to.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
