package dev.plumbline.server.site.regression;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.site.frame.Figures;
import java.util.Arrays;
import java.util.List;

/**
 * What a regression is called: what the names of its benchmarks have in common, and how many there are. Another run doesn't change it
 * unless it changes what belongs to the regression.
 *
 * @param name the common name; for a shift of the suite, and where there is nothing in common, words
 * @param count how many benchmarks, and series if these are more; empty if the name says all
 */
public record RegressionTitle(String name, String count) {

    /** The title of a regression. */
    public static RegressionTitle of(RegressionSummary change) {
        if (change.shift().isPresent()) {
            return new RegressionTitle("The whole suite", "");
        }
        List<MovedSeries> moved = change.series();
        if (moved.isEmpty()) {
            return new RegressionTitle("Nothing moved after all", "");
        }
        List<String> names =
                moved.stream().map(one -> one.series().benchmark()).distinct().toList();
        long benchmarks =
                moved.stream().map(one -> one.series().benchmarkId()).distinct().count();
        String common = common(names);
        String counted = Figures.count(benchmarks, "benchmark");
        return new RegressionTitle(
                common.isEmpty() ? counted : Printable.line(common),
                moved.size() > benchmarks
                        ? (common.isEmpty() ? "" : counted + ", ") + moved.size() + " series"
                        : common.isEmpty() || benchmarks == 1 ? "" : counted);
    }

    /** Name and number on one line. */
    public String line() {
        return count.isEmpty() ? name : name + " · " + count;
    }

    /** The parts with which all names begin, without the packages in front if a class is among them; empty if there are none. */
    private static String common(List<String> names) {
        String[] first = names.get(0).split("\\.");
        int length = first.length;
        for (String name : names) {
            String[] parts = name.split("\\.");
            int same = Arrays.mismatch(first, parts);
            length = Math.min(length, same < 0 ? first.length : same);
        }
        int from = 0;
        while (from < length && (first[from].isEmpty() || !Character.isUpperCase(first[from].codePointAt(0)))) {
            from++;
        }
        return String.join(".", Arrays.copyOfRange(first, from < length ? from : 0, length));
    }
}
