package dev.plumbline.collector.harness;

import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.jmh.Launch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Starts a harness, each time as a process of its own, and keeps what it measured in a file. */
public final class Launches {

    /** File systems may keep whole seconds only. */
    private static final int GRANULARITY = 1;

    private final HarnessCommand harness;
    private final Path folder;
    private final String cargoTarget;
    private final Launch launch;

    /**
     * Launches in a folder.
     *
     * @param cargoTarget cargo's target folder if it was set; empty: the usual one
     */
    public Launches(HarnessCommand harness, Path folder, String cargoTarget, Launch launch) {
        this.harness = harness;
        this.folder = folder;
        this.cargoTarget = cargoTarget;
        this.launch = launch;
    }

    /**
     * What a launch left.
     *
     * @param exitCode the exit code
     * @param results the file with the results, as the user would write it; empty: there is none
     */
    public record Launched(int exitCode, Optional<String> results) {}

    /** Starts the harness once. Results of an earlier launch are never taken for those of this one. */
    public Launched run(Invocation invocation, OutputStream output) {
        Path results = folder.resolve(invocation.results());
        forget(results);
        Instant start = Instant.now();
        try {
            int code;
            if (invocation.printed()) {
                try (OutputStream kept = Files.newOutputStream(results)) {
                    code = launch.run(invocation.command(), new Copy(output, kept));
                }
            } else {
                code = launch.run(invocation.command(), output);
            }
            return new Launched(code, code == 0 ? left(invocation, results, start) : Optional.empty());
        } catch (IOException failed) {
            throw new UsageException("can't keep the results in " + results + ": " + failed.getMessage());
        }
    }

    private Optional<String> left(Invocation invocation, Path results, Instant start) throws IOException {
        if (harness == HarnessCommand.CARGO) {
            String packed = invocation.results().replaceFirst("\\.[^./]*$", "") + ".zip";
            FileTime since = FileTime.from(start.minusSeconds(GRANULARITY));
            if (new CriterionOutput(folder, cargoTarget).pack(folder.resolve(packed), since)) {
                return Optional.of(packed);
            }
        }
        return Files.isRegularFile(results) && Files.size(results) > 0
                ? Optional.of(invocation.results())
                : Optional.empty();
    }

    private static void forget(Path results) {
        try {
            Files.deleteIfExists(results);
        } catch (IOException locked) {
            throw new UsageException(results + " already exists and can't be replaced: " + locked.getMessage());
        }
    }

    /** The names of the files of several launches: {@code result.json}, or {@code result-1.json}, {@code result-2.json}, … */
    public static List<String> files(String output, int launches) {
        if (launches == 1) {
            return List.of(output);
        }
        int dot = output.lastIndexOf('.');
        boolean suffixed = dot > output.lastIndexOf('/') + 1;
        String stem = suffixed ? output.substring(0, dot) : output;
        String suffix = suffixed ? output.substring(dot) : "";
        return IntStream.rangeClosed(1, launches)
                .mapToObj(number -> stem + "-" + number + suffix)
                .toList();
    }
}
