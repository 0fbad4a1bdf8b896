package dev.plumbline.analysis.format.androidx;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.OneProcess;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.format.json.JsonSuite;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the {@code *-benchmarkData.json} of androidx.benchmark, of microbenchmarks and of macrobenchmarks. All iterations count
 * as one process: the file doesn't say which of them restarted the app. A metric's figure is the median of its runs.
 */
public final class AndroidxReader implements ResultReader {

    private static final JsonSuite SUITE = new JsonSuite("context", "benchmarks");

    private final JsonDocument json = JsonDocument.withBareNonNumbers();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> {
            Document document = new Document(new CheckedResults(limits, results));
            SUITE.read(cursor, limits, document::add);
            document.checked.requireSome("androidx.benchmark measured no benchmark: benchmarks is empty");
        });
    }

    /** One document while it is read. */
    private static final class Document {

        private final CheckedResults checked;
        private final ResultNotes notes = new ResultNotes();

        Document(CheckedResults checked) {
            this.checked = checked;
        }

        void add(JsonPart context, JsonPart benchmark) {
            notes.clear();
            List<MeasuredMetric> metrics = MeasuredMetric.of(benchmark);
            Mode mode = metrics.isEmpty() ? Mode.AVERAGE_TIME : metrics.get(0).mode();
            Measurement score = metrics.isEmpty()
                    ? OneProcess.in("ns/op").of(Metric.SCORE, Double.NaN)
                    : metrics.get(0).as(Metric.SCORE);
            if (!Double.isFinite(score.score())) {
                notes.add(NoteCode.NOT_MEASURED, "it has no metric with a value, so nothing was measured");
            }
            List<Measurement> others = new ArrayList<>();
            for (MeasuredMetric metric : metrics.subList(Math.min(1, metrics.size()), metrics.size())) {
                others.add(metric.as(metric.name().equals(Metric.SCORE) ? "metric:" + Metric.SCORE : metric.name()));
            }
            metrics.stream()
                    .filter(metric -> !metric.unit().known())
                    .forEach(metric -> notes.unknownUnit(metric.unit().symbol(), metric.name()));
            checked.add(
                    benchmark.place(),
                    new BenchmarkId(name(benchmark), params(benchmark), mode, 1),
                    Device.setup(context, benchmark),
                    score,
                    others,
                    notes);
        }

        private static String name(JsonPart benchmark) {
            String className = benchmark.of("className").text();
            String name = benchmark.of("name").text();
            String joined = className.isEmpty() || name.isEmpty() ? className + name : className + "." + name;
            return joined.isEmpty() ? "(no name)" : joined;
        }

        private static Map<String, String> params(JsonPart benchmark) {
            Map<String, String> params = new LinkedHashMap<>();
            benchmark.of("params").fields().forEach((name, value) -> params.put(name, value.text()));
            return params;
        }
    }
}
