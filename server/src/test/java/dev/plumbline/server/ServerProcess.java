package dev.plumbline.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, with its embedded database in a folder. */
final class ServerProcess {

    private static final Pattern ADDRESS = Pattern.compile("Plumbline listens on (http://\\S+)");
    private static final Pattern TOKEN = Pattern.compile("plb_[A-Za-z0-9_-]{43}");

    private final Process process;
    private final List<String> lines = new ArrayList<>();

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it says where it listens. */
    static ServerProcess start(Path data, String... more) throws IOException {
        return start(data, List.of(), more);
    }

    /** Starts it with options of the JVM and further flags. */
    static ServerProcess start(Path data, List<String> jvm, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "dev.plumbline.server.Main",
                "serve",
                "--port=0",
                "--host=127.0.0.1",
                "--requests-per-minute=0",
                "--log-level=warn",
                "--data=" + data));
        command.addAll(List.of(more));
        ServerProcess server = new ServerProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        BufferedReader out = server.process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            server.lines.add(line);
            if (ADDRESS.matcher(line).find()) {
                return server;
            }
        }
        throw new IOException("the server ended before it listened: " + server.lines);
    }

    URI address() {
        return URI.create(found(ADDRESS).group(1));
    }

    /** The token that the first start prints. */
    String firstToken() {
        return found(TOKEN).group();
    }

    /** Sends SIGTERM and waits for the end; gives the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not stop");
        }
        return process.exitValue();
    }

    /** Sends SIGKILL and waits for the end. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private Matcher found(Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(pattern + " is not in " + lines));
    }
}
