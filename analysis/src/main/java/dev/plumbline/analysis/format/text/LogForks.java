package dev.plumbline.analysis.format.text;

import dev.plumbline.analysis.format.table.TableNumber;
import dev.plumbline.analysis.format.table.TableRow;
import dev.plumbline.analysis.model.Fork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The forks of the metrics of a benchmark, from the iterations that a log has, where they agree with the table. */
final class LogForks {

    private LogForks() {}

    /**
     * The forks by the label of their metric, the score's under an empty one; none of a metric whose values are missing,
     * don't have the table's mean, or have so few digits that forks look alike.
     *
     * @param sampled whether the score weighs iterations by their samples, which the log doesn't say
     */
    static Map<String, List<Fork>> of(LogBlock block, List<TableRow> rows, boolean sampled) {
        Map<String, List<Fork>> forks = new HashMap<>();
        for (TableRow row : rows) {
            List<List<LogBlock.Value>> iterations = block.iterations(row.label());
            boolean score = row.label().isEmpty();
            List<Fork> read = agrees(iterations, row, score && sampled) ? forks(iterations) : List.of();
            if (!read.isEmpty()) {
                forks.put(
                        row.label(),
                        score && sampled ? weighted(read, row.score().value()) : read);
            } else if (score) {
                return Map.of();
            }
        }
        return forks;
    }

    private static boolean agrees(List<List<LogBlock.Value>> iterations, TableRow row, boolean weighted) {
        long count = iterations.stream().mapToLong(List::size).sum();
        double score = row.score().value();
        if (count == 0 || (!weighted && count != row.samples()) || !Double.isFinite(score)) {
            return false;
        }
        double rounding = tolerance(row.score());
        double sum = 0;
        double largest = 0;
        for (List<LogBlock.Value> fork : iterations) {
            if (fork.size() != iterations.get(0).size()) {
                return false;
            }
            for (LogBlock.Value value : fork) {
                TableNumber number = value.number();
                if (!value.unit().equals(row.unit()) || !Double.isFinite(number.value())) {
                    return false;
                }
                sum += number.value();
                largest = Math.max(largest, tolerance(number));
            }
        }
        boolean small = row.score().magnitude() || score == 0;
        return (small || row.score().precise())
                && (weighted || Math.abs(sum / count - score) <= (rounding + largest) * (1 + 1e-9));
    }

    /** How far a printed number may be from what it was: JMH prints below 0.0005 only the order of magnitude. */
    private static double tolerance(TableNumber number) {
        return number.magnitude() ? 0.0005 : number.rounding();
    }

    private static List<Fork> forks(List<List<LogBlock.Value>> iterations) {
        List<Fork> forks = new ArrayList<>();
        for (List<LogBlock.Value> fork : iterations) {
            double[] values =
                    fork.stream().mapToDouble(value -> value.number().value()).toArray();
            forks.add(new Fork(Arrays.stream(values).average().orElse(Double.NaN), values));
        }
        return forks;
    }

    /** Forks whose mean is the score: each fork's mean of iterations times the same factor, near 1. */
    private static List<Fork> weighted(List<Fork> forks, double score) {
        double mean = forks.stream().mapToDouble(Fork::value).average().orElse(Double.NaN);
        double factor = score / mean;
        return Double.isFinite(factor) && factor > 0.5 && factor < 2
                ? forks.stream()
                        .map(fork -> new Fork(fork.value() * factor, fork.iterations()))
                        .toList()
                : List.of();
    }
}
