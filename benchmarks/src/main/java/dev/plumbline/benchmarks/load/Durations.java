package dev.plumbline.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measured durations, and their percentiles by the nearest rank. */
record Durations(List<Long> nanos) {
    private static final double NANOS_PER_MILLI = 1e6;

    Durations {
        nanos = nanos.stream().sorted().toList();
    }

    /** The smallest duration that at least this share of all are not longer than, in milliseconds. */
    double percentile(double share) {
        int rank = (int) Math.ceil(share * nanos.size());
        return nanos.get(Math.max(rank, 1) - 1) / NANOS_PER_MILLI;
    }

    /** The 50th, 95th percentile and the longest. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "n = %d, p50 %.0f ms, p95 %.0f ms, longest %.0f ms",
                nanos.size(),
                percentile(0.5),
                percentile(0.95),
                percentile(1));
    }

    /** One duration after the other. */
    static Durations of(long[] nanos) {
        return new Durations(Arrays.stream(nanos).boxed().toList());
    }
}
