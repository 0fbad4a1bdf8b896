package dev.plumbline.server.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which benchmarks are listed, and in which order.
 *
 * @param metric the metric; the primary score if the environment doesn't have it
 * @param search words that describe them, see {@link BenchmarkSearch}; empty: all
 * @param verdict the outcome in the latest run, or {@link #WITHOUT_VERDICT}; empty: any
 * @param order the order
 */
public record BenchmarkFilter(String metric, String search, String verdict, Order order) {

    /** The word for those without a verdict in the latest run. */
    public static final String WITHOUT_VERDICT = "none";

    /** What comes first. */
    public enum Order {
        /** By class, method and parameters. */
        NAME,
        /** The largest change against the baseline. */
        CHANGE,
        /** The noisiest. */
        NOISE,
        /** What shifted last. */
        LAST_CHANGE;

        /** Lower case with hyphens, as addresses have it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The order of a label; empty for any other text. */
        public static Optional<Order> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(order -> order.label().equals(label))
                    .findFirst();
        }
    }
}
