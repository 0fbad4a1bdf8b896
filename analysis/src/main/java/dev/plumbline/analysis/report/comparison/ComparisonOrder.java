package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.verdict.Outcome;
import java.util.Comparator;

/** The order in which a table lists its series. Series that are equal in that order stay as they are in the files. */
public enum ComparisonOrder {
    /** Regressed, improved, changed, inconclusive, unchanged; in each the largest change first. */
    VERDICT,
    /** From the largest change for the worse to the largest for the better. */
    CHANGE,
    /** By name and parameters, numbers by their size. */
    NAME,
    /** As in the files. */
    FILE;

    Comparator<ComparedSeries> comparator() {
        return switch (this) {
            case VERDICT ->
                Comparator.<ComparedSeries>comparingInt(
                                series -> rank(series.row().outcome()))
                        .thenComparingDouble(series -> -size(worsening(series)));
            case CHANGE -> Comparator.comparingDouble(series -> -signed(worsening(series)));
            case NAME ->
                Comparator.<ComparedSeries, String>comparing(
                                series -> series.row().benchmark())
                        .thenComparing(series -> series.row().params().toString(), ComparisonOrder::compareWithNumbers);
            case FILE -> Comparator.comparingInt(series -> 0);
        };
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED -> 0;
            case IMPROVED -> 1;
            case CHANGED -> 2;
            case INCONCLUSIVE -> 3;
            case UNCHANGED -> 4;
        };
    }

    private static double worsening(ComparedSeries series) {
        return series.worsening(series.row().worseSign());
    }

    private static double size(double worsening) {
        return Double.isNaN(worsening) ? 0 : Math.abs(worsening);
    }

    /** Series without a ratio go to the end. */
    private static double signed(double worsening) {
        return Double.isNaN(worsening) ? Double.NEGATIVE_INFINITY : worsening;
    }

    /** Texts by their characters, but digits by the number they stand for: size=9 before size=10. */
    private static int compareWithNumbers(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int endOfOne = endOfNumber(one, i);
            int endOfOther = endOfNumber(other, j);
            if (endOfOne > i && endOfOther > j) {
                int order = compareNumbers(one.substring(i, endOfOne), other.substring(j, endOfOther));
                if (order != 0) {
                    return order;
                }
                i = endOfOne;
                j = endOfOther;
            } else {
                int order = Character.compare(one.charAt(i), other.charAt(j));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    private static int compareNumbers(String one, String other) {
        String first = one.replaceFirst("^0+", "");
        String second = other.replaceFirst("^0+", "");
        int order = Integer.compare(first.length(), second.length());
        return order == 0 ? first.compareTo(second) : order;
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
