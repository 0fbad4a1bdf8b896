package dev.plumbline.server.ingest;

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
import dev.plumbline.server.database.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is kept of a document besides itself. Iterations are dropped while reading, so that a few numbers for
 * each metric are all that stays in memory.
 *
 * @param format the format that it has
 * @param results the number of results
 * @param rows the points, in the document's order
 * @param failed the benchmarks whose score is no finite number, by identity
 * @param harness what the first result says about its JVM and harness, by field
 * @param notes what the reader noted, the first {@value #MOST_NOTES}
 * @param setup how the benchmarks were measured, by the first {@value #SETUP_KEY_DIGITS} digits of their identity
 * @param findings the audit's findings about the measurement, worst first
 */
record ParsedDocument(
        ResultFormat format,
        int results,
        List<Row> rows,
        Map<String, BenchmarkId> failed,
        Map<String, String> harness,
        List<BenchmarkResult.Note> notes,
        RunSetup setup,
        List<Finding> findings) {

    private static final int MOST_NOTES = 200;
    /** Enough to tell a run's benchmarks apart; a stored run has one for each benchmark that is set up in its own way. */
    private static final int SETUP_KEY_DIGITS = 16;

    private static final int BUFFER = 1 << 16;

    /**
     * A point to be stored.
     *
     * @param benchmark whose
     * @param identity what its benchmark is recognised by: the SHA-256 of its key, as 64 hexadecimal digits
     * @param metric of which metric
     * @param forks the finite fork values, at least one
     * @param iterations measured iterations of all forks together
     */
    record Row(BenchmarkId benchmark, String identity, Metric metric, double[] forks, int iterations) {

        /** What set-ups have its benchmark under. */
        String key() {
            return identity.substring(0, SETUP_KEY_DIGITS);
        }

        /** The mean over the forks. */
        double value() {
            double sum = 0;
            for (double fork : forks) {
                sum += fork;
            }
            return sum / forks.length;
        }
    }

    /**
     * Reads a document, plain or gzip.
     *
     * @param stated the format that it is said to have; empty: the one that its content shows
     * @throws dev.plumbline.analysis.format.document.DocumentException when the document is rejected
     * @throws dev.plumbline.server.database.StoreException {@code too-many-points}
     */
    static ParsedDocument read(Path document, Optional<ResultFormat> stated, ReadLimits limits, PointLimits points)
            throws IOException {
        Gathering gathering = new Gathering(points);
        ResultFormat format;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(document), BUFFER)) {
            format = ResultFormat.read(stated, in, limits, gathering::add);
        }
        return new ParsedDocument(
                format,
                gathering.results,
                gathering.rows,
                gathering.failed,
                gathering.harness,
                gathering.notes,
                gathering.setup.setup(),
                gathering.audit.findings());
    }

    /** The harness of the document, which is that of its first benchmark. */
    Harness measuredBy() {
        return setup.setups().get(0).harness();
    }

    /** What set-ups have the document's benchmarks under. */
    Set<String> keys() {
        return rows.stream().map(Row::key).collect(Collectors.toSet());
    }

    /** What has been read so far. */
    private static final class Gathering {

        private final PointLimits limits;
        private final List<Row> rows = new ArrayList<>();
        private final Map<String, BenchmarkId> failed = new TreeMap<>();
        private final List<BenchmarkResult.Note> notes = new ArrayList<>();
        private final Map<String, String> harness = new TreeMap<>();
        private final RunSetup.Gathering setup = new RunSetup.Gathering();
        private final Audit audit = new Audit();
        private final MessageDigest sha256 = Sha256.digest();
        private int results;

        Gathering(PointLimits limits) {
            this.limits = limits;
        }

        void add(BenchmarkResult result) {
            if (results++ == 0) {
                harness.put("jvm", result.setup().vmName());
                harness.put("vmVersion", result.setup().vmVersion());
                harness.put("jdk", result.setup().jdkVersion());
                harness.put(result.setup().harness().id(), result.setup().harnessVersion());
                harness.values().removeIf(String::isEmpty);
            }
            String identity = identity(result.benchmark());
            setup.add(identity.substring(0, SETUP_KEY_DIGITS), result.setup());
            audit.add(result);
            for (BenchmarkResult.Note note : result.notes()) {
                remark(note);
            }
            add(result, identity, result.primary());
            for (Measurement measurement : result.secondary()) {
                add(result, identity, measurement);
            }
        }

        private String identity(BenchmarkId benchmark) {
            return HexFormat.of().formatHex(sha256.digest(benchmark.key().getBytes(StandardCharsets.UTF_8)));
        }

        private void add(BenchmarkResult result, String identity, Measurement measurement) {
            double[] forks = measurement.forkValues();
            if (forks.length == 0) {
                if (measurement.metric().isScore()) {
                    failed.put(identity, result.benchmark());
                }
                remark(new BenchmarkResult.Note(
                        "no-number",
                        "result " + result.number() + " (" + result.benchmark().name() + "): "
                                + measurement.metric().name() + " has no finite value, so no point was stored"));
                return;
            }
            int iterations = 0;
            for (Fork fork : measurement.forks()) {
                iterations += fork.iterations().length;
            }
            Row row = new Row(result.benchmark(), identity, measurement.metric(), forks, iterations);
            PointLimits.requireIndexable(result.number(), row);
            rows.add(row);
            limits.requirePoints(rows.size());
        }

        private void remark(BenchmarkResult.Note note) {
            if (notes.size() < MOST_NOTES && !notes.contains(note)) {
                notes.add(note);
            }
        }
    }
}
