package dev.plumbline.server.judging;

import dev.plumbline.server.change.RunToJudge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The stretch of a branch's runs that judging a run uses: those that may be a baseline and have any of its series. It is bounded by the
 * commits at which these were measured, in however many runs, so that the thousandth commit costs no more than the hundredth: a change
 * point with {@value #SETTLED_AFTER} later commits behind it has settled.
 *
 * @param places the runs, oldest first
 * @param branchId the branch
 * @param candidateIndex the place of the run to judge; the length where it is not on the base branch
 * @param most the most commits before the run to judge that count; of a series that was measured at fewer of them, older runs belong to
 *     the window too
 */
record RunWindow(List<Place> places, long branchId, int candidateIndex, int most) {

    /** Commits in a full window. */
    static final int LENGTH = 150;

    /** This many later commits settle a change point. */
    static final int SETTLED_AFTER = 75;

    /** The most commits of the base branch that a run of another branch is compared with, before segments are considered. */
    private static final int BASELINE_COMMITS = 40;

    /** No runs at all. */
    static final RunWindow NOTHING = new RunWindow(List.of(), 0, 0, 0);

    /** The runs before a place. */
    private static final String EARLIER = """
        from run
            join branch_commit using (project_id, branch_id, sha)
        where project_id = :projectId and environment_id = :environmentId and branch_id = :branchId
            and baseline_eligible and (position, run_id) < (:position, :runId)
        """;

    /** The runs of the newest commits. */
    private static final String NEWEST = """
        select run_id, position
        from measured
        where position >= (
            select coalesce(min(position), 0)
            from (select distinct position from measured order by position desc limit :most) as newest)
        order by position, run_id
        """;

    RunWindow {
        places = List.copyOf(places);
    }

    /**
     * A run in the order of its branch.
     *
     * @param runId the run
     * @param position its commit's position on the branch
     */
    record Place(long runId, long position) {}

    /** The window of a run on the base branch: the commits before it and all after it. */
    static RunWindow around(Handle handle, RunToJudge run, long[] series) {
        List<Place> later = later(handle, run, series);
        int most = Math.max(SETTLED_AFTER, LENGTH - 1 - commits(later));
        List<Place> earlier = earlier(handle, run, run.baseBranchId(), run.position(), run.runId(), most, series);
        Place own = new Place(run.runId(), run.position());
        return new RunWindow(
                Stream.of(earlier, List.of(own), later).flatMap(List::stream).toList(),
                run.baseBranchId(),
                earlier.size(),
                most);
    }

    /**
     * The window of a run elsewhere: the commits of a branch up to a position.
     *
     * @param wanted how many a rule of the project uses
     */
    static RunWindow upTo(Handle handle, RunToJudge run, long branchId, long position, int wanted, long[] series) {
        int most = Math.clamp(wanted, BASELINE_COMMITS, LENGTH);
        List<Place> places = earlier(handle, run, branchId, position, Long.MAX_VALUE, most, series);
        return new RunWindow(places, branchId, places.size(), most);
    }

    /** The window with older runs in front, in which series that were seldom measured were; the same if there are none. */
    RunWindow before(Handle handle, RunToJudge run, long[] seldom) {
        if (places.isEmpty()) {
            return this;
        }
        Place oldest = places.getFirst();
        List<Place> older = earlierOf(handle, run, branchId, oldest.position(), oldest.runId(), most, seldom);
        return older.isEmpty()
                ? this
                : new RunWindow(
                        Stream.concat(older.stream(), places.stream()).toList(),
                        branchId,
                        older.size() + candidateIndex,
                        most);
    }

    /** The runs, oldest first. */
    long[] runs() {
        return places.stream().mapToLong(Place::runId).toArray();
    }

    /** The position of each run's commit on the branch. */
    long[] positions() {
        return places.stream().mapToLong(Place::position).toArray();
    }

    int length() {
        return places.size();
    }

    /** The place of the first run of the commit that the run to judge measured; the length where it is not on the base branch. */
    int commitFrom() {
        int from = candidateIndex;
        while (candidateIndex < places.size()
                && from > 0
                && places.get(from - 1).position() == places.get(candidateIndex).position()) {
            from--;
        }
        return from;
    }

    /** At how many commits before the run to judge a series was measured. */
    int commitsBefore(boolean[] measured) {
        return commits(measured, candidateIndex);
    }

    /** The change points of a series at smaller places have settled, where it was measured at these places. */
    int settledBefore(boolean[] measured) {
        if (candidateIndex == places.size()) {
            return places.size();
        }
        int before = commits(measured, candidateIndex);
        if (before < most) {
            return 0;
        }
        int settled = Math.min(commits(measured, places.size()) - SETTLED_AFTER, before);
        int place = 0;
        for (int commits = 0; place < candidateIndex; place++) {
            commits += begins(measured, place) ? 1 : 0;
            if (commits > settled) {
                break;
            }
        }
        return place;
    }

    private int commits(boolean[] measured, int to) {
        int commits = 0;
        for (int place = 0; place < to; place++) {
            commits += begins(measured, place) ? 1 : 0;
        }
        return commits;
    }

    /** Whether a run is the first of its commit in which a series was measured. */
    private boolean begins(boolean[] measured, int place) {
        if (!measured[place]) {
            return false;
        }
        long position = places.get(place).position();
        for (int earlier = place - 1; earlier >= 0 && places.get(earlier).position() == position; earlier--) {
            if (measured[earlier]) {
                return false;
            }
        }
        return true;
    }

    private static int commits(List<Place> places) {
        return (int) places.stream().mapToLong(Place::position).distinct().count();
    }

    /**
     * The runs of later commits. Those that wait to be judged themselves look back at this one then: no more of them belong to the window
     * than settle a change point, or a history that comes at once would cost the square of its length.
     */
    private static List<Place> later(Handle handle, RunToJudge run, long[] series) {
        Map<Place, Boolean> judged = handle.createQuery("""
            select run_id, position, judged_at is not null as judged
            from run
                join branch_commit using (project_id, branch_id, sha)
            where project_id = :projectId and environment_id = :environmentId and branch_id = :branchId
                and baseline_eligible and (position, run_id) > (:position, :runId)
                and exists (
                    select
                    from point
                    where point.project_id = run.project_id and point.run_id = run.run_id
                        and point.series_id = any (:series))
            order by position, run_id
            """)
                .bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("branchId", run.baseBranchId())
                .bind("position", run.position())
                .bind("runId", run.runId())
                .bind("series", series)
                .reduceResultSet(new LinkedHashMap<>(), (places, row, context) -> {
                    places.put(new Place(row.getLong("run_id"), row.getLong("position")), row.getBoolean("judged"));
                    return places;
                });
        long last = judged.keySet().stream()
                .mapToLong(Place::position)
                .distinct()
                .limit(SETTLED_AFTER)
                .max()
                .orElse(0);
        return judged.keySet().stream()
                .filter(place -> place.position() <= last || judged.getOrDefault(place, false))
                .toList();
    }

    /** Goes back run by run: for series that most runs have. */
    private static List<Place> earlier(
            Handle handle, RunToJudge run, long branchId, long position, long runId, int most, long[] series) {
        return places(bound(
                handle.createQuery("with measured as (select run_id, position " + EARLIER + """
                        and exists (
                            select
                            from point
                            where point.project_id = run.project_id and point.run_id = run.run_id
                                and point.series_id = any (:series)))
                    """ + NEWEST),
                run,
                branchId,
                position,
                runId,
                most,
                series));
    }

    /** Goes through what there is of the series: for those that few runs have. */
    private static List<Place> earlierOf(
            Handle handle, RunToJudge run, long branchId, long position, long runId, int most, long[] series) {
        return places(bound(
                handle.createQuery("with measured as (select run_id, position " + EARLIER + """
                        and run_id in (
                            select run_id
                            from point
                            where project_id = :projectId and series_id = any (:series)))
                    """ + NEWEST),
                run,
                branchId,
                position,
                runId,
                most,
                series));
    }

    private static Query bound(
            Query query, RunToJudge run, long branchId, long position, long runId, int most, long[] series) {
        return query.bind("projectId", run.projectId())
                .bind("environmentId", run.environmentId())
                .bind("branchId", branchId)
                .bind("position", position)
                .bind("runId", runId)
                .bind("most", most)
                .bind("series", series);
    }

    private static List<Place> places(Query query) {
        return query.map((row, context) -> new Place(row.getLong("run_id"), row.getLong("position")))
                .list();
    }
}
