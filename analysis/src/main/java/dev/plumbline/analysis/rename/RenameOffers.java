package dev.plumbline.analysis.rename;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which of the benchmarks that are gone since one commit are those that came with the next one. A pair has equal parameters, mode,
 * threads and unit, and its names differ in one thing only:
 *
 * <ol>
 *   <li>the package: class and method are the same, and the levels at most {@value #FURTHEST} times apart, so that a regression that came
 *       with the move is found in the joined history;
 *   <li>the class: the whole old class is gone, the whole new one in the same package came, and they have the same benchmarks, each pair
 *       with levels at most {@value #FURTHEST} times apart;
 *   <li>the method: it is the only one of its class that is gone, the other is the only one that came, they have the same variants, and
 *       the levels are at most {@value #FURTHEST_METHOD} times apart.
 * </ol>
 *
 * A benchmark that could be paired with two others is left out, and so are both of those: a wrong guess would join two histories. Pure.
 */
public final class RenameOffers {

    /** Levels further apart than this don't belong to one benchmark. */
    public static final double FURTHEST = 2;

    /** The same where only the level and the class say that two methods are one. */
    public static final double FURTHEST_METHOD = 1.25;

    private final List<MeasuredBenchmark> gone;
    private final List<MeasuredBenchmark> come;
    private final Set<RenamePair> found = new HashSet<>();

    private RenameOffers(Collection<MeasuredBenchmark> gone, Collection<MeasuredBenchmark> come) {
        this.gone = List.copyOf(gone);
        this.come = List.copyOf(come);
    }

    /** The pairs that are certain, in no order. */
    public static Set<RenamePair> pairs(Collection<MeasuredBenchmark> gone, Collection<MeasuredBenchmark> come) {
        RenameOffers offers = new RenameOffers(gone, come);
        offers.movedClasses();
        offers.renamedClasses();
        offers.renamedMethods();
        return unambiguous(offers.found);
    }

    /** The pairs of which no benchmark is in a second one. */
    public static Set<RenamePair> unambiguous(Set<RenamePair> pairs) {
        Map<Object, Long> from = pairs.stream().collect(Collectors.groupingBy(RenamePair::from, Collectors.counting()));
        Map<Object, Long> to = pairs.stream().collect(Collectors.groupingBy(RenamePair::to, Collectors.counting()));
        return pairs.stream()
                .filter(pair -> from.getOrDefault(pair.from(), 0L) == 1 && to.getOrDefault(pair.to(), 0L) == 1)
                .collect(Collectors.toSet());
    }

    /** Pairs whose names differ in the same way, as one offer each, by their patterns. */
    public static List<RenameOffer> grouped(Set<RenamePair> pairs) {
        Map<String, List<RenamePair>> byPattern = new TreeMap<>();
        Map<String, RenamePattern> patterns = new HashMap<>();
        for (RenamePair pair : pairs) {
            RenamePattern pattern = pattern(pair.from().name(), pair.to().name());
            patterns.put(pattern.toString(), pattern);
            byPattern
                    .computeIfAbsent(pattern.toString(), first -> new ArrayList<>())
                    .add(pair);
        }
        List<RenameOffer> offers = new ArrayList<>();
        byPattern.forEach((text, members) -> {
            members.sort(Comparator.comparing(pair -> pair.from().key()));
            RenamePattern pattern = patterns.getOrDefault(text, pattern(members.get(0)));
            boolean one =
                    members.stream().map(pair -> pair.from().name()).distinct().count() == 1;
            offers.add(new RenameOffer(one ? names(members.get(0)) : pattern, members));
        });
        return offers;
    }

    private static RenamePattern pattern(RenamePair pair) {
        return pattern(pair.from().name(), pair.to().name());
    }

    private static RenamePattern names(RenamePair pair) {
        return new RenamePattern(pair.from().name(), pair.to().name());
    }

    /** What precedes the last segments that both names have, with a star for those; the names themselves if the methods differ. */
    private static RenamePattern pattern(String from, String to) {
        int shared = 0;
        int limit = Math.min(from.length(), to.length());
        for (int length = 1; length <= limit; length++) {
            if (from.charAt(from.length() - length) != to.charAt(to.length() - length)) {
                break;
            }
            if (from.charAt(from.length() - length) == '.') {
                shared = length;
            }
        }
        if (shared == 0 || shared >= limit) {
            return new RenamePattern(from, to);
        }
        return new RenamePattern(
                from.substring(0, from.length() - shared) + ".*", to.substring(0, to.length() - shared) + ".*");
    }

    private void movedClasses() {
        record Key(String type, String method, MeasuredBenchmark.Variant variant) {}
        Function<MeasuredBenchmark, Key> key = one -> new Key(one.simpleType(), one.method(), one.variant());
        Map<Key, List<MeasuredBenchmark>> before = by(gone, key);
        Map<Key, List<MeasuredBenchmark>> after = by(come, key);
        before.forEach((what, old) -> {
            List<MeasuredBenchmark> young = after.getOrDefault(what, List.of());
            if (old.size() == 1 && young.size() == 1 && !what.type().isEmpty()) {
                add(old.get(0), young.get(0), FURTHEST);
            }
        });
    }

    private void renamedClasses() {
        Map<String, List<MeasuredBenchmark>> before = by(gone, MeasuredBenchmark::type);
        Map<String, List<MeasuredBenchmark>> after = by(come, MeasuredBenchmark::type);
        for (List<MeasuredBenchmark> old : before.values()) {
            List<List<MeasuredBenchmark>> same = after.values().stream()
                    .filter(young -> sameClass(old, young))
                    .toList();
            if (same.size() == 1) {
                List<MeasuredBenchmark> young = same.get(0);
                old.forEach(one -> young.stream()
                        .filter(other -> other.method().equals(one.method())
                                && other.variant().equals(one.variant()))
                        .forEach(other -> add(one, other, FURTHEST)));
            }
        }
    }

    /** Whether two classes of one package have the same benchmarks, at levels that belong together. */
    private static boolean sameClass(List<MeasuredBenchmark> old, List<MeasuredBenchmark> young) {
        if (old.size() != young.size()
                || old.get(0).type().equals(young.get(0).type())
                || !old.get(0).enclosing().equals(young.get(0).enclosing())) {
            return false;
        }
        return old.stream()
                .allMatch(one -> young.stream()
                        .anyMatch(other -> other.method().equals(one.method())
                                && other.variant().equals(one.variant())
                                && one.near(other, FURTHEST)));
    }

    private void renamedMethods() {
        Map<String, List<MeasuredBenchmark>> before = by(gone, MeasuredBenchmark::type);
        Map<String, List<MeasuredBenchmark>> after = by(come, MeasuredBenchmark::type);
        before.forEach((type, old) -> {
            List<MeasuredBenchmark> young = after.getOrDefault(type, List.of());
            if (by(old, MeasuredBenchmark::method).size() == 1
                    && by(young, MeasuredBenchmark::method).size() == 1
                    && variants(old).equals(variants(young))
                    && old.stream().allMatch(one -> near(one, young))) {
                old.forEach(one -> young.stream()
                        .filter(other -> other.variant().equals(one.variant()))
                        .forEach(other -> add(one, other, FURTHEST_METHOD)));
            }
        });
    }

    private static boolean near(MeasuredBenchmark one, List<MeasuredBenchmark> young) {
        return young.stream()
                .filter(other -> other.variant().equals(one.variant()))
                .allMatch(other -> one.near(other, FURTHEST_METHOD));
    }

    private static Set<MeasuredBenchmark.Variant> variants(List<MeasuredBenchmark> benchmarks) {
        return benchmarks.stream().map(MeasuredBenchmark::variant).collect(Collectors.toSet());
    }

    private void add(MeasuredBenchmark before, MeasuredBenchmark after, double furthest) {
        if (before.near(after, furthest) && nameable(before) && nameable(after)) {
            found.add(new RenamePair(before.benchmark(), after.benchmark()));
        }
    }

    /** Whether a pattern can name it. */
    private static boolean nameable(MeasuredBenchmark one) {
        String name = one.benchmark().name();
        return name.length() <= RenamePattern.LONGEST && name.indexOf('*') < 0;
    }

    private static <K> Map<K, List<MeasuredBenchmark>> by(
            List<MeasuredBenchmark> benchmarks, Function<MeasuredBenchmark, K> key) {
        return benchmarks.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
