package dev.plumbline.collector.compare;

import dev.plumbline.analysis.audit.Audit;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.RunSetup;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.report.missing.MeasuredSide;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.PooledFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file says, as far as it is judged: one run.
 *
 * @param name the file as the user gave it
 * @param series the forks' values by series, in the file's order; metrics that are never judged are left out
 * @param setup how the benchmarks were measured, by {@link BenchmarkId#key}
 * @param findings the audit of the measurement
 * @param notes what a reader of the results should know, each once
 */
public record MeasuredRun(
        String name, Map<SeriesKey, Values> series, RunSetup setup, List<Finding> findings, List<String> notes) {

    public MeasuredRun {
        series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /**
     * The values of one series.
     *
     * @param metric what was measured
     * @param forks the finite fork values in the metric's base unit; may be empty
     * @param iterations the iterations of each fork; may be empty
     */
    record Values(Metric metric, double[] forks, List<double[]> iterations) {

        static Values of(Measurement measurement) {
            return new Values(
                    measurement.metric(),
                    measurement.forkValues(),
                    measurement.forks().stream().map(Fork::iterations).toList());
        }
    }

    /**
     * Reads a run.
     *
     * @param name its name in messages
     * @param document the results, in any format that is read, plain or gzip-compressed
     * @throws dev.plumbline.analysis.format.document.DocumentException when it is refused
     */
    public static MeasuredRun read(String name, InputStream document) throws IOException {
        Gathering gathering = new Gathering();
        ResultFormat.read(document, ReadLimits.defaults(), gathering::add);
        return gathering.run(name);
    }

    /**
     * Reads files of one run, each of which a process of its own wrote.
     *
     * @throws dev.plumbline.collector.command.UsageException saying where and what is wrong when one can't be read
     */
    public static MeasuredRun pooled(String name, List<InputFile> files) {
        Gathering gathering = new Gathering();
        PooledFiles.read(files, gathering::add);
        return gathering.run(name);
    }

    /** A run whose results are being read. */
    private static final class Gathering {

        private final Map<SeriesKey, Values> series = new LinkedHashMap<>();
        private final List<String> notes = new ArrayList<>();
        private final RunSetup.Gathering setups = new RunSetup.Gathering();
        private final Audit audit = new Audit();

        void add(BenchmarkResult result) {
            setups.add(result.benchmark().key(), result.setup());
            audit.add(result);
            MeasuredRun.add(result, result.primary(), series);
            result.secondary().forEach(measurement -> MeasuredRun.add(result, measurement, series));
            result.notes().stream()
                    .map(BenchmarkResult.Note::message)
                    .filter(note -> !notes.contains(note))
                    .forEach(notes::add);
        }

        MeasuredRun run(String name) {
            return new MeasuredRun(name, series, setups.setup(), audit.findings(), notes);
        }
    }

    /** The same run with the directions that the user gives. */
    MeasuredRun with(GivenDirections directions) {
        Map<SeriesKey, Values> directed = new LinkedHashMap<>();
        series.forEach((key, values) ->
                directed.put(key, new Values(directions.of(values.metric()), values.forks(), values.iterations())));
        return new MeasuredRun(name, directed, setup, findings, notes);
    }

    /** The same run with a benchmark under another name. */
    MeasuredRun renamed(BenchmarkId was, BenchmarkId is) {
        Map<SeriesKey, Values> renamed = new LinkedHashMap<>();
        series.forEach((key, values) ->
                renamed.put(key.benchmark().equals(was) ? new SeriesKey(is, key.metric(), key.unit()) : key, values));
        return new MeasuredRun(name, renamed, setup, findings, notes);
    }

    /** The harness that measured all these runs; {@link Harness#OTHER} if there are several. */
    public static Harness harness(List<MeasuredRun> base, List<MeasuredRun> head) {
        Set<Harness> all = Stream.concat(base.stream(), head.stream())
                .flatMap(run -> run.setup.setups().stream())
                .map(Setup::harness)
                .collect(Collectors.toSet());
        return all.size() == 1 ? all.iterator().next() : Harness.OTHER;
    }

    /** What these runs together have numbers for. */
    static MeasuredSide side(List<MeasuredRun> runs) {
        MeasuredSide.Gathering side = new MeasuredSide.Gathering();
        for (MeasuredRun run : runs) {
            run.series().forEach((key, values) -> {
                if (values.forks().length > 0) {
                    side.measured(key.benchmark(), key.metric());
                } else if (values.metric().isScore()) {
                    side.failed(key.benchmark());
                }
            });
        }
        return side.side();
    }

    private static void add(BenchmarkResult result, Measurement measurement, Map<SeriesKey, Values> series) {
        Metric metric = measurement.metric();
        if (!metric.informational(result.setup().harness())) {
            series.putIfAbsent(SeriesKey.of(result.benchmark(), metric), Values.of(measurement));
        }
    }
}
