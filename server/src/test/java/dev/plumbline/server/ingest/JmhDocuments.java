package dev.plumbline.server.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small JMH documents, built result by result. */
public final class JmhDocuments {

    private final List<String> results = new ArrayList<>();
    private String arguments = "";

    /** The JVM of the following results has this argument. */
    public JmhDocuments jvmArgument(String argument) {
        arguments = '"' + argument + '"';
        return this;
    }

    /** Adds a result in average-time mode with one iteration for each fork, in ns/op. */
    public JmhDocuments with(String benchmark, double... forks) {
        return with(benchmark, "ns/op", forks);
    }

    /** Adds a result in average-time mode with one iteration for each fork. */
    public JmhDocuments with(String benchmark, String unit, double... forks) {
        StringBuilder raw = new StringBuilder();
        double sum = 0;
        for (double fork : forks) {
            raw.append(raw.isEmpty() ? "" : ",").append('[').append(fork).append(']');
            sum += fork;
        }
        results.add(String.format(Locale.ROOT, """
                {"jmhVersion":"1.37","benchmark":"%s","mode":"avgt","threads":1,"forks":%d,"jvm":"/jdk/bin/java",
                 "jvmArgs":[%s],"jdkVersion":"25","vmName":"OpenJDK 64-Bit Server VM","vmVersion":"25+36",
                 "warmupIterations":3,"warmupTime":"1 s","warmupBatchSize":1,"measurementIterations":1,
                 "measurementTime":"1 s","measurementBatchSize":1,
                 "primaryMetric":{"score":%s,"scoreError":"NaN","scoreConfidence":["NaN","NaN"],
                   "scorePercentiles":{},"scoreUnit":"%s","rawData":[%s]},
                 "secondaryMetrics":{}}""", benchmark, forks.length, arguments, sum / forks.length, unit, raw));
        return this;
    }

    /** The document. */
    public String json() {
        return "[" + String.join(",\n", results) + "]";
    }
}
