package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.stats.RatioMean;
import dev.plumbline.analysis.stats.StudentT;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All compared series of one metric and unit: a table of a report.
 *
 * @param metric the metric's name
 * @param unit the base unit
 * @param series the series in the order in which they are listed; at least one
 */
public record MetricComparison(String metric, String unit, List<ComparedSeries> series) {

    private static final int FEWEST_RATIOS = 3;

    public MetricComparison {
        series = List.copyOf(series);
    }

    /** The tables of these series: scores first, times before rates; counts and allocations apart, at the end. */
    public static List<MetricComparison> group(List<ComparedSeries> series, ComparisonOrder order) {
        Map<List<String>, List<ComparedSeries>> groups = new LinkedHashMap<>();
        for (ComparedSeries each : series) {
            List<String> key = List.of(each.row().metric(), each.row().unit());
            groups.computeIfAbsent(key, unseen -> new ArrayList<>()).add(each);
        }
        List<MetricComparison> tables = new ArrayList<>();
        groups.forEach((key, members) -> {
            members.sort(order.comparator());
            tables.add(new MetricComparison(key.get(0), key.get(1), members));
        });
        tables.sort(Comparator.comparing(MetricComparison::isCount)
                .thenComparing(table -> !table.isScore())
                .thenComparing(table -> Unit.of(table.unit).family()));
        return tables;
    }

    /** Which way values get better: what its series agree on. */
    public Direction direction() {
        List<Direction> said = series.stream()
                .map(each -> each.row().series().direction())
                .distinct()
                .toList();
        return said.size() == 1 ? said.get(0) : Direction.NOT_KNOWN;
    }

    /** Whether these are the benchmarks' primary scores. */
    public boolean isScore() {
        return metric.equals("score");
    }

    /** Whether values are counted and not timed. */
    public boolean isCount() {
        return !Unit.of(unit).isTimed();
    }

    /** The heading of the table: {@code Time per operation, lower is better}. */
    public String title() {
        String words = direction().words();
        String better = words.isEmpty() ? "" : ", " + words;
        String quantity = isCount() ? unit : Unit.of(unit).kept().noun();
        if (!isScore()) {
            return metric + (quantity.isEmpty() || quantity.equals(metric) ? "" : ", " + quantity) + better;
        }
        if (isCount()) {
            return "Score" + (unit.isEmpty() ? "" : " in " + unit) + better;
        }
        return Character.toUpperCase(quantity.charAt(0)) + quantity.substring(1) + better;
    }

    /**
     * The geometric mean of the ratios in the metric's own unit, with its interval; empty if fewer than three series
     * have a ratio: an interval from two says nothing.
     *
     * @param confidence of the interval, in (0, 1)
     */
    public Optional<RatioMean> geometricMean(double confidence) {
        List<VerdictRow> rows = series.stream()
                .map(ComparedSeries::row)
                .filter(row -> row.verdict().effect().ratio() > 0
                        && Double.isFinite(row.verdict().effect().ratio()))
                .toList();
        if (rows.size() < FEWEST_RATIOS) {
            return Optional.empty();
        }
        double[] logarithms = rows.stream()
                .mapToDouble(row -> Math.log(row.verdict().effect().ratio()))
                .toArray();
        double[] halfWidths =
                rows.stream().mapToDouble(MetricComparison::halfWidth).toArray();
        return Optional.of(RatioMean.of(logarithms, halfWidths, confidence, new StudentT()));
    }

    /** Half the width of a ratio's interval in logarithms; 0 if it is not known. */
    private static double halfWidth(VerdictRow row) {
        double half =
                Math.log(row.verdict().effect().high() / row.verdict().effect().low()) / 2;
        return Double.isFinite(half) ? half : 0;
    }
}
