package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.regression.DetectorState;
import dev.plumbline.server.regression.KnownRegression;
import dev.plumbline.server.regression.RegressionGroup;
import dev.plumbline.server.regression.RegressionGrouping;
import dev.plumbline.server.regression.RegressionKind;
import dev.plumbline.server.regression.RegressionMatching;
import dev.plumbline.server.regression.RegressionState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The regressions and improvements of a suite as the server would keep them, in memory. */
final class RegressionLedger {

    private final RegressionGrouping grouping = new RegressionGrouping();
    private final List<Entry> entries = new ArrayList<>();

    /** A regression and what became of it. */
    static final class Entry {

        private final List<Long> everMoved = new ArrayList<>();
        private final int suspectedAt;
        private KnownRegression known;
        private int confirmedAt = Integer.MAX_VALUE;
        private int messages;
        private int first;
        private int last;
        private int seenAt;

        private Entry(KnownRegression known, int run) {
            this.known = known;
            this.suspectedAt = run;
        }

        KnownRegression known() {
            return known;
        }

        /** The series that it had at any time. */
        List<Long> everMoved() {
            return everMoved;
        }

        /** Whether a run lies, give or take some, in the range that it may have begun in. */
        boolean near(int run, int margin) {
            return run >= first - margin && run <= last + margin;
        }

        /** The middle of the range that it may have begun in. */
        int middle() {
            return (first + last) / 2;
        }

        /** The run at which it was opened. */
        int suspectedAt() {
            return suspectedAt;
        }

        boolean confirmed() {
            return confirmedAt < Integer.MAX_VALUE;
        }

        /** The run at which it was confirmed. */
        int confirmedAt() {
            return confirmedAt;
        }

        /** How often a notification rule with the usual events would have told of it. */
        int messages() {
            return messages;
        }

        /** The newest run at which it was found. */
        int seenAt() {
            return seenAt;
        }

        private void become(RegressionGroup group, int run) {
            seenAt = run;
            DetectorState before = known.state();
            DetectorState now = group.state();
            boolean news = now != before && (now == DetectorState.FIXED ? confirmed() : now == DetectorState.CONFIRMED);
            if (now == DetectorState.CONFIRMED && !confirmed()) {
                confirmedAt = run;
            }
            messages += news && known.worse() ? 1 : 0;
            known = RegressionLedger.known(known.id(), known.kind(), group);
            first = Integer.MAX_VALUE;
            last = 0;
            for (StoredChangePoint member : group.latest().members()) {
                first = Math.min(first, (int) Math.min(member.previousRunId(), member.earliestRunId() - 1));
                last = Math.max(last, (int) Math.max(member.runId(), member.latestRunId()) - 1);
            }
            group.series().stream().filter(one -> !everMoved.contains(one)).forEach(everMoved::add);
        }

        private void retract() {
            known = new KnownRegression(
                    known.id(),
                    known.kind(),
                    known.worse(),
                    DetectorState.RETRACTED,
                    Optional.empty(),
                    RegressionState.RETRACTED,
                    false,
                    known.runId(),
                    known.previousRunId(),
                    known.firstRunId(),
                    known.fixedRunId(),
                    known.series());
        }
    }

    /** All that were ever opened. */
    List<Entry> entries() {
        return entries;
    }

    /**
     * Brings the regressions in line with the change points.
     *
     * @param ofSeries the change points of the series
     * @param ofSuite those of what they share
     * @param places where the runs stand
     * @param run the newest run
     */
    void replace(List<StoredChangePoint> ofSeries, List<StoredChangePoint> ofSuite, RunPlaces places, int run) {
        replace(RegressionKind.SERIES, grouping.apply(ofSeries, places), places, run);
        replace(RegressionKind.SUITE, grouping.apply(ofSuite, places), places, run);
    }

    private void replace(RegressionKind kind, List<RegressionGroup> groups, RunPlaces places, int run) {
        List<Entry> kept =
                entries.stream().filter(entry -> entry.known.kind() == kind).toList();
        RegressionMatching matching =
                RegressionMatching.of(groups, kept.stream().map(Entry::known).toList(), places);
        Set<Long> found = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            RegressionGroup group = groups.get(i);
            Entry entry = matching.known()
                    .get(i)
                    .map(known -> entries.get((int) known.id()))
                    .orElseGet(() -> open(kind, group, run));
            entry.become(group, run);
            found.add(entry.known.id());
        }
        kept.stream().filter(entry -> !found.contains(entry.known.id())).forEach(Entry::retract);
    }

    private Entry open(RegressionKind kind, RegressionGroup group, int run) {
        KnownRegression known = known(entries.size(), kind, group);
        Entry entry = new Entry(known, run);
        // As before anything is said of it: a group that is confirmed from the beginning is news.
        entry.retract();
        entries.add(entry);
        return entry;
    }

    private static KnownRegression known(long id, RegressionKind kind, RegressionGroup group) {
        return new KnownRegression(
                id,
                kind,
                group.worse(),
                group.state(),
                Optional.empty(),
                RegressionState.ofLabel(group.state().label()).orElseThrow(),
                false,
                group.runId(),
                group.latest().previousRunId(),
                group.occurrences().getFirst().runId(),
                group.fixedRunId(),
                Set.copyOf(group.series()));
    }
}
