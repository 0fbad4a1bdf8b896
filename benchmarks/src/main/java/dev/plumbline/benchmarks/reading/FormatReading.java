package dev.plumbline.benchmarks.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The CPU time of each reader whose files become large, beside that of the least that any reader must do with the same bytes: to
 * walk over the tokens of JSON, or over lines. Both alternate, and the fastest of the rounds counts, since everything that
 * disturbs a round makes it longer. Prints a table in Markdown.
 */
public final class FormatReading {

    private static final int WARM_UP = 4;
    private static final int ROUNDS = 8;
    private static final double MEGABYTE = 1e6;
    private static final double SECOND = 1e9;

    private final JsonFactory jackson = new JsonFactory();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private FormatReading() {}

    /** Work that is timed. */
    private interface Work {
        int run() throws IOException;
    }

    /** Measures all formats, without arguments. */
    public static void main(String[] arguments) throws IOException {
        FormatReading reading = new FormatReading();
        System.out.println("| format | size | results | reader | bare parse | reader / bare parse |");
        System.out.println("|---|---|---|---|---|---|");
        for (LargeFile document : List.of(
                LargeFile.jmh(),
                LargeFile.criterion(),
                LargeFile.googleBenchmark(),
                LargeFile.gungraun(),
                LargeFile.pytest(),
                LargeFile.tokioConsole(),
                LargeFile.callgrind())) {
            System.out.println(reading.row(document));
        }
    }

    private String row(LargeFile document) throws IOException {
        double reader = Double.POSITIVE_INFINITY;
        double bare = Double.POSITIVE_INFINITY;
        int results = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            AtomicInteger count = new AtomicInteger();
            double read = seconds(() -> read(document, count));
            double parsed = seconds(() -> document.json() ? tokens(document.bare()) : lines(document.bare()));
            results = count.get();
            if (round >= WARM_UP) {
                reader = Math.min(reader, read);
                bare = Math.min(bare, parsed);
            }
        }
        double megabytes = document.bytes().length / MEGABYTE;
        return String.format(
                Locale.ROOT,
                "| `%s` | %.1f MB | %,d | %.0f MB/s | %.0f MB/s | %.1f |",
                document.format().id(),
                megabytes,
                results,
                megabytes / reader,
                megabytes / bare,
                reader / bare);
    }

    private double seconds(Work work) throws IOException {
        long before = threads.getCurrentThreadCpuTime();
        if (work.run() <= 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (threads.getCurrentThreadCpuTime() - before) / SECOND;
    }

    private static int read(LargeFile document, AtomicInteger results) throws IOException {
        document.format()
                .reader()
                .read(
                        new ByteArrayInputStream(document.bytes()),
                        ReadLimits.defaults(),
                        (BenchmarkResult result) -> results.incrementAndGet());
        return results.get();
    }

    private int tokens(byte[] json) throws IOException {
        int tokens = 0;
        try (JsonParser parser = jackson.createParser(new ByteArrayInputStream(json))) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    private static int lines(byte[] text) throws IOException {
        int characters = 0;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                characters += line.length();
            }
        }
        return characters;
    }
}
