package dev.plumbline.analysis.format.repeat;

import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Setup;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One benchmark with all that a document says of it. */
public final class Repeated {

    private static final int MOST_REMARKS = 3;

    private final Place place;
    private final BenchmarkId benchmark;
    private final String written;
    private final Setup setup;
    private final Repetitions all;
    private final Map<String, Values> metrics = new LinkedHashMap<>();
    private final Set<String> remarks = new TreeSet<>();
    private Optional<String> failure = Optional.empty();

    Repeated(Place place, BenchmarkId benchmark, String written, Setup setup, Repetitions all) {
        this.place = place;
        this.benchmark = benchmark;
        this.written = written;
        this.setup = setup;
        this.all = all;
    }

    /** The values of a metric, in the document's order. */
    private static final class Values {
        private double[] values = new double[4];
        private int size;
    }

    /** Adds a value of a metric. */
    public void add(String metric, double value, Place here) {
        Values values = metrics.get(metric);
        if (values == null) {
            all.takeMetric(metric, here);
            values = new Values();
            metrics.put(metric, values);
        }
        all.takeValue(values.size, here);
        if (values.size == values.values.length) {
            values.values = Arrays.copyOf(values.values, 2 * values.size);
        }
        values.values[values.size++] = value;
    }

    /** Says that the benchmark failed; what was said first is kept. */
    public void fail(String sentence) {
        failure = failure.or(() -> Optional.of(sentence));
    }

    /** Remembers something to be noted, the first few. */
    public void remark(String text) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(text);
        }
    }

    /** Where it appeared first. */
    public Place place() {
        return place;
    }

    public BenchmarkId benchmark() {
        return benchmark;
    }

    /** The whole name as the document writes it. */
    public String written() {
        return written;
    }

    public Setup setup() {
        return setup;
    }

    /** Why it has no score; empty if it didn't fail. */
    public Optional<String> failure() {
        return failure;
    }

    /** What is to be noted. */
    public Set<String> remarks() {
        return Set.copyOf(remarks);
    }

    /** The names of its metrics, in the order in which they appeared. */
    public Set<String> metrics() {
        return metrics.keySet();
    }

    /** The values of a metric, in the document's order; empty if it has none. */
    public double[] values(String metric) {
        Values values = metrics.get(metric);
        return values == null ? new double[0] : Arrays.copyOf(values.values, values.size);
    }
}
