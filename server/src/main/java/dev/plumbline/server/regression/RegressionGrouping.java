package dev.plumbline.server.regression;

import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.regression.RegressionGroup.Occurrence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Which change points are one event: those of one direction whose ranges have a place in common, because then one commit explains them all.
 * The places are the fewest that include one of each range (the greedy stabbing of intervals), and each change point is assigned to the
 * place nearest to it. An event for the worse is fixed once every series of it has come back to its earlier level, and happens again
 * when at least half of its series go back to the level that it had taken them to. Pure.
 */
public final class RegressionGrouping implements BiFunction<List<StoredChangePoint>, RunPlaces, List<RegressionGroup>> {

    /** The most precise first: the narrowest range, then the earlier one. */
    private static final Comparator<ShiftRange> NARROWEST =
            Comparator.comparingInt(ShiftRange::width).thenComparingInt(ShiftRange::at);

    /**
     * Groups change points.
     *
     * @param changePoints of all series of one environment, in the order of their runs
     * @param places the places of the environment's runs
     * @return the groups in the order of their first runs, for the worse before for the better
     */
    @Override
    public List<RegressionGroup> apply(List<StoredChangePoint> changePoints, RunPlaces places) {
        Map<Long, List<StoredChangePoint>> bySeries = new LinkedHashMap<>();
        changePoints.forEach(point -> bySeries.computeIfAbsent(point.seriesId(), id -> new ArrayList<>())
                .add(point));
        Regressions regressions = new Regressions(bySeries, places);
        occurrences(changePoints, places, true).forEach(regressions::add);
        List<RegressionGroup> groups = new ArrayList<>(regressions.groups());
        occurrences(changePoints, places, false)
                .forEach(better -> groups.add(new RegressionGroup(false, List.of(better), Optional.empty())));
        groups.sort(Comparator.comparingInt((RegressionGroup group) -> places.of(first(group)))
                .thenComparing(group -> !group.worse()));
        return groups;
    }

    private static long first(RegressionGroup group) {
        return group.occurrences().getFirst().runId();
    }

    private static List<Occurrence> occurrences(List<StoredChangePoint> points, RunPlaces places, boolean worse) {
        List<ShiftRange> ranges = points.stream()
                .filter(point -> point.worse() == worse)
                .map(point -> ShiftRange.of(point, places))
                .sorted(NARROWEST)
                .toList();
        NavigableSet<Integer> causes = causes(ranges);
        Map<Integer, Map<Long, ShiftRange>> byCause = new TreeMap<>();
        for (ShiftRange range : ranges) {
            int cause = nearest(range, causes);
            // A series that moved twice within a short distance moved for two reasons.
            while (members(byCause, cause).putIfAbsent(range.point().seriesId(), range) != null) {
                cause = Math.max(cause + 1, range.at());
            }
        }
        return byCause.values().stream()
                .map(members -> occurrence(List.copyOf(members.values())))
                .toList();
    }

    /** The fewest places that include one of each range. */
    private static NavigableSet<Integer> causes(List<ShiftRange> ranges) {
        NavigableSet<Integer> causes = new TreeSet<>();
        List<ShiftRange> byEnd = ranges.stream()
                .sorted(Comparator.comparingInt(ShiftRange::upTo))
                .toList();
        for (ShiftRange range : byEnd) {
            if (causes.isEmpty() || !range.holds(causes.last())) {
                causes.add(range.upTo());
            }
        }
        return causes;
    }

    private static Map<Long, ShiftRange> members(Map<Integer, Map<Long, ShiftRange>> byCause, int cause) {
        return byCause.computeIfAbsent(cause, place -> new LinkedHashMap<>());
    }

    private static int nearest(ShiftRange range, NavigableSet<Integer> causes) {
        return causes.subSet(range.after() + 1, range.upTo() + 1).stream()
                .min(Comparator.comparingInt(place -> Math.abs(place - range.at())))
                .orElseThrow();
    }

    /** The members, narrowest first, at the place that the narrowest gives. */
    private static Occurrence occurrence(List<ShiftRange> members) {
        StoredChangePoint best = members.getFirst().point();
        return new Occurrence(
                best.runId(),
                best.previousRunId(),
                members.stream()
                        .sorted(Comparator.comparingInt(ShiftRange::at)
                                .thenComparingLong(member -> member.point().seriesId()))
                        .map(ShiftRange::point)
                        .toList());
    }
}
