package dev.plumbline.collector.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program in a folder with nothing in its environment but what is given, and the PATH. */
final class Command {

    private static final int LONGEST_MINUTES = 5;

    private final Path folder;
    private final Map<String, String> variables;

    Command(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = new HashMap<>(variables);
    }

    /** What a program printed, on both streams, and its exit code. */
    record Ended(int code, String output) {

        Ended succeeded() {
            assertThat(code).as(output).isZero();
            return this;
        }
    }

    /** This command with one more variable. */
    Command with(String name, String value) {
        Command more = new Command(folder, variables);
        more.variables.put(name, value);
        return more;
    }

    Ended run(String... command) {
        return run(List.of(command));
    }

    Ended run(List<String> command) {
        try {
            Path output = Files.createTempFile("plumbline-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
            builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "HOME", folder.toString()));
            builder.environment().putAll(variables);
            Process process = builder.start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("not finished after " + LONGEST_MINUTES + " min: " + command);
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Ended(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
