package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.missing.Absence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of the removed and added benchmarks are most likely the same under another name: the same method in another
 * class, or a method of the same class whose name is nearly the same, with equal parameters, mode and threads, and scores of
 * about the same size. If two match, neither is chosen: a wrong guess would hide that a benchmark vanished.
 */
public final class LikelyRenames {

    /** Scores further apart than this don't belong to one benchmark. */
    private static final double FURTHEST = 2;

    /** The share of a method's name that may be other characters. */
    private static final double OTHER_CHARACTERS = 0.34;

    private LikelyRenames() {}

    /**
     * What was added, what is missing and what was renamed.
     *
     * @param removed what only the base has, each with its score; NaN if it is not known
     * @param added what only the head has, likewise
     * @return missing ones first, then renamed ones, then added ones, each by name
     */
    public static List<BenchmarkChange> of(Map<BenchmarkId, Double> removed, Map<BenchmarkId, Double> added) {
        Comparator<BenchmarkId> byName = Comparator.comparing(BenchmarkId::key);
        Map<BenchmarkId, Double> gone = new TreeMap<>(byName);
        gone.putAll(removed);
        Map<BenchmarkId, Double> come = new TreeMap<>(byName);
        come.putAll(added);
        List<BenchmarkChange> renamed = new ArrayList<>();
        for (BenchmarkId before : List.copyOf(gone.keySet())) {
            List<BenchmarkId> after = matches(before, removed, added);
            if (after.size() == 1 && matches(after.get(0), added, removed).size() == 1) {
                renamed.add(new BenchmarkChange.Renamed(before, after.get(0)));
                gone.remove(before);
                come.remove(after.get(0));
            }
        }
        List<BenchmarkChange> changes = new ArrayList<>();
        gone.keySet().forEach(benchmark -> changes.add(new BenchmarkChange.Absent(new Absence.Missing(benchmark))));
        changes.addAll(renamed);
        come.keySet().forEach(benchmark -> changes.add(new BenchmarkChange.Added(benchmark)));
        return changes;
    }

    private static List<BenchmarkId> matches(
            BenchmarkId one, Map<BenchmarkId, Double> own, Map<BenchmarkId, Double> others) {
        double score = own.getOrDefault(one, Double.NaN);
        return others.entrySet().stream()
                .filter(other -> alike(one, other.getKey()) && near(score, other.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean alike(BenchmarkId one, BenchmarkId other) {
        if (!one.params().equals(other.params()) || one.mode() != other.mode() || one.threads() != other.threads()) {
            return false;
        }
        String method = method(one);
        String otherMethod = method(other);
        boolean sameType = type(one).equals(type(other));
        return sameType
                ? distance(method, otherMethod) <= OTHER_CHARACTERS * Math.max(method.length(), otherMethod.length())
                : method.equals(otherMethod);
    }

    private static boolean near(double one, double other) {
        return one > 0 && other > 0 && Math.max(one, other) / Math.min(one, other) <= FURTHEST;
    }

    private static String method(BenchmarkId benchmark) {
        return benchmark.name().substring(benchmark.name().lastIndexOf('.') + 1);
    }

    private static String type(BenchmarkId benchmark) {
        return benchmark.name().substring(0, Math.max(0, benchmark.name().lastIndexOf('.')));
    }

    /** How many characters have to be inserted, deleted or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
