package dev.plumbline.server.rename;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Puts the points of renamed benchmarks into the series in which they go on, and back: all of a project's environments at once. What hangs
 * on a point goes with it: change points, verdicts, the members of regressions, alarms. So the renames that hold decide alone where
 * a point is, and ending a rename puts everything back.
 */
final class JoinedSeries {

    private final Handle handle;
    private final long projectId;

    JoinedSeries(Handle handle, long projectId) {
        this.handle = handle;
        this.projectId = projectId;
    }

    /**
     * Brings the points of benchmarks to where the renames put them, and has what depends on them judged again.
     *
     * @param benchmarks those whose targets may have changed, by the names under which they were measured
     */
    void bring(Collection<Long> benchmarks, LiveRenames renames) {
        List<Long> names = List.copyOf(benchmarks);
        List<Long> targets = names.stream().map(renames::target).toList();
        List<Integer> steps = names.stream().map(renames::steps).toList();
        createSeries(names, targets);
        gather(names, targets, steps);
        movePoints();
        moveChangePoints();
        moveVerdicts();
        moveRegressions();
        moveAlarms();
        dropEmptySeries();
        new JudgedAfterRename(handle, projectId).enqueue();
        handle.execute("drop table moved_point");
    }

    private <S extends SqlStatement<S>> S bound(S statement) {
        return statement.bind("projectId", projectId);
    }

    private void createSeries(List<Long> names, List<Long> targets) {
        bound(handle.createUpdate("""
            insert into series (project_id, benchmark_id, environment_id, metric, unit, symbol, direction, judged)
            select distinct on (r.target, s.environment_id, s.metric, s.unit)
                s.project_id, r.target, s.environment_id, s.metric, s.unit, s.symbol, s.direction, s.judged
            from unnest(:names, :targets) as r (name, target)
                join series s on s.project_id = :projectId and s.benchmark_id = r.name
            where r.name <> r.target and exists (
                select from point p
                where p.project_id = s.project_id and (p.series_id = s.series_id or p.measured_as = s.series_id))
            order by r.target, s.environment_id, s.metric, s.unit, s.series_id
            on conflict (project_id, benchmark_id, environment_id, metric, unit) do nothing
            """))
                .bindArray("names", Long.class, names)
                .bindArray("targets", Long.class, targets)
                .execute();
    }

    /**
     * The points that have to move. A run that measured a benchmark under two of its names keeps the point of the older name in the
     * series of that name.
     */
    private void gather(List<Long> names, List<Long> targets, List<Integer> steps) {
        handle.execute("""
            create temporary table moved_point (
                run_id bigint, from_series bigint, to_series bigint, own_series bigint, from_benchmark bigint, to_benchmark bigint)
            on commit drop
            """);
        bound(handle.createUpdate("""
            insert into moved_point
            select distinct on (t.series_id, p.run_id)
                p.run_id, p.series_id, t.series_id, own.series_id, now_in.benchmark_id, t.benchmark_id
            from unnest(:names, :targets, :steps) as r (name, target, steps)
                join series own on own.project_id = :projectId and own.benchmark_id = r.name
                join series t on t.project_id = own.project_id and t.benchmark_id = r.target
                    and t.environment_id = own.environment_id and t.metric = own.metric and t.unit = own.unit
                cross join lateral (
                    select one.run_id, one.series_id
                    from point one
                    where one.project_id = own.project_id and one.series_id = own.series_id and one.measured_as is null
                    union all
                    select other.run_id, other.series_id
                    from point other
                    where other.project_id = own.project_id and other.measured_as = own.series_id) p
                join series now_in on now_in.project_id = own.project_id and now_in.series_id = p.series_id
            where p.series_id <> t.series_id and not exists (
                select from point there
                where there.project_id = t.project_id and there.series_id = t.series_id and there.run_id = p.run_id)
            order by t.series_id, p.run_id, r.steps, own.series_id
            """))
                .bindArray("names", Long.class, names)
                .bindArray("targets", Long.class, targets)
                .bindArray("steps", Integer.class, steps)
                .execute();
    }

    private void movePoints() {
        bound(handle.createUpdate("""
            update point p
            set series_id = m.to_series, measured_as = nullif(m.own_series, m.to_series)
            from moved_point m
            where p.project_id = :projectId and p.run_id = m.run_id and p.series_id = m.from_series
            """)).execute();
    }

    /** A change point is where its series was first measured at the new level; one without the run before it says nothing any more. */
    private void moveChangePoints() {
        bound(handle.createUpdate("""
            update change_point c
            set series_id = m.to_series
            from moved_point m
            where c.project_id = :projectId and c.run_id = m.run_id and c.series_id = m.from_series
            """)).execute();
        bound(handle.createUpdate("""
            delete from change_point c
            where c.project_id = :projectId
                and c.series_id in (select from_series from moved_point union select to_series from moved_point)
                and not exists (
                    select from point p
                    where p.project_id = c.project_id and p.series_id = c.series_id and p.run_id = c.previous_run_id)
            """)).execute();
    }

    /** A verdict on a run may be about a point of an earlier run of the same commit, with which it was judged. */
    private void moveVerdicts() {
        bound(handle.createUpdate("""
            update verdict v
            set series_id = m.to_series
            from moved_point m
                join run measured on measured.project_id = :projectId and measured.run_id = m.run_id
                join run judged on judged.project_id = measured.project_id and judged.sha = measured.sha
                    and judged.environment_id = measured.environment_id and judged.run_id >= measured.run_id
            where v.project_id = :projectId and v.run_id = judged.run_id and v.series_id = m.from_series
                and not exists (
                    select from point p
                    where p.project_id = v.project_id and p.series_id = v.series_id and p.run_id = v.run_id)
                and not exists (
                    select from verdict there
                    where there.project_id = v.project_id and there.series_id = m.to_series
                        and there.run_id = v.run_id)
            """)).execute();
    }

    /** The members of a regression go where their points at its first run went. */
    private void moveRegressions() {
        bound(handle.createUpdate("""
            update regression g
            set series_ids = array(
                select member.series_id
                from (
                    select coalesce((
                            select m.to_series
                            from moved_point m
                            where m.from_series = each.series_id and (m.run_id = g.run_id or not exists (
                                select from point p
                                where p.project_id = g.project_id and p.series_id = each.series_id))
                            limit 1), each.series_id) as series_id,
                        each.place
                    from unnest(g.series_ids) with ordinality as each (series_id, place)) as member
                group by member.series_id
                order by min(member.place))
            where g.project_id = :projectId and g.series_ids && array(select distinct from_series from moved_point)
            """)).execute();
    }

    private void moveAlarms() {
        bound(handle.createUpdate("""
            update alarm a
            set benchmark_id = m.to_benchmark
            from moved_point m
                join run r on r.project_id = :projectId and r.run_id = m.run_id
            where a.project_id = :projectId and a.run_id = m.run_id and a.benchmark_id = m.from_benchmark
                and a.environment_id = r.environment_id
                and (a.ended_at is not null or not exists (
                    select from alarm open
                    where open.project_id = a.project_id and open.environment_id = a.environment_id
                        and open.benchmark_id = m.to_benchmark and open.kind = a.kind and open.ended_at is null))
            """)).execute();
    }

    /** Series that only a rename had created. */
    private void dropEmptySeries() {
        bound(handle.createUpdate("""
            delete from series s
            where s.project_id = :projectId and s.series_id in (select from_series from moved_point)
                and not exists (
                    select from point p
                    where p.project_id = s.project_id
                        and (p.series_id = s.series_id or p.measured_as = s.series_id))
                and not exists (
                    select from verdict v where v.project_id = s.project_id and v.series_id = s.series_id)
                and not exists (
                    select from change_point c where c.project_id = s.project_id and c.series_id = s.series_id)
                and not exists (
                    select from regression g
                    where g.project_id = s.project_id and g.series_ids @> array[s.series_id])
            """)).execute();
    }
}
