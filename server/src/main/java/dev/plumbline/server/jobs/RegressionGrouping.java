package dev.plumbline.server.jobs;

import static java.util.Objects.requireNonNull;

import dev.plumbline.analysis.detect.ChangePoint;
import dev.plumbline.server.store.RegressionGroup;
import dev.plumbline.server.store.StoredChangePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which change points are one event: those of one direction that begin at the same run. An event for the worse is fixed
 * once every series of it has come back to its level from before. Pure.
 */
public final class RegressionGrouping implements Function<List<StoredChangePoint>, List<RegressionGroup>> {

    /** A level is back when it is worse than before by no more than this share of the shift, on the log scale … */
    private static final double REST_OF_SHIFT = 0.2;

    /** … or by no more than this relative difference. */
    private static final double MINIMUM_EFFECT = 0.02;

    /** The direction and the first run of an event. */
    private record Key(long runId, boolean worse) {}

    /**
     * Groups change points.
     *
     * @param changePoints of all series of one environment, in the order of their runs
     */
    @Override
    public List<RegressionGroup> apply(List<StoredChangePoint> changePoints) {
        Map<Key, List<StoredChangePoint>> groups = new LinkedHashMap<>();
        Map<Long, List<StoredChangePoint>> bySeries = new LinkedHashMap<>();
        Map<Long, Integer> order = new LinkedHashMap<>();
        for (StoredChangePoint changePoint : changePoints) {
            groups.computeIfAbsent(new Key(changePoint.runId(), changePoint.worse()), key -> new ArrayList<>())
                    .add(changePoint);
            bySeries.computeIfAbsent(changePoint.seriesId(), id -> new ArrayList<>())
                    .add(changePoint);
            order.putIfAbsent(changePoint.runId(), order.size());
        }
        List<RegressionGroup> regressions = new ArrayList<>();
        groups.forEach((key, members) -> regressions.add(new RegressionGroup(
                key.runId(),
                latestPrevious(members),
                key.worse(),
                members.stream().anyMatch(member -> member.state() == ChangePoint.State.CONFIRMED),
                key.worse() ? fixed(members, bySeries, order) : Optional.empty(),
                members)));
        return regressions;
    }

    /** Series that were not measured in every run know the range less exactly; the newest previous run is the closest. */
    private static long latestPrevious(List<StoredChangePoint> members) {
        return members.stream()
                .mapToLong(StoredChangePoint::previousRunId)
                .max()
                .orElseThrow();
    }

    private static Optional<Long> fixed(
            List<StoredChangePoint> members, Map<Long, List<StoredChangePoint>> bySeries, Map<Long, Integer> order) {
        long last = 0;
        for (StoredChangePoint member : members) {
            List<StoredChangePoint> later = bySeries.getOrDefault(member.seriesId(), List.of()).stream()
                    .filter(point -> place(order, point.runId()) > place(order, member.runId()))
                    .toList();
            Optional<StoredChangePoint> back = back(member, later);
            if (back.isEmpty()) {
                return Optional.empty();
            }
            if (last == 0 || place(order, back.get().runId()) > place(order, last)) {
                last = back.get().runId();
            }
        }
        return Optional.of(last);
    }

    private static int place(Map<Long, Integer> order, long runId) {
        return requireNonNull(order.get(runId));
    }

    /**
     * The first change point behind a shift that brings the level back. Levels are added up from the ratios, since what all benchmarks
     * share moves levels as well, and is no part of a series' own change.
     */
    private static Optional<StoredChangePoint> back(StoredChangePoint shift, List<StoredChangePoint> later) {
        double size = Math.log(shift.ratio());
        double rest = size;
        for (StoredChangePoint point : later) {
            rest += Math.log(point.ratio());
            boolean back = Double.isFinite(rest)
                    ? rest * Math.signum(size) <= Math.max(REST_OF_SHIFT * Math.abs(size), Math.log1p(MINIMUM_EFFECT))
                    : point.levelAfter() == shift.levelBefore();
            if (!point.worse() && back) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }
}
