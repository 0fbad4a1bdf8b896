package dev.plumbline.collector.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A command that is run to its end, with its output passed on immediately. */
public final class Launch {

    private static final int BUFFER = 8192;

    /** What {@link #run} returns when the command could not be started. */
    public static final int NOT_STARTED = -1;

    private final Path folder;
    private final Interruption interruption;
    private final Map<String, String> variables;

    /** Launches in this folder; the process is ended when the tool is. */
    public Launch(Path folder, Interruption interruption) {
        this(folder, interruption, Map.of());
    }

    private Launch(Path folder, Interruption interruption, Map<String, String> variables) {
        this.folder = folder;
        this.interruption = interruption;
        this.variables = Map.copyOf(variables);
    }

    /** The same with these variables in the environment, unless the user has set them. */
    public Launch with(Map<String, String> more) {
        return new Launch(folder, interruption, more);
    }

    /**
     * Runs a command and returns its exit code; {@link #NOT_STARTED} after its reason was written to the output.
     *
     * @param output gets what the command writes, including errors, immediately
     */
    public int run(List<String> command, OutputStream output) {
        return run(command, output, process -> {});
    }

    /**
     * The same, for a command that somebody watches.
     *
     * @param watching gets the process as soon as it runs
     */
    public int run(List<String> command, OutputStream output, Consumer<Process> watching) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            variables.forEach(builder.environment()::putIfAbsent);
            Process process = builder.start();
            watching.accept(process);
            process.getOutputStream().close();
            interruption.started(process);
            try {
                pass(process.getInputStream(), output);
                return process.waitFor();
            } finally {
                interruption.ended(process);
            }
        } catch (IOException failed) {
            complain(output, failed);
            return NOT_STARTED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NOT_STARTED;
        }
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
            to.flush();
        }
    }

    private static void complain(OutputStream output, IOException failed) {
        try {
            output.write((failed.getMessage() + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            failed.addSuppressed(closed);
        }
    }
}
