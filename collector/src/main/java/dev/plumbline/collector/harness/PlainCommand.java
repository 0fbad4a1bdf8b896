package dev.plumbline.collector.harness;

import dev.plumbline.analysis.format.plumbline.PlumblineWriter;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A command that knows nothing of benchmarks: each run of it is a process of its own, whose wall time is measured from its
 * start to its end, and its peak memory where Linux tells it.
 */
public final class PlainCommand {

    private static final Setup SETUP = Setup.of(Harness.OTHER, "", Map.of("harness", "command"));

    private final String name;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Long> peaks = new ArrayList<>();

    /**
     * A command that wasn't run yet.
     *
     * @param name what its benchmark is called
     */
    public PlainCommand(String name) {
        this.name = name;
    }

    /** Adds a run. */
    void add(double wallSeconds, OptionalLong peakBytes) {
        seconds.add(wallSeconds);
        peakBytes.ifPresent(peaks::add);
    }

    /** Writes the runs of these commands as Plumbline JSON. */
    public static void write(Path file, List<PlainCommand> commands) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                PlumblineWriter writer = new PlumblineWriter(out, SETUP)) {
            for (PlainCommand command : commands) {
                writer.add(command.result());
            }
        }
    }

    private BenchmarkResult result() {
        List<Measurement> memory = peaks.size() < seconds.size()
                ? List.of()
                : List.of(measurement(
                        "peak-memory",
                        "B",
                        peaks.stream().map(Long::doubleValue).toList()));
        return new BenchmarkResult(
                1,
                new BenchmarkId(name, Map.of(), Mode.SINGLE_SHOT_TIME, 1),
                SETUP,
                measurement(Metric.SCORE, "s", seconds),
                memory,
                List.of());
    }

    private static Measurement measurement(String name, String unit, List<Double> values) {
        List<Fork> forks =
                values.stream().map(value -> new Fork(value, new double[0])).toList();
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        return new Measurement(Metric.reported(name, Unit.of(unit)), mean, Double.NaN, forks);
    }
}
