package dev.plumbline.collector.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One result of several launches with a fork each. */
final class MergedResult {

    private static final String PRIMARY = "primaryMetric";
    private static final String SECONDARY = "secondaryMetrics";

    /** A percentile of the benchmark itself; a sub-benchmark's has its name in front. */
    private static final Pattern PERCENTILE = Pattern.compile("p([01]\\.[0-9]+)");

    private MergedResult() {}

    /** The result with the forks of all of these, in their order; everything else is as in the first. */
    static ObjectNode of(List<ObjectNode> forks) {
        ObjectNode result = forks.get(0).deepCopy();
        result.put("forks", forks.size());
        ObjectNode primary =
                MergedMetric.of(forks.stream().map(fork -> fork.path(PRIMARY)).toList());
        result.set(PRIMARY, primary);
        result.set(SECONDARY, secondary(forks, primary));
        return result;
    }

    /** Only metrics that all forks have: otherwise it would be unclear which fork a value belongs to. */
    private static ObjectNode secondary(List<ObjectNode> forks, ObjectNode primary) {
        ObjectNode metrics = primary.objectNode();
        forks.get(0).path(SECONDARY).fieldNames().forEachRemaining(name -> {
            if (forks.stream().allMatch(fork -> fork.path(SECONDARY).hasNonNull(name))) {
                List<JsonNode> ofForks = forks.stream()
                        .map(fork -> fork.path(SECONDARY).path(name))
                        .toList();
                Matcher percentile = PERCENTILE.matcher(name);
                boolean ofSamples = primary.hasNonNull("rawDataHistogram") && percentile.matches();
                metrics.set(
                        name,
                        ofSamples
                                ? MergedMetric.percentile(
                                        ofForks, primary, 100 * Double.parseDouble(percentile.group(1)))
                                : MergedMetric.of(ofForks));
            }
        });
        return metrics;
    }
}
