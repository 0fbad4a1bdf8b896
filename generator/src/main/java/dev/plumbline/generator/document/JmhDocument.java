package dev.plumbline.generator.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.generator.history.Chance;
import dev.plumbline.generator.history.GeneratedRun;
import dev.plumbline.generator.suite.Benchmark;
import dev.plumbline.generator.suite.MeasuredQuantity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The results of a run as JMH 1.37 writes them with {@code -rf json}. */
public final class JmhDocument {

    private static final JsonFactory JSON = new JsonFactory();

    private final GeneratedRun run;
    private final RunSamples samples;
    private final int forks;
    private final int iterations;

    /** Documents of a run. */
    public JmhDocument(GeneratedRun run, Chance chance, int forks, int iterations) {
        this.run = run;
        this.samples = new RunSamples(run, chance, forks, iterations);
        this.forks = forks;
        this.iterations = iterations;
    }

    /** The document with those of some benchmarks that the run has, UTF-8. */
    public byte[] bytes(List<Benchmark> benchmarks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (Benchmark benchmark : benchmarks) {
                if (run.code().has(benchmark)) {
                    result(json, benchmark);
                }
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void result(JsonGenerator json, Benchmark benchmark) throws IOException {
        json.writeStartObject();
        json.writeStringField("jmhVersion", "1.37");
        json.writeStringField("benchmark", run.code().className(benchmark) + "." + benchmark.method());
        json.writeStringField("mode", benchmark.mode().label());
        json.writeNumberField("threads", 1);
        json.writeNumberField("forks", forks);
        json.writeStringField("jvm", "/usr/lib/jvm/temurin-21-jdk/bin/java");
        json.writeArrayFieldStart("jvmArgs");
        json.writeEndArray();
        json.writeStringField("jdkVersion", "21.0.8");
        json.writeStringField("vmName", "OpenJDK 64-Bit Server VM");
        json.writeStringField("vmVersion", "21.0.8+9-LTS");
        json.writeNumberField("warmupIterations", 5);
        json.writeStringField("warmupTime", "1 s");
        json.writeNumberField("warmupBatchSize", 1);
        json.writeNumberField("measurementIterations", iterations);
        json.writeStringField("measurementTime", "1 s");
        json.writeNumberField("measurementBatchSize", 1);
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, String> parameter : benchmark.parameters().entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        json.writeFieldName("primaryMetric");
        metric(json, benchmark, MeasuredQuantity.TIME, benchmark.mode().unit());
        json.writeObjectFieldStart("secondaryMetrics");
        for (MeasuredQuantity quantity : MeasuredQuantity.values()) {
            if (!quantity.label().isEmpty()) {
                json.writeFieldName(quantity.label());
                metric(json, benchmark, quantity, quantity.unit());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void metric(JsonGenerator json, Benchmark benchmark, MeasuredQuantity quantity, String unit)
            throws IOException {
        double[][] raw = samples.of(benchmark, quantity);
        Summary summary = Summary.of(raw);
        json.writeStartObject();
        json.writeNumberField("score", summary.mean());
        json.writeNumberField("scoreError", summary.error());
        json.writeArrayFieldStart("scoreConfidence");
        json.writeNumber(summary.mean() - summary.error());
        json.writeNumber(summary.mean() + summary.error());
        json.writeEndArray();
        json.writeObjectFieldStart("scorePercentiles");
        json.writeNumberField("0.0", summary.least());
        json.writeNumberField("50.0", summary.median());
        json.writeNumberField("100.0", summary.most());
        json.writeEndObject();
        json.writeStringField("scoreUnit", unit);
        json.writeArrayFieldStart("rawData");
        for (double[] fork : raw) {
            json.writeArray(fork, 0, fork.length);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
