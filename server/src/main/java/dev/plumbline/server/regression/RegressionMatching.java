package dev.plumbline.server.regression;

import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.StoredChangePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which stored regression each group of change points is, so that what people decided about one stays with it when later runs move it
 * to other commits. A group is a stored one of its direction when they share series and are at the same runs, or a few runs apart. A
 * retracted one is found again only where it may have been, so that a decision about one outlier isn't applied to the next. Pure.
 *
 * @param known for each group the stored regression that it is, empty for a new one
 * @param absorbedBy for a stored regression without a group, the index of the group that its series are in now
 */
public record RegressionMatching(List<Optional<KnownRegression>> known, Map<Long, Integer> absorbedBy) {

    /** Runs that a place may move by. Change points are confirmed by about five runs, and move little afterwards. */
    private static final int REACH = 5;

    /** A group and a stored regression that may be one. */
    private record Pair(int group, KnownRegression known, int distance, double shared) {}

    /** Retracted ones last; then those that people decided on, the same place, the largest share, the oldest. */
    private static final Comparator<Pair> BEST_FIRST = Comparator.comparing((Pair pair) -> pair.known.retracted())
            .thenComparing(pair -> pair.known.decision().isEmpty())
            .thenComparing(pair -> pair.distance > 0)
            .thenComparing(Comparator.comparingDouble(Pair::shared).reversed())
            .thenComparingInt(Pair::distance)
            .thenComparingLong(pair -> pair.known.id());

    /**
     * Matches groups of one kind.
     *
     * @param groups the groups
     * @param stored the stored regressions of that kind
     * @param places the places of the runs
     */
    public static RegressionMatching of(List<RegressionGroup> groups, List<KnownRegression> stored, RunPlaces places) {
        List<Optional<KnownRegression>> matched = new ArrayList<>();
        groups.forEach(group -> matched.add(Optional.empty()));
        Set<Long> taken = new HashSet<>();
        Map<Long, Integer> absorbedBy = new HashMap<>();
        for (Pair pair : pairs(groups, stored, places)) {
            if (taken.contains(pair.known.id())) {
                continue;
            }
            if (matched.get(pair.group).isEmpty()) {
                matched.set(pair.group, Optional.of(pair.known));
                taken.add(pair.known.id());
                absorbedBy.remove(pair.known.id());
            } else {
                absorbedBy.putIfAbsent(pair.known.id(), pair.group);
            }
        }
        return new RegressionMatching(List.copyOf(matched), Map.copyOf(absorbedBy));
    }

    private static List<Pair> pairs(List<RegressionGroup> groups, List<KnownRegression> stored, RunPlaces places) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Set<Long> series = new HashSet<>();
            groups.get(i).members().forEach(member -> series.add(member.seriesId()));
            for (KnownRegression known : stored) {
                double shared = shared(series, known);
                if (known.worse() == groups.get(i).worse() && shared > 0) {
                    int distance = distance(groups.get(i), known, places);
                    if (distance <= reach(known)) {
                        pairs.add(new Pair(i, known, distance, shared));
                    }
                }
            }
        }
        pairs.sort(BEST_FIRST);
        return pairs;
    }

    /** A suspicion of the whole suite is found again nearby as long as no decision about an outlier would be applied to another. */
    private static int reach(KnownRegression known) {
        boolean again = known.kind() == RegressionKind.SUITE && known.decision().isEmpty();
        return known.retracted() && !again ? 0 : REACH;
    }

    /** The share of series that both have, of those that either has; the suite as a whole is one. */
    private static double shared(Set<Long> series, KnownRegression known) {
        if (known.kind() == RegressionKind.SUITE) {
            return 1;
        }
        long both = series.stream().filter(known.series()::contains).count();
        return both == 0 ? 0 : (double) both / (series.size() + known.series().size() - both);
    }

    /** Runs between the two, 0 if their ranges overlap. */
    private static int distance(RegressionGroup group, KnownRegression known, RunPlaces places) {
        int after = places.of(known.previousRunId());
        int upTo = places.of(known.runId());
        int first = places.of(known.firstRunId());
        int least = Integer.MAX_VALUE;
        for (RegressionGroup.Occurrence occurrence : group.occurrences()) {
            int start = places.of(occurrence.previousRunId());
            int end = places.of(occurrence.runId());
            for (StoredChangePoint member : occurrence.members()) {
                ShiftRange range = ShiftRange.of(member, places);
                start = Math.min(start, range.after());
                end = Math.max(end, range.upTo());
            }
            least = Math.min(least, Math.min(gap(after, upTo, start, end), gap(first - 1, first, start, end)));
        }
        return least;
    }

    /** How far two ranges, each without its first place, are apart; 0 if they overlap. */
    private static int gap(int after, int upTo, int otherAfter, int otherUpTo) {
        return Math.max(0, Math.max(otherAfter + 1 - upTo, after + 1 - otherUpTo));
    }
}
