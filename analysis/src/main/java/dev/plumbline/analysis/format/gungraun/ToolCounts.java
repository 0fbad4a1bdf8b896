package dev.plumbline.analysis.format.gungraun;

import dev.plumbline.analysis.format.valgrind.CountedEvent;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tools of one benchmark counted. Callgrind's events keep their names, those of other tools have the tool before
 * them: {@code DHAT:TotalBytes}.
 */
final class ToolCounts {

    private static final String CALLGRIND = "Callgrind";

    /** In this order the score is looked for. */
    private static final List<String> SCORES =
            List.of(CountedEvent.INSTRUCTIONS, "Cachegrind:" + CountedEvent.INSTRUCTIONS, "DHAT:TotalBytes");

    private final Map<String, Count> counts = new LinkedHashMap<>();

    /** A count of an event. */
    private record Count(String event, double value) {}

    /** The counts of one tool by event. */
    static final class Events {

        private final Map<String, Double> values = new LinkedHashMap<>();

        boolean isEmpty() {
            return values.isEmpty();
        }

        /** Adds what another part of the run counted. */
        void add(String event, double value) {
            values.merge(event, value, Double::sum);
        }
    }

    /**
     * All measurements.
     *
     * @param known whether there is a count at all; if not, the score is NaN
     */
    record Measured(boolean known, Measurement score, List<Measurement> others) {}

    /** Adds what a tool counted; a later profile of a tool replaces nothing. */
    void add(String tool, Events events) {
        String prefix = tool.isEmpty() || tool.equals(CALLGRIND) ? "" : tool + ":";
        events.values.forEach((event, value) -> counts.putIfAbsent(prefix + event, new Count(event, value)));
    }

    Measured measured() {
        if (counts.isEmpty()) {
            Count none = new Count(CountedEvent.INSTRUCTIONS, Double.NaN);
            return new Measured(false, measurement(Metric.SCORE, none), List.of());
        }
        String score = SCORES.stream().filter(counts::containsKey).findFirst().orElseGet(this::firstCounted);
        List<Measurement> others = new ArrayList<>();
        counts.forEach((name, count) -> {
            if (!name.equals(score)) {
                others.add(measurement(name.equals(Metric.SCORE) ? "event:" + name : name, count));
            }
        });
        return new Measured(
                true, measurement(Metric.SCORE, counts.getOrDefault(score, new Count(score, Double.NaN))), others);
    }

    /** The first event that isn't a share of others; the first one where all are. */
    private String firstCounted() {
        return counts.entrySet().stream()
                .filter(each -> !CountedEvent.metric(each.getValue().event(), each.getKey())
                        .unit()
                        .symbol()
                        .equals("%"))
                .findFirst()
                .or(() -> counts.entrySet().stream().findFirst())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Measurement measurement(String name, Count count) {
        Metric metric = CountedEvent.metric(count.event(), name);
        double value = count.value() * metric.unit().factor();
        return new Measurement(
                metric,
                value,
                Double.NaN,
                Double.isFinite(value) ? List.of(new Fork(value, new double[0])) : List.of());
    }
}
