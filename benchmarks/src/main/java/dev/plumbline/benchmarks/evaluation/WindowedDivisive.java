package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A reference: the method of Hunter and Apache Otava (Fleming et al. 2023) on run means. E-divisive (Matteson and James 2014)
 * in windows of 50 runs, splits accepted by Student's t at ten times the level, then merged from the bottom at p &lt; 0.001.
 */
final class WindowedDivisive {

    private static final int WINDOW = 50;
    private static final double LEVEL = 0.001;

    private final double[] values;

    private WindowedDivisive(double[] values) {
        this.values = values;
    }

    static int[] changePoints(List<double[]> runs) {
        WindowedDivisive divisive = new WindowedDivisive(runs.stream()
                .mapToDouble(forks -> Arrays.stream(forks).average().orElseThrow())
                .toArray());
        return divisive.merged(divisive.weak());
    }

    private List<Integer> weak() {
        TreeSet<Integer> found = new TreeSet<>();
        int start = 0;
        while (start < values.length) {
            List<Integer> inWindow = split(start, Math.min(start + WINDOW, values.length));
            found.addAll(inWindow);
            int last = inWindow.isEmpty() ? 0 : Collections.max(inWindow);
            start = Math.max(last, start + WINDOW / 2);
        }
        return new ArrayList<>(found);
    }

    private List<Integer> split(int from, int to) {
        TreeSet<Integer> bounds = new TreeSet<>(List.of(from, to));
        while (true) {
            int place = -1;
            double highest = 0;
            Integer left = from;
            for (Integer right : bounds.tailSet(from + 1)) {
                double[] best = bestSplit(left, right);
                if (best[1] > highest) {
                    highest = best[1];
                    place = (int) best[0];
                }
                left = right;
            }
            if (place < 0 || pValue(below(bounds, place), place, above(bounds, place, to)) > 10 * LEVEL) {
                bounds.remove(from);
                bounds.remove(to);
                return new ArrayList<>(bounds);
            }
            bounds.add(place);
        }
    }

    private static int below(SortedSet<Integer> bounds, int place) {
        return bounds.headSet(place).last();
    }

    private static int above(SortedSet<Integer> bounds, int place, int end) {
        return bounds.tailSet(place + 1).isEmpty()
                ? end
                : bounds.tailSet(place + 1).first();
    }

    /** The place in (from, to) with the largest energy statistic, and that statistic. */
    private double[] bestSplit(int from, int to) {
        int size = to - from;
        double[] rowSums = new double[size];
        double total = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rowSums[i] += Math.abs(values[from + i] - values[from + j]);
            }
            total += rowSums[i];
        }
        double inLeft = 0;
        double leftRows = 0;
        double[] best = {-1, 0};
        for (int place = 1; place < size; place++) {
            for (int j = 0; j < place - 1; j++) {
                inLeft += 2 * Math.abs(values[from + place - 1] - values[from + j]);
            }
            leftRows += rowSums[place - 1];
            double across = leftRows - inLeft;
            double inRight = total - inLeft - 2 * across;
            double left = place;
            double right = size - place;
            if (left < 2 || right < 2) {
                continue;
            }
            double statistic = left
                    * right
                    / size
                    * (2 * across / (left * right) - inLeft / (left * (left - 1)) - inRight / (right * (right - 1)));
            if (statistic > best[1]) {
                best[0] = from + place;
                best[1] = statistic;
            }
        }
        return best;
    }

    private int[] merged(List<Integer> places) {
        List<Integer> kept = new ArrayList<>(places);
        while (!kept.isEmpty()) {
            int weakest = 0;
            double highest = -1;
            for (int i = 0; i < kept.size(); i++) {
                int from = i == 0 ? 0 : kept.get(i - 1);
                int to = i + 1 < kept.size() ? kept.get(i + 1) : values.length;
                double pValue = pValue(from, kept.get(i), to);
                if (pValue > highest) {
                    highest = pValue;
                    weakest = i;
                }
            }
            if (highest <= LEVEL) {
                break;
            }
            kept.subList(weakest, weakest + 1).clear();
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private double pValue(int from, int place, int to) {
        Sample left = Sample.of(Arrays.copyOfRange(values, from, place));
        Sample right = Sample.of(Arrays.copyOfRange(values, place, to));
        int degreesOfFreedom = left.degreesOfFreedom() + right.degreesOfFreedom();
        if (degreesOfFreedom == 0) {
            return 1;
        }
        double variance = (left.sumOfSquares() + right.sumOfSquares()) / degreesOfFreedom;
        double error = Math.sqrt(variance * (1.0 / left.size() + 1.0 / right.size()));
        double difference = left.mean() - right.mean();
        return difference == 0 ? 1 : StudentT.twoSided(difference / error, degreesOfFreedom);
    }
}
