package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * E6: every real result file is read whole, or refused with place and reason; and the scores and errors that JMH computed
 * follow from the iterations that were read.
 */
final class ImportedFiles {

    /** JMH's error is half the width of the 99.9 % interval of Student's t. */
    private static final double ERROR_QUANTILE = 1 - (1 - 0.999) / 2;

    private final StudentT studentT = new StudentT();
    private int results;
    private int scores;
    private double scoreDeviation;
    private int errors;
    private double errorDeviation;

    private ImportedFiles() {}

    /** The table of the folders named {@code jmh…} beside {@code folder}'s own; one row where there is none. */
    static Table table(Path folder) throws IOException {
        Table table = new Table(
                "E6 Real result files",
                "folder",
                "files",
                "read whole",
                "results",
                "scores recomputed",
                "largest deviation",
                "errors recomputed",
                "largest deviation",
                "refused");
        List<Path> folders = folders(folder.toAbsolutePath().normalize().resolveSibling("samples"));
        for (Path one : folders) {
            row(table, one);
        }
        if (folders.isEmpty()) {
            table.row("no folder samples/jmh… beside " + folder.getFileName(), "0", "", "", "", "", "", "", "");
        }
        return table;
    }

    private static void row(Table table, Path folder) throws IOException {
        ImportedFiles imported = new ImportedFiles();
        List<String> refusals = new ArrayList<>();
        List<Path> files = files(folder);
        for (Path file : files) {
            try {
                imported.read(file);
            } catch (DocumentException refusal) {
                refusals.add("%s line %d, column %d: %s"
                        .formatted(file.getFileName(), refusal.line(), refusal.column(), refusal.code()));
            }
        }
        table.row(
                folder.getFileName().toString(),
                String.valueOf(files.size()),
                String.valueOf(files.size() - refusals.size()),
                String.valueOf(imported.results),
                String.valueOf(imported.scores),
                String.format(Locale.ROOT, "%.0e", imported.scoreDeviation),
                String.valueOf(imported.errors),
                String.format(Locale.ROOT, "%.0e", imported.errorDeviation),
                refusals.isEmpty() ? "none" : String.join("; ", refusals));
    }

    private static List<Path> folders(Path samples) throws IOException {
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> below = Files.list(samples)) {
            return below.filter(Files::isDirectory)
                    .filter(path -> path.getFileName().toString().startsWith("jmh"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile)
                    .filter(path ->
                            path.toString().endsWith(".json") || path.toString().endsWith(".json.gz"))
                    .sorted()
                    .toList();
        }
    }

    private void read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ResultFormat.JMH_JSON.reader().read(in, ReadLimits.defaults(), this::check);
        }
    }

    /** Histograms give no iterations: their figures follow from their samples, which the reader's own tests hold. */
    private void check(BenchmarkResult result) {
        results++;
        Measurement primary = result.primary();
        double[] iterations = primary.forks().stream()
                .flatMapToDouble(fork -> Arrays.stream(fork.iterations()))
                .toArray();
        if (iterations.length == 0) {
            return;
        }
        Sample sample = Sample.of(iterations);
        scores++;
        scoreDeviation = Math.max(scoreDeviation, deviation(sample.mean(), primary.score()));
        if (iterations.length > 2 && !Double.isNaN(primary.scoreError())) {
            double error = studentT.quantile(ERROR_QUANTILE, sample.degreesOfFreedom())
                    * Math.sqrt(sample.variance() / sample.size());
            errors++;
            errorDeviation = Math.max(errorDeviation, deviation(error, primary.scoreError()));
        }
    }

    private static double deviation(double computed, double written) {
        double size = Math.max(Math.abs(computed), Math.abs(written));
        return size == 0 ? 0 : Math.abs(computed - written) / size;
    }
}
