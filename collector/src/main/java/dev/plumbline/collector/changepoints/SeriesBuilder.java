package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.format.document.Place;
import java.util.ArrayList;
import java.util.List;

/** Collects the runs of one series in the file's order. */
final class SeriesBuilder {

    private String name;
    private final List<String> labels = new ArrayList<>();
    private final List<List<Double>> runs = new ArrayList<>();
    private String unit;
    private GivenDirection direction;

    SeriesBuilder(String name, String unit, GivenDirection direction) {
        this.name = name;
        this.unit = unit;
        this.direction = direction;
    }

    /** Sets what the series is, if that was not known from the beginning. */
    void describe(String called, String symbol, GivenDirection better) {
        name = called;
        unit = symbol;
        direction = better;
    }

    /** Adds a run; one without values was not measured. */
    void run(String label, List<Double> values, Place place) {
        if (runs.size() >= SeriesLimits.MOST_RUNS) {
            throw SeriesLimits.tooMany("runs in a series", SeriesLimits.MOST_RUNS, place);
        }
        labels.add(label);
        runs.add(new ArrayList<>(values));
    }

    /** Adds further values to the newest run. */
    void further(List<Double> values) {
        runs.get(runs.size() - 1).addAll(values);
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    GivenSeries build() {
        return new GivenSeries(
                name,
                unit,
                direction,
                labels,
                runs.stream()
                        .map(values ->
                                values.stream().mapToDouble(Double::doubleValue).toArray())
                        .toList());
    }
}
