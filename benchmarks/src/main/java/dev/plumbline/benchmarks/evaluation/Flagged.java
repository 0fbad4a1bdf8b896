package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How often rules flagged comparisons, for each shift of the candidate. */
final class Flagged {

    static final double[] SHIFTS = {1, 1.02, 1.05, 1.10, 1.20, 1 / 1.10};

    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final Map<String, int[]> totals = new LinkedHashMap<>();

    static Table table(String title) {
        return new Table(title, "rule", "forks", "same code", "+2 %", "+5 %", "+10 %", "+20 %", "÷1.1");
    }

    void count(String rule, int shift, boolean flag) {
        counts.computeIfAbsent(rule, name -> new int[SHIFTS.length])[shift] += flag ? 1 : 0;
        totals.computeIfAbsent(rule, name -> new int[SHIFTS.length])[shift]++;
    }

    void countAtBothLevels(String rule, String remark, int shift, double pValue) {
        count(rule + ", p < .05" + remark, shift, pValue < .05);
        count(rule + ", p < .01" + remark, shift, pValue < .01);
    }

    /** One row a rule, in percent. */
    void print(Table table, int forks) {
        counts.forEach((rule, flagged) -> {
            int[] total = totals.getOrDefault(rule, new int[SHIFTS.length]);
            List<String> cells = new ArrayList<>(List.of(rule, String.valueOf(forks)));
            for (int shift = 0; shift < SHIFTS.length; shift++) {
                cells.add(String.format(Locale.ROOT, "%.1f", 100.0 * flagged[shift] / total[shift]));
            }
            table.row(cells.toArray(String[]::new));
        });
    }
}
