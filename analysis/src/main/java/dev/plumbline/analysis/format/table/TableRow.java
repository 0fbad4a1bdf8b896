package dev.plumbline.analysis.format.table;

import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.model.Mode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One row of a table of results: a metric of a benchmark.
 *
 * @param place where it begins
 * @param benchmark class and method, as the table has it
 * @param label of a secondary metric; empty for the score
 * @param params parameter values by name
 * @param mode how it was measured
 * @param threads 0 when the table doesn't say it
 * @param samples the values that the score is the mean of; 0 when the table doesn't say it
 * @param score in the row's unit
 * @param error half the width of JMH's 99.9 % interval, in the row's unit
 * @param unit as the table has it
 */
public record TableRow(
        Place place,
        String benchmark,
        String label,
        SortedMap<String, String> params,
        Mode mode,
        int threads,
        long samples,
        TableNumber score,
        TableNumber error,
        String unit) {

    private static final String DOT = "\u00b7";

    /** What stands for the dot in other code pages. */
    private static final String MISREAD =
            "(?:\u00c2\u00b7|\u252c\u2556|\u252c\u00c0|\u0412\u00b7|[?\u2219\u2022]|\uFFFD{1,2})";

    private static final Pattern BEGINNING = Pattern.compile("^" + MISREAD);
    private static final Pattern PERCENTILE = Pattern.compile("^(.+?)" + MISREAD + "(p\\d\\.\\d+)$");

    /**
     * A row by the whole name in it.
     *
     * @param name the benchmark, with a colon and the label behind it if the metric is a secondary one
     */
    public TableRow(
            Place place,
            String name,
            Map<String, String> params,
            Mode mode,
            int threads,
            long samples,
            TableNumber score,
            TableNumber error,
            String unit) {
        this(
                place,
                name.indexOf(':') < 0 ? name : name.substring(0, name.indexOf(':')),
                name.indexOf(':') < 0 ? "" : dotted(name.substring(name.indexOf(':') + 1)),
                new TreeMap<>(params),
                mode,
                threads,
                samples,
                score,
                error,
                unit);
    }

    public TableRow {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /** A label whose middle dot was written or read in another code page, with the dot that JMH wrote. */
    private static String dotted(String label) {
        return PERCENTILE.matcher(BEGINNING.matcher(label).replaceFirst(DOT)).replaceFirst("$1" + DOT + "$2");
    }

    boolean isScore() {
        return label.isEmpty();
    }

    /** Whether it has another metric of the same benchmark. */
    boolean belongsTo(TableRow primary) {
        return benchmark.equals(primary.benchmark)
                && params.equals(primary.params)
                && mode == primary.mode
                && threads == primary.threads;
    }
}
