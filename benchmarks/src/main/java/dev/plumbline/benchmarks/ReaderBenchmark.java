package dev.plumbline.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The JMH reader against the least that any reader on Jackson must do: walk over the tokens of the same bytes. The second
 * reference also converts every number, which a reader needs and a walk does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReaderBenchmark {
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final JsonFactory jackson = new JsonFactory();
    private byte[] document = {};

    /** What was read, as megabytes (10⁶ bytes) for each second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        /** Megabytes since the iteration began. */
        public double megabytes;

        /** Begins an iteration. */
        @Setup(Level.Iteration)
        public void reset() {
            megabytes = 0;
        }
    }

    /** Makes the file: 500 results of five metrics, 3 forks, 5 iterations. */
    @Setup
    public void makeDocument() {
        document = new SyntheticDocument(500, 3, 5, SyntheticDocument.MOST_SECONDARY_METRICS).bytes(1);
    }

    /** The whole reader: names, parameters, units, forks, limits and the check for duplicates. */
    @Benchmark
    public void reader(Blackhole blackhole, Volume volume) throws IOException {
        ResultFormat.JMH_JSON
                .reader()
                .read(new ByteArrayInputStream(document), ReadLimits.defaults(), blackhole::consume);
        volume.megabytes += document.length / BYTES_PER_MEGABYTE;
    }

    /** The reference: every token, none looked at. */
    @Benchmark
    public int tokens(Volume volume) throws IOException {
        int tokens = 0;
        try (JsonParser parser = jackson.createParser(new ByteArrayInputStream(document))) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        volume.megabytes += document.length / BYTES_PER_MEGABYTE;
        return tokens;
    }

    /** Every token, and every number as a double. */
    @Benchmark
    public double tokensWithNumbers(Volume volume) throws IOException {
        double sum = 0;
        try (JsonParser parser = jackson.createParser(new ByteArrayInputStream(document))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    sum += parser.getDoubleValue();
                }
            }
        }
        volume.megabytes += document.length / BYTES_PER_MEGABYTE;
        return sum;
    }
}
