package dev.plumbline.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code health}: the health check of a container, which has no other client for it. */
@Command(
        name = "health",
        description =
                "Check whether the server that runs on this machine with the same settings is live. Exit code 0: it is; 1: it isn't.")
final class HealthCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");
    private static final int OK = 200;
    private static final int LIVE = 0;
    private static final int NOT_LIVE = 1;

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    HealthCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException, URISyntaxException {
        CommandSpec command = Objects.requireNonNull(spec);
        Settings settings = SettingFlags.read(command, environment);
        PrintWriter out = command.commandLine().getOut();
        String host = EVERY_ADDRESS.contains(settings.host()) ? "localhost" : settings.host();
        URI address = new URI("http", null, host, settings.port(), "/health/live", null, null);
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
            out.println(answer.statusCode() == OK ? answer.body() : address + " answers " + answer.statusCode());
            return answer.statusCode() == OK ? LIVE : NOT_LIVE;
        } catch (IOException noAnswer) {
            out.println(address + " doesn't answer: " + noAnswer);
            return NOT_LIVE;
        } finally {
            out.flush();
        }
    }
}
