package dev.plumbline.collector.jmh;

import dev.plumbline.collector.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One result of several launches with a fork each. */
final class MergedResult {

    private static final String PRIMARY = "primaryMetric";
    private static final String SECONDARY = "secondaryMetrics";

    /** A percentile of the benchmark itself; a sub-benchmark's has its name in front. */
    private static final Pattern PERCENTILE = Pattern.compile("p([01]\\.[0-9]+)");

    private MergedResult() {}

    /** The result with the forks of all of these, in their order; what else it says is as in the first. */
    static JsonObject of(List<JsonObject> forks) {
        JsonObject first = forks.get(0);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(first.fields());
        fields.put("forks", forks.size());
        JsonObject primary =
                MergedMetric.of(forks.stream().map(fork -> fork.object(PRIMARY)).toList());
        fields.put(PRIMARY, primary);
        fields.put(SECONDARY, secondary(forks, primary));
        return new JsonObject(fields);
    }

    /** What all forks have: a metric that one of them lacks could not be told fork from fork. */
    private static JsonObject secondary(List<JsonObject> forks, JsonObject primary) {
        Map<String, @Nullable Object> metrics = new LinkedHashMap<>();
        for (String name : forks.get(0).object(SECONDARY).fields().keySet()) {
            if (forks.stream().allMatch(fork -> fork.object(SECONDARY).has(name))) {
                List<JsonObject> ofForks = forks.stream()
                        .map(fork -> fork.object(SECONDARY).object(name))
                        .toList();
                Matcher percentile = PERCENTILE.matcher(name);
                boolean ofSamples = primary.has("rawDataHistogram") && percentile.matches();
                metrics.put(
                        name,
                        ofSamples
                                ? MergedMetric.percentile(
                                        ofForks, primary, 100 * Double.parseDouble(percentile.group(1)))
                                : MergedMetric.of(ofForks));
            }
        }
        return new JsonObject(metrics);
    }
}
