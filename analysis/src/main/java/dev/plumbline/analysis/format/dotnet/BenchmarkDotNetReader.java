package dev.plumbline.analysis.format.dotnet;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.OneProcess;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.format.json.JsonSuite;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the JSON of BenchmarkDotNet, full or brief. A fork is a launch. The score is the mean of the result iterations, of which
 * BenchmarkDotNet has taken the overhead and, by default, the outliers; a brief report has them without the launches, so that
 * they count as one.
 */
public final class BenchmarkDotNetReader implements ResultReader {

    private static final JsonSuite SUITE = new JsonSuite("HostEnvironmentInfo", "Benchmarks");
    private static final OneProcess TIME = OneProcess.in("ns/op");

    private final JsonDocument json = JsonDocument.withBareNonNumbers();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> {
            Document document = new Document(new CheckedResults(limits, results));
            SUITE.read(cursor, limits, document::add);
            document.checked.requireSome("BenchmarkDotNet measured no benchmark: Benchmarks is empty");
        });
    }

    /** One document while it is read. */
    private static final class Document {

        private final CheckedResults checked;
        private final BenchmarkNames names = new BenchmarkNames();
        private final ResultNotes notes = new ResultNotes();

        Document(CheckedResults checked) {
            this.checked = checked;
        }

        void add(JsonPart host, JsonPart benchmark) {
            notes.clear();
            Measurement score = score(benchmark);
            List<Measurement> others = DiagnosedMetrics.of(benchmark);
            checked.add(
                    benchmark.place(),
                    names.of(benchmark),
                    HostEnvironment.setup(host, benchmark),
                    score,
                    others,
                    notes);
        }

        private Measurement score(JsonPart benchmark) {
            JsonPart statistics = benchmark.of("Statistics");
            double mean = statistics.of("Mean").number();
            double margin = statistics.of("ConfidenceInterval").of("Margin").number();
            if (!Double.isFinite(mean)) {
                notes.add(NoteCode.NOT_MEASURED, "it has no statistics: BenchmarkDotNet could not measure it");
                return TIME.of(Metric.SCORE, Double.NaN);
            }
            List<Fork> launches = DotnetLaunches.of(benchmark.of("Measurements"), TIME);
            if (!launches.isEmpty()) {
                return TIME.of(Metric.SCORE, mean, margin, launches);
            }
            double[] values = statistics.of("OriginalValues").numbers();
            if (values.length == 0) {
                notes.addToAll(
                        NoteCode.MEAN_ONLY,
                        "the document has the mean and no iterations; give the report of JsonExporter.Full"
                                + " (*-report-full.json)");
            } else {
                notes.addToAll(
                        NoteCode.FORKS_UNKNOWN,
                        "a brief report doesn't say which launch an iteration is of, so they count as one launch; give the"
                                + " report of JsonExporter.Full (*-report-full.json)");
            }
            return TIME.of(Metric.SCORE, mean, margin, values);
        }
    }
}
