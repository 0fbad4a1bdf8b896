package dev.plumbline.collector.compare;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.threshold.NamePattern;
import dev.plumbline.collector.command.UsageException;
import java.util.List;

/**
 * The directions that the user gives, for metrics whose unit doesn't say it or says it wrongly. They take precedence over rules.
 *
 * @param higher patterns for the names of metrics of which more is better
 * @param lower patterns for the names of metrics of which less is better
 */
record GivenDirections(List<NamePattern> higher, List<NamePattern> lower) {

    /** Nothing is given. */
    static final GivenDirections NONE = new GivenDirections(List.of(), List.of());

    GivenDirections {
        higher = List.copyOf(higher);
        lower = List.copyOf(lower);
    }

    /** The directions by the patterns that the options have. */
    static GivenDirections of(List<String> higher, List<String> lower) {
        return new GivenDirections(patterns(higher), patterns(lower));
    }

    /** The metric with its given direction; the same metric if none is given. */
    Metric of(Metric metric) {
        boolean more = matches(higher, metric);
        boolean less = matches(lower, metric);
        if (more && less) {
            throw new UsageException("--higher-is-better and --lower-is-better both match " + metric.name()
                    + "; make one of the patterns narrower");
        }
        if (more) {
            return metric.with(Direction.HIGHER_IS_BETTER);
        }
        return less ? metric.with(Direction.LOWER_IS_BETTER) : metric;
    }

    private static boolean matches(List<NamePattern> patterns, Metric metric) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(metric.name()));
    }

    private static List<NamePattern> patterns(List<String> texts) {
        return texts.stream().map(NamePattern::new).toList();
    }
}
