package dev.plumbline.analysis.format.repeat;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Setup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a document says of each benchmark, in however many places: kept until its end, because the next repetition may stand anywhere.
 * The benchmarks are in the order in which they appear. Names and values together are kept up to {@value #MOST_BYTES} bytes.
 */
public final class Repetitions {

    private static final long MOST_BYTES = 128L << 20;

    /** What a benchmark or a metric takes besides its name. */
    private static final int OVERHEAD = 300;

    private final ReadLimits limits;
    private final Map<BenchmarkId, Repeated> benchmarks = new LinkedHashMap<>();
    private long bytes;

    public Repetitions(ReadLimits limits) {
        this.limits = limits;
    }

    /**
     * What is known of a benchmark so far.
     *
     * @param place where it is mentioned now
     * @param written how the document writes the whole name
     * @param setup how it was measured; what was said first is kept
     * @throws DocumentException when there are too many, or two names mean the same
     */
    public Repeated of(Place place, BenchmarkId benchmark, String written, Setup setup) {
        Repeated known = benchmarks.get(benchmark);
        if (known == null) {
            if (benchmarks.size() == limits.maxResults()) {
                throw new DocumentException(
                        ProblemCode.TOO_MANY_RESULTS,
                        "the document has more than " + limits.maxResults() + " results; upload it in parts",
                        place);
            }
            take(2L * written.length() + OVERHEAD, place);
            known = new Repeated(place, benchmark, written, setup, this);
            benchmarks.put(benchmark, known);
        } else if (!known.written().equals(written)) {
            throw new DocumentException(
                    ProblemCode.DUPLICATE_RESULT,
                    Place.printable(written) + " and " + Place.printable(known.written())
                            + " are the same benchmark with the same parameters; rename one of them",
                    place);
        }
        return known;
    }

    /** Whether something is known of a benchmark. */
    public boolean has(BenchmarkId benchmark) {
        return benchmarks.containsKey(benchmark);
    }

    /** All benchmarks, in the order in which they appeared. */
    public Collection<Repeated> all() {
        return benchmarks.values();
    }

    void takeMetric(String name, Place place) {
        take(2L * name.length() + OVERHEAD, place);
    }

    void takeValue(int count, Place place) {
        if (count >= limits.maxValues()) {
            throw new DocumentException(
                    ProblemCode.TOO_MANY_VALUES,
                    "a benchmark has more than " + limits.maxValues() + " samples; upload the document in parts",
                    place);
        }
        take(Double.BYTES, place);
    }

    private void take(long more, Place place) {
        bytes += more;
        if (bytes > MOST_BYTES) {
            throw new DocumentException(
                    ProblemCode.TOO_MANY_VALUES,
                    "the document has more than " + (MOST_BYTES >> 20)
                            + " MiB of names and samples; upload it in parts",
                    place);
        }
    }
}
