package dev.plumbline.server.regression;

import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.regression.RegressionGroup.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The changes for the worse of one environment as they happen, oldest first: each is new, or one that was fixed and comes back. */
final class Regressions {

    private final Map<Long, List<StoredChangePoint>> bySeries;
    private final RunPlaces places;
    private final List<RegressionGroup> groups = new ArrayList<>();

    /**
     * None so far.
     *
     * @param bySeries all change points of each series, in their order
     * @param places the places of the runs
     */
    Regressions(Map<Long, List<StoredChangePoint>> bySeries, RunPlaces places) {
        this.bySeries = bySeries;
        this.places = places;
    }

    void add(Occurrence occurrence) {
        Optional<Long> fixed = fixed(occurrence);
        for (int i = groups.size() - 1; i >= 0; i--) {
            RegressionGroup before = groups.get(i);
            if (comesBack(before, occurrence)) {
                List<Occurrence> all = new ArrayList<>(before.occurrences());
                all.add(occurrence);
                groups.set(i, new RegressionGroup(true, all, fixed));
                return;
            }
        }
        groups.add(new RegressionGroup(true, List.of(occurrence), fixed));
    }

    List<RegressionGroup> groups() {
        return List.copyOf(groups);
    }

    /** The run since which all series are back at their earlier level. */
    private Optional<Long> fixed(Occurrence occurrence) {
        long last = 0;
        for (StoredChangePoint member : occurrence.members()) {
            Optional<StoredChangePoint> back = levels(member).back();
            if (back.isEmpty()) {
                return Optional.empty();
            }
            long run = back.get().runId();
            last = last == 0 || places.of(run) > places.of(last) ? run : last;
        }
        return Optional.of(last);
    }

    /** Whether at least half of the series of a fixed regression, and of those that move now, are at the level that it had moved them to. */
    private boolean comesBack(RegressionGroup before, Occurrence now) {
        if (before.fixedRunId().isEmpty()
                || places.of(now.runId()) <= places.of(before.fixedRunId().get())) {
            return false;
        }
        List<StoredChangePoint> members = before.latest().members();
        long back = members.stream()
                .filter(member -> now.members().stream()
                        .anyMatch(point -> point.seriesId() == member.seriesId()
                                && levels(member).again(point)))
                .count();
        return 2 * back >= Math.max(members.size(), now.members().size());
    }

    private ShiftLevels levels(StoredChangePoint member) {
        return new ShiftLevels(
                member,
                bySeries.getOrDefault(member.seriesId(), List.of()).stream()
                        .filter(point -> places.of(point.runId()) > places.of(member.runId()))
                        .toList());
    }
}
