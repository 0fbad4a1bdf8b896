package dev.plumbline.analysis.format.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** A long document made while it is read: the same bytes every time, and none kept. */
final class GeneratedDocument extends InputStream {

    private final long length;
    private long made;
    private int results;
    private boolean closed;
    private byte[] part = "[".getBytes(StandardCharsets.UTF_8);
    private int read;

    /** A document that ends with the first result at or past a length in bytes. */
    GeneratedDocument(long length) {
        this.length = length;
    }

    /** The results made so far. */
    int results() {
        return results;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        if (read == part.length) {
            if (closed) {
                return -1;
            }
            closed = made >= length;
            part = (closed ? "]" : result()).getBytes(StandardCharsets.UTF_8);
            made += part.length;
            read = 0;
        }
        int copied = Math.min(count, part.length - read);
        System.arraycopy(part, read, target, offset, copied);
        read += copied;
        return copied;
    }

    private String result() {
        SplittableRandom random = new SplittableRandom(results++);
        ResultText text = ResultText.result()
                .with("benchmark", "\"com.acme.Generated.benchmark" + results + "\"")
                .with("params", "{\"size\": \"" + results + "\"}");
        if (results % 10 == 0) {
            text.with("mode", "\"sample\"").with("primaryMetric", histogram(random));
        } else {
            text.with("primaryMetric", ResultText.metric("5.0", "us/op", iterations(random)));
        }
        text.secondary("gc.alloc.rate.norm", ResultText.metric("5.0", "B/op", iterations(random)));
        return (results == 1 ? "" : ",\n") + text.json();
    }

    private static String iterations(SplittableRandom random) {
        StringBuilder forks = new StringBuilder("[");
        for (int fork = 0; fork < 3; fork++) {
            forks.append(fork == 0 ? "[" : ",[");
            for (int iteration = 0; iteration < 20; iteration++) {
                forks.append(iteration == 0 ? "\n        " : ",\n        ").append(random.nextDouble());
            }
            forks.append(']');
        }
        return forks.append(']').toString();
    }

    private static String histogram(SplittableRandom random) {
        StringBuilder entries = new StringBuilder();
        double value = 0;
        for (int entry = 0; entry < 2_000; entry++) {
            value += random.nextDouble();
            entries.append(entry == 0 ? "[" : ",\n        [")
                    .append(value)
                    .append(", ")
                    .append(1 + random.nextInt(1_000))
                    .append(']');
        }
        return "{\"score\": 5.0, \"scoreError\": 0.1, \"scoreUnit\": \"us/op\", \"rawDataHistogram\": [[[" + entries
                + "]]]}";
    }
}
