package dev.plumbline.analysis.format.google;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells aggregates from repetitions where rows don't say it: in CSV, and in JSON before version 1.5. The rows of a benchmark come
 * before its aggregates, whose names are the benchmark's with {@code _mean}, {@code _median}, {@code _stddev} and {@code _cv}, in this
 * order, and with the names of the program's own statistics, which say how many repetitions they are of.
 */
final class GoogleRows {

    private static final String MEAN = "_mean";
    private static final List<String> AGGREGATES = List.of("mean", "median", "stddev", "cv");

    private final GoogleResults results;
    /** How many rows each benchmark has; 0 if there are only aggregates. */
    private final Map<String, Integer> rows = new HashMap<>();
    /** A row that is an aggregate only if another one follows. */
    private Optional<GoogleRow> waiting = Optional.empty();

    GoogleRows(GoogleResults results) {
        this.results = results;
    }

    /** Adds the next row. */
    void add(GoogleRow row) {
        if (!row.runType.isEmpty()) {
            addStated(row);
            return;
        }
        if (waiting.isPresent()) {
            String base = before(waiting.get().name);
            if (row.name.equals(base + "_median") || row.name.equals(base + "_stddev")) {
                rows.put(base, 0);
            }
        }
        finish();
        if (row.name.endsWith(MEAN) && !isAggregate(row)) {
            waiting = Optional.of(row);
        } else {
            pass(row);
        }
    }

    /** Passes on what waits for another row. */
    void finish() {
        waiting.ifPresent(this::pass);
        waiting = Optional.empty();
    }

    private void addStated(GoogleRow row) {
        if (!row.runType.equals("aggregate")) {
            row.aggregate = "";
        } else if (row.runName.isEmpty() && row.name.endsWith("_" + row.aggregate)) {
            row.runName = before(row.name);
        }
        results.add(row);
    }

    private void pass(GoogleRow row) {
        if (isAggregate(row)) {
            row.aggregate = row.name.substring(row.name.lastIndexOf('_') + 1);
            row.runName = before(row.name);
        } else if (!row.fit) {
            rows.merge(row.name, 1, Integer::sum);
        }
        results.add(row);
    }

    private boolean isAggregate(GoogleRow row) {
        int end = row.name.lastIndexOf('_');
        Integer repetitions = end < 1 ? null : rows.get(row.name.substring(0, end));
        return repetitions != null
                && (AGGREGATES.contains(row.name.substring(end + 1))
                        || (repetitions > 1 && row.iterations == repetitions));
    }

    private static String before(String name) {
        return name.substring(0, Math.max(1, name.lastIndexOf('_')));
    }
}
