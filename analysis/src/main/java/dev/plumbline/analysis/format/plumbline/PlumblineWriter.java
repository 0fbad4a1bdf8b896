package dev.plumbline.analysis.format.plumbline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes results in Plumbline's own form, values in their base units, so that {@link PlumblineReader} returns them as they
 * were: identity, harness with its settings, metrics with the values of each process. Notes and what only JMH records of a JVM
 * aren't part of the form.
 */
public final class PlumblineWriter implements Closeable {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    /**
     * Begins a document.
     *
     * @param out where to; closed with this
     * @param setup how all of its benchmarks were measured
     */
    public PlumblineWriter(OutputStream out, Setup setup) throws IOException {
        json = FACTORY.createGenerator(out);
        json.writeStartObject();
        json.writeNumberField("plumbline", PlumblineReader.VERSION);
        writeHarness(setup);
        json.writeArrayFieldStart("benchmarks");
    }

    private void writeHarness(Setup setup) throws IOException {
        SortedMap<String, String> settings = new TreeMap<>(setup.settings());
        json.writeObjectFieldStart("harness");
        String name = switch (setup.harness()) {
            case OTHER -> settings.remove(HarnessParser.NAME);
            default -> setup.harness().id();
        };
        if (name != null) {
            json.writeStringField("name", name);
        }
        if (!setup.harnessVersion().isEmpty()) {
            json.writeStringField("version", setup.harnessVersion());
        }
        writeTexts("settings", settings);
        json.writeEndObject();
    }

    /** Appends a result; one whose score is no number is written as failed. */
    public void add(BenchmarkResult result) throws IOException {
        if (result.primary().forkValues().length == 0) {
            fail(
                    result.benchmark(),
                    result.notes().isEmpty()
                            ? "the score is not known"
                            : result.notes().get(0).message());
            return;
        }
        begin(result.benchmark());
        json.writeArrayFieldStart("metrics");
        writeMetric(result.primary());
        for (Measurement measurement : result.secondary()) {
            if (measurement.forkValues().length > 0) {
                writeMetric(measurement);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Appends a benchmark that failed, with the reason. */
    public void fail(BenchmarkId benchmark, String reason) throws IOException {
        begin(benchmark);
        json.writeStringField("failed", reason);
        json.writeEndObject();
    }

    private void begin(BenchmarkId benchmark) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", benchmark.name());
        writeTexts("params", benchmark.params());
        json.writeStringField("mode", benchmark.mode().label());
        json.writeNumberField("threads", benchmark.threads());
    }

    private void writeTexts(String field, Map<String, String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private void writeMetric(Measurement measurement) throws IOException {
        Unit unit = measurement.metric().unit();
        json.writeStartObject();
        if (!measurement.metric().isScore()) {
            json.writeStringField("name", measurement.metric().name());
        }
        json.writeStringField("unit", unit.base());
        Direction direction = unit.direction();
        Metric told = Metric.reported(measurement.metric().name(), Unit.of(unit.base()));
        if (direction != told.unit().direction()) {
            json.writeStringField(
                    "direction", direction.known() ? direction.label() : PlumblineMetricParser.NO_DIRECTION);
        }
        writeValues(measurement);
        json.writeEndObject();
    }

    private void writeValues(Measurement measurement) throws IOException {
        double[] values = measurement.forkValues();
        boolean single =
                values.length == 1 && measurement.forks().stream().allMatch(fork -> fork.iterations().length == 0);
        boolean error = Double.isFinite(measurement.scoreError());
        if (single && (error || !measurement.metric().unit().family().mayRepeat())) {
            json.writeNumberField("mean", values[0]);
            if (error) {
                json.writeNumberField("error", measurement.scoreError());
            }
        } else if (single) {
            json.writeNumberField("exact", values[0]);
        } else {
            json.writeArrayFieldStart("processes");
            for (Fork fork : measurement.forks()) {
                if (Double.isFinite(fork.value())) {
                    writeProcess(fork);
                }
            }
            json.writeEndArray();
        }
    }

    private void writeProcess(Fork fork) throws IOException {
        double[] samples = fork.iterations();
        if (samples.length == 0) {
            json.writeNumber(fork.value());
        } else if (ProcessValues.mean(samples) == fork.value()) {
            json.writeArray(samples, 0, samples.length);
        } else {
            json.writeStartObject();
            json.writeNumberField("value", fork.value());
            json.writeFieldName("samples");
            json.writeArray(samples, 0, samples.length);
            json.writeEndObject();
        }
    }

    /** Ends the document and closes what it was written to. */
    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
