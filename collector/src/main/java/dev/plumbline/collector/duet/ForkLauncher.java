package dev.plumbline.collector.duet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.harness.Copy;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.jmh.JmhArguments;
import dev.plumbline.collector.jmh.Launch;
import dev.plumbline.collector.jmh.MergedDocument;
import dev.plumbline.collector.jmh.ResultKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Launches JMH for one fork of one benchmark at a time. All of JMH's output goes to a log. */
public final class ForkLauncher {

    private final Interruption interruption;
    private final JmhArguments options;
    private final Path results;
    private final Path log;

    /**
     * A launcher.
     *
     * @param options JMH's options for every launch; without -f, -rf and -rff
     * @param results where a launch leaves its document
     * @param log the file to which JMH's output is appended
     */
    public ForkLauncher(Interruption interruption, JmhArguments options, Path results, Path log) {
        this.interruption = interruption;
        this.options = options.profiles("gc") ? options : options.with("-prof", "gc");
        this.results = results;
        this.log = log;
    }

    /**
     * The result of a fork.
     *
     * @param results by benchmark with parameters, mode and threads; none when it failed
     * @param complaint why there are none
     */
    public record Fork(Map<ResultKey, ObjectNode> results, String complaint) {

        boolean failed() {
            return results.isEmpty();
        }
    }

    /**
     * The benchmarks of a version.
     *
     * @param pattern JMH's, empty for all
     * @return class and method of each, sorted
     */
    public Set<String> benchmarks(DuetSide version, String pattern) {
        List<String> command = new ArrayList<>(version.command());
        if (!pattern.isEmpty()) {
            command.add(pattern);
        }
        command.add("-l");
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int code = launch(version).run(command, output);
        String text = output.toString(StandardCharsets.UTF_8);
        append(text);
        Set<String> names = new TreeSet<>();
        text.lines()
                .dropWhile(line -> !line.strip().equals("Benchmarks:"))
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(names::add);
        if (code != 0) {
            throw new UsageException(version.name() + " doesn't list its benchmarks: " + Complaint.of(text, code));
        }
        return names;
    }

    /** Measures one fork of one benchmark, with all its parameters and modes. */
    public Fork fork(DuetSide version, String benchmark) {
        List<String> command = new ArrayList<>(version.command());
        command.add("^" + benchmark.replace(".", "\\.").replace("$", "\\$") + "$");
        command.addAll(options.with("-f", "1", "-rf", "json", "-rff", results.toString())
                .words());
        try {
            Files.deleteIfExists(results);
            try (OutputStream to = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteArrayOutputStream tail = new ByteArrayOutputStream();
                int code = launch(version).run(command, new Copy(to, tail));
                Map<ResultKey, ObjectNode> read = code == 0 ? MergedDocument.read(results) : Map.of();
                return new Fork(read, read.isEmpty() ? Complaint.of(tail.toString(StandardCharsets.UTF_8), code) : "");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void append(String text) {
        try {
            Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Launch launch(DuetSide version) {
        return new Launch(version.folder(), interruption);
    }
}
