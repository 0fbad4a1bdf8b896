package dev.plumbline.server.rename;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.rename.MeasuredBenchmark;
import dev.plumbline.analysis.rename.RenameOffer;
import dev.plumbline.analysis.rename.RenameOffers;
import dev.plumbline.analysis.rename.RenamePair;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The renames that the base branch's measured commits make likely: benchmarks that each environment's newest commits no longer have, and others
 * that the next measured commit brought.
 */
public final class RenameOfferQueries {

    /** How many of the newest measured commits of an environment are looked at. */
    static final int COMMITS = 30;

    /** Runs next to a place whose median is the level there. */
    private static final int RUNS = 5;

    private final Database database;

    public RenameOfferQueries(Database database) {
        this.database = database;
    }

    /**
     * A benchmark of an environment.
     *
     * @param newest the place of the newest commit that has it, from 1 for the newest measured commit
     * @param oldest the place of the oldest
     * @param commits how many commits are looked at
     */
    private record Seen(
            long environment,
            KnownBenchmark benchmark,
            String unit,
            int newest,
            int oldest,
            int commits,
            double newestLevel,
            double oldestLevel) {

        MeasuredBenchmark gone() {
            return new MeasuredBenchmark(benchmark.id(), unit, newestLevel);
        }

        MeasuredBenchmark come() {
            return new MeasuredBenchmark(benchmark.id(), unit, oldestLevel);
        }
    }

    /** What is offered, by pattern; none that holds already or that can't be joined. */
    public List<RenameOffer> offers(long projectId) {
        return database.read(handle -> {
            List<Seen> seen = seen(handle, projectId);
            Set<RenamePair> pairs = new HashSet<>();
            seen.stream()
                    .collect(Collectors.groupingBy(Seen::environment))
                    .values()
                    .forEach(one -> pairs.addAll(pairs(one)));
            Set<RenamePair> certain = RenameOffers.unambiguous(pairs);
            Map<BenchmarkId, KnownBenchmark> known = new HashMap<>();
            seen.forEach(one -> known.put(one.benchmark().id(), one.benchmark()));
            return RenameOffers.grouped(joinable(handle, projectId, certain, known));
        });
    }

    /**
     * What is offered between two sides of a comparison.
     *
     * @param before the runs in which the old benchmarks were measured
     * @param after the runs in which the new ones were
     * @param gone what the newer side lacks
     * @param come what the older side lacks
     */
    public List<RenameOffer> between(
            long projectId, List<Long> before, List<Long> after, Set<BenchmarkId> gone, Set<BenchmarkId> come) {
        if (gone.isEmpty() || come.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> {
            Map<BenchmarkId, KnownBenchmark> known = new HashMap<>();
            Set<RenamePair> pairs = RenameOffers.pairs(
                    measured(handle, projectId, before, gone, known), measured(handle, projectId, after, come, known));
            return RenameOffers.grouped(joinable(handle, projectId, pairs, known));
        });
    }

    /** Benchmarks with their scores in the newest of some runs that has them. */
    private static Collection<MeasuredBenchmark> measured(
            Handle handle,
            long projectId,
            List<Long> runs,
            Set<BenchmarkId> wanted,
            Map<BenchmarkId, KnownBenchmark> known) {
        Map<BenchmarkId, MeasuredBenchmark> measured = new LinkedHashMap<>();
        handle.createQuery("select p.value, s.unit, " + KnownBenchmark.COLUMNS + """
            from point p
                join series s on s.project_id = p.project_id and s.series_id = p.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            where p.project_id = :projectId and p.run_id = any (:runs) and s.metric = 'score'
            order by p.run_id
            """)
                .bind("projectId", projectId)
                .bindArray("runs", Long.class, runs)
                .map((row, context) -> {
                    KnownBenchmark benchmark = KnownBenchmark.of(row);
                    if (wanted.contains(benchmark.id())) {
                        known.put(benchmark.id(), benchmark);
                        measured.put(
                                benchmark.id(),
                                new MeasuredBenchmark(benchmark.id(), row.getString("unit"), row.getDouble("value")));
                    }
                    return benchmark;
                })
                .list();
        return measured.values();
    }

    /** The pairs of one environment. */
    private static Set<RenamePair> pairs(List<Seen> seen) {
        Set<RenamePair> pairs = new HashSet<>();
        for (int place : new TreeSet<>(seen.stream().map(Seen::oldest).toList())) {
            List<MeasuredBenchmark> come = seen.stream()
                    .filter(one -> one.oldest() == place && place < one.commits())
                    .map(Seen::come)
                    .toList();
            List<MeasuredBenchmark> gone = seen.stream()
                    .filter(one -> one.newest() == place + 1)
                    .map(Seen::gone)
                    .toList();
            pairs.addAll(RenameOffers.pairs(gone, come));
        }
        return pairs;
    }

    private static Set<RenamePair> joinable(
            Handle handle, long projectId, Set<RenamePair> pairs, Map<BenchmarkId, KnownBenchmark> known) {
        if (pairs.isEmpty()) {
            return pairs;
        }
        List<RenamedPair> keyed = new ArrayList<>();
        for (RenamePair pair : pairs) {
            KnownBenchmark from = known.get(pair.from());
            KnownBenchmark to = known.get(pair.to());
            if (from != null && to != null) {
                keyed.add(new RenamedPair(from, to));
            }
        }
        return new RenamePlanning(handle, projectId, LiveRenames.load(handle, projectId))
                .joinable(keyed).stream().map(RenamedPair::pair).collect(Collectors.toSet());
    }

    /**
     * Most benchmarks are in the newest commit and in the oldest one that is looked at: only of the others all points are read, one series
     * after the other ({@code offset 0}), because the planner takes them for half of the table.
     */
    private static List<Seen> seen(Handle handle, long projectId) {
        return handle.createQuery("""
            with placed as (
                select r.environment_id, r.run_id,
                    dense_rank() over (partition by r.environment_id order by o.position desc) as place
                from run r
                    join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                    join project p on p.project_id = r.project_id and p.base_branch = b.name
                    join branch_commit o
                        on o.project_id = r.project_id and o.branch_id = r.branch_id and o.sha = r.sha
                where r.project_id = :projectId and b.pull_request is null and r.baseline_eligible),
            measured as materialized (
                select environment_id, run_id, place, max(place) over (partition by environment_id) as commits
                from placed
                where place <= :commits),
            stable as materialized (
                select p.series_id
                from measured m
                    join point p on p.project_id = :projectId and p.run_id = m.run_id
                where m.place = 1
                intersect
                select p.series_id
                from measured m
                    join point p on p.project_id = :projectId and p.run_id = m.run_id
                where m.place = m.commits),
            changed as materialized (
                select s.series_id, s.benchmark_id, s.unit
                from series s
                where s.project_id = :projectId and s.metric = 'score'
                    and s.series_id not in (select series_id from stable)),
            seen as (
                select m.environment_id, s.benchmark_id, min(s.unit) as unit,
                    min(m.place) as newest, max(m.place) as oldest, max(m.commits) as commits,
                    array_agg(pt.value order by m.place) as newest_values,
                    array_agg(pt.value order by m.place desc) as oldest_values
                from changed s
                    cross join lateral (
                        select p.run_id, p.value
                        from point p
                        where p.project_id = :projectId and p.series_id = s.series_id
                            and p.run_id = any (array(select run_id from measured))
                        offset 0) pt
                    join measured m on m.run_id = pt.run_id
                group by m.environment_id, s.benchmark_id)
            select seen.environment_id, seen.unit, seen.newest, seen.oldest, seen.newest_values, seen.oldest_values,
                seen.commits,
            """ + KnownBenchmark.COLUMNS + """
            from seen
                join benchmark b on b.project_id = :projectId and b.benchmark_id = seen.benchmark_id
            """)
                .bind("projectId", projectId)
                .bind("commits", COMMITS)
                .map((row, context) -> seen(row))
                .list();
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getLong("environment_id"),
                KnownBenchmark.of(row),
                row.getString("unit"),
                row.getInt("newest"),
                row.getInt("oldest"),
                row.getInt("commits"),
                median(Columns.numbers(row, "newest_values")),
                median(Columns.numbers(row, "oldest_values")));
    }

    /** The median of the first values. */
    private static double median(double[] values) {
        double[] sorted = Arrays.copyOf(values, Math.min(values.length, RUNS));
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
