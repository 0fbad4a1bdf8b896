package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.benchmarks.evaluation.Objections.Objection;
import dev.plumbline.benchmarks.evaluation.Objections.Shown;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * By how much one rule's frontier is ahead of the others', and how far that can be told from so few series: the interval is that of the difference
 * when the series of each half are drawn again, with replacement, and all thresholds are tuned again (Efron 1979, the percentile bootstrap).
 */
final class FrontierMargins {

    private static final int DRAWS = 1000;
    private static final int LOW = 25;
    private static final int HIGH = 974;

    private final Map<String, Objections> rules;
    private final Objections ours;
    private final double[] rates;
    private final long seed;

    /**
     * @param rules by name
     * @param ours the name of the one that the others are compared with
     * @param rates alarms a run
     * @param seed of the draws
     */
    FrontierMargins(Map<String, Objections> rules, String ours, double[] rates, long seed) {
        this.rules = rules;
        this.ours = rules.getOrDefault(ours, new Objections(List.of()));
        this.rates = rates;
        this.seed = seed;
    }

    Table table(String title) {
        List<String> headers = new ArrayList<>(List.of("the suspicion and"));
        for (double rate : rates) {
            headers.add(String.format(Locale.ROOT, "%.2f: ahead by", 100 * rate));
            headers.add("with as many alarms, by half");
        }
        Table table = new Table(title, headers.toArray(String[]::new));
        List<int[]> draws = draws();
        double[][] oursDrawn = drawn(ours, draws);
        rules.forEach((name, rule) -> {
            if (rule != ours) {
                List<String> cells = new ArrayList<>(List.of(name));
                double[][] drawn = drawn(rule, draws);
                for (int rate = 0; rate < rates.length; rate++) {
                    cells.add(difference(rule, rates[rate], oursDrawn[rate], drawn[rate]));
                    cells.add(withAsManyAlarms(rule, rates[rate]));
                }
                table.row(cells.toArray(String[]::new));
            }
        });
        return table;
    }

    /** What is found in each draw, by rate. */
    private double[][] drawn(Objections rule, List<int[]> draws) {
        Map<Integer, List<Objection>> series = rule.bySeries();
        double[][] drawn = new double[rates.length][draws.size()];
        for (int draw = 0; draw < draws.size(); draw++) {
            Objections again = new Objections(Arrays.stream(draws.get(draw))
                    .mapToObj(series::get)
                    .flatMap(List::stream)
                    .toList());
            for (int rate = 0; rate < rates.length; rate++) {
                drawn[rate][draw] = found(again, rates[rate]);
            }
        }
        return drawn;
    }

    private String difference(Objections rule, double rate, double[] oursDrawn, double[] drawn) {
        double[] differences = oursDrawn.clone();
        Arrays.setAll(differences, draw -> oursDrawn[draw] - drawn[draw]);
        Arrays.sort(differences);
        double low = differences[LOW];
        double high = differences[HIGH];
        return String.format(
                Locale.ROOT,
                "%+.1f (%+.0f to %+.0f) %s",
                found(ours, rate) - found(rule, rate),
                low,
                high,
                low > 0 ? "ahead" : high < 0 ? "behind" : "level");
    }

    /** On either half, the difference to the rule with the best threshold for this very half that gives no more alarms than ours gave. */
    private String withAsManyAlarms(Objections rule, double rate) {
        List<Shown> shown = ours.tunedOnTheOther(rate);
        List<String> halves = new ArrayList<>();
        for (int half = 0; half < shown.size(); half++) {
            Objections there = rule.half(half == 0);
            double best = there.at(there.thresholdFor(shown.get(half).alarms())).foundPercent();
            halves.add(String.format(Locale.ROOT, "%+.1f", shown.get(half).foundPercent() - best));
        }
        return String.join(", ", halves);
    }

    private static double found(Objections rule, double rate) {
        return rule.tunedOnTheOther(rate).stream()
                .reduce(new Shown(0, 0, 0), Shown::plus)
                .foundPercent();
    }

    /** The same for all rules: as many series of each half as there are. */
    private List<int[]> draws() {
        SplittableRandom random = new SplittableRandom(seed);
        int[] first = series(true);
        int[] second = series(false);
        List<int[]> draws = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            int[] drawn = new int[first.length + second.length];
            Arrays.setAll(
                    drawn,
                    place -> place < first.length
                            ? first[random.nextInt(first.length)]
                            : second[random.nextInt(second.length)]);
            draws.add(drawn);
        }
        return draws;
    }

    private int[] series(boolean first) {
        return ours.half(first).bySeries().keySet().stream()
                .mapToInt(which -> which)
                .sorted()
                .toArray();
    }
}
