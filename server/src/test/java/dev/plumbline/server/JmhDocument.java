package dev.plumbline.server;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;

/** JMH result files for tests, in the form that JMH 1.37 writes. */
final class JmhDocument {

    private JmhDocument() {}

    /** A file with one benchmark in average-time mode, a fork for each value, three equal iterations each. */
    static String of(String benchmark, double... forks) {
        return new JsonArray().add(result(benchmark, forks)).encode();
    }

    /** A file with several benchmarks of three forks around the same value. */
    static String suite(int benchmarks, double value) {
        JsonArray results = new JsonArray();
        for (int i = 0; i < benchmarks; i++) {
            results.add(result("com.acme.Suite.benchmark" + i, value, value * 1.01, value * 0.99));
        }
        return results.encode();
    }

    /** One result. */
    static JsonObject result(String benchmark, double... forks) {
        JsonArray raw = new JsonArray();
        for (double fork : forks) {
            raw.add(new JsonArray().add(fork).add(fork).add(fork));
        }
        double mean = Arrays.stream(forks).average().orElseThrow();
        return new JsonObject()
                .put("jmhVersion", "1.37")
                .put("benchmark", benchmark)
                .put("mode", "avgt")
                .put("threads", 1)
                .put("forks", forks.length)
                .put("jvm", "/usr/bin/java")
                .put("jvmArgs", new JsonArray())
                .put("jdkVersion", "25")
                .put("vmName", "OpenJDK 64-Bit Server VM")
                .put("vmVersion", "25+36")
                .put("warmupIterations", 3)
                .put("warmupTime", "1 s")
                .put("warmupBatchSize", 1)
                .put("measurementIterations", 3)
                .put("measurementTime", "1 s")
                .put("measurementBatchSize", 1)
                .put(
                        "primaryMetric",
                        new JsonObject()
                                .put("score", mean)
                                .put("scoreError", "NaN")
                                .put(
                                        "scoreConfidence",
                                        new JsonArray().add("NaN").add("NaN"))
                                .put("scorePercentiles", new JsonObject().put("0.0", mean))
                                .put("scoreUnit", "us/op")
                                .put("rawData", raw))
                .put("secondaryMetrics", new JsonObject());
    }
}
