package dev.plumbline.server.rename;

import dev.plumbline.analysis.rename.RenamePair;
import dev.plumbline.analysis.rename.RenamePattern;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The renames that people accepted. They hold in all environments of a project. */
public final class Renames {

    private final Database database;

    public Renames(Database database) {
        this.database = database;
    }

    /** What accepting a pattern would do; throws what {@link #accept} would throw. */
    public RenamePlan plan(long projectId, RenamePattern pattern) {
        return database.read(handle -> new RenamePlanning(handle, projectId, LiveRenames.load(handle, projectId))
                .plan(pattern, pair -> true)
                .plan());
    }

    /**
     * Joins the benchmarks that a pattern pairs: the history of each old one goes on in the new one, now and for what is still measured
     * under the old name.
     *
     * @param who who accepts it
     * @return what was done
     * @throws dev.plumbline.server.database.StoreException {@code invalid-rename} when nothing can be joined
     */
    public RenamePlan accept(long projectId, RenamePattern pattern, String who) {
        return accept(projectId, pattern, who, (Predicate<RenamePair>) pair -> true);
    }

    /** Joins likewise, but only what is still offered. */
    public RenamePlan acceptOffered(long projectId, RenamePattern pattern, String who) {
        Set<RenamePair> offered = new HashSet<>();
        new RenameOfferQueries(database).offers(projectId).forEach(offer -> offered.addAll(offer.pairs()));
        return accept(projectId, pattern, who, offered);
    }

    /** Joins likewise, but only these pairs. */
    public RenamePlan accept(long projectId, RenamePattern pattern, String who, Set<RenamePair> offered) {
        return accept(projectId, pattern, who, (Predicate<RenamePair>) offered::contains);
    }

    private RenamePlan accept(long projectId, RenamePattern pattern, String who, Predicate<RenamePair> wanted) {
        return database.transaction(handle -> {
            lock(handle, projectId);
            LiveRenames live = LiveRenames.load(handle, projectId);
            RenamePlanning.Planned planned = new RenamePlanning(handle, projectId, live).plan(pattern, wanted);
            long rename = insert(handle, projectId, pattern, who);
            Set<Long> concerned = new HashSet<>();
            LiveRenames after = live;
            for (RenamedPair pair : planned.pairs()) {
                concerned.addAll(live.namesakes(pair.from().key()));
                concerned.addAll(live.namesakes(pair.to().key()));
                if (after.reaches(pair.to().key(), pair.from().key())) {
                    endReversed(handle, projectId, rename, pair.to().key());
                }
                after = after.with(pair.from().key(), pair.to().key());
            }
            insert(handle, projectId, rename, planned.pairs());
            new JoinedSeries(handle, projectId).bring(concerned, after);
            return planned.plan();
        });
    }

    /**
     * Ends a rename: each point goes back to the name under which it was measured, unless another rename holds. One that it had reversed
     * holds again.
     *
     * @return false when the project has no such rename that holds
     */
    public boolean undo(long projectId, long renameId, String who) {
        return database.transaction(handle -> {
            lock(handle, projectId);
            LiveRenames live = LiveRenames.load(handle, projectId);
            int undone = handle.createUpdate("""
                update rename set undone_at = now(), undone_by = :who
                where project_id = :projectId and rename_id = :renameId and undone_at is null
                """)
                    .bind("who", who)
                    .bind("projectId", projectId)
                    .bind("renameId", renameId)
                    .execute();
            if (undone == 0) {
                return false;
            }
            Set<Long> concerned = new HashSet<>();
            for (long old : end(handle, projectId, renameId)) {
                concerned.addAll(live.namesakes(old));
            }
            new JoinedSeries(handle, projectId).bring(concerned, revived(handle, projectId, renameId));
            return true;
        });
    }

    /** The renames that hold, latest first. */
    public List<AcceptedRename> all(long projectId) {
        return database.read(handle -> {
            Map<Long, List<RenamePair>> pairs = pairs(handle, projectId);
            return handle.createQuery("""
                select rename_id, from_pattern, to_pattern, accepted_at, accepted_by
                from rename
                where project_id = :projectId and undone_at is null and exists (
                    select from renamed_benchmark n
                    where n.project_id = rename.project_id and n.rename_id = rename.rename_id and n.live)
                order by accepted_at desc, rename_id desc
                """)
                    .bind("projectId", projectId)
                    .map((row, context) -> new AcceptedRename(
                            row.getLong("rename_id"),
                            new RenamePattern(row.getString("from_pattern"), row.getString("to_pattern")),
                            pairs.getOrDefault(row.getLong("rename_id"), List.of()),
                            Columns.instant(row, "accepted_at").orElseThrow(),
                            row.getString("accepted_by")))
                    .list();
        });
    }

    private static Map<Long, List<RenamePair>> pairs(Handle handle, long projectId) {
        record Old(long rename, long young, KnownBenchmark benchmark) {}
        Map<Long, KnownBenchmark> young = new LinkedHashMap<>();
        handle.createQuery("select " + KnownBenchmark.COLUMNS + """
            from benchmark b
            where b.project_id = :projectId and b.benchmark_id in (
                select to_benchmark_id from renamed_benchmark where project_id = :projectId)
            """)
                .bind("projectId", projectId)
                .map((row, context) -> KnownBenchmark.of(row))
                .forEach(benchmark -> young.put(benchmark.key(), benchmark));
        Map<Long, List<RenamePair>> pairs = new LinkedHashMap<>();
        handle.createQuery("select n.rename_id, n.to_benchmark_id, " + KnownBenchmark.COLUMNS + """
            from renamed_benchmark n
                join benchmark b on b.project_id = n.project_id and b.benchmark_id = n.from_benchmark_id
            where n.project_id = :projectId and n.live
            order by b.name, b.benchmark_id
            """)
                .bind("projectId", projectId)
                .map((row, context) ->
                        new Old(row.getLong("rename_id"), row.getLong("to_benchmark_id"), KnownBenchmark.of(row)))
                .forEach(old -> {
                    KnownBenchmark to = young.get(old.young());
                    if (to != null) {
                        pairs.computeIfAbsent(old.rename(), first -> new ArrayList<>())
                                .add(new RenamePair(old.benchmark().id(), to.id()));
                    }
                });
        return pairs;
    }

    /**
     * Waits for what is being judged and stored, and lets nothing of the project be judged or stored until the transaction ends. The
     * project comes last, because whoever holds one of the other rows may still write rows that refer to the project.
     */
    private static void lock(Handle handle, long projectId) {
        lock(handle, projectId, """
            select 1 from environment where project_id = :projectId order by environment_id for no key update
            """);
        lock(handle, projectId, """
            select 1 from regression where project_id = :projectId order by regression_id for no key update
            """);
        lock(handle, projectId, """
            select 1 from alarm where project_id = :projectId order by alarm_id for no key update
            """);
        lock(handle, projectId, "select 1 from project where project_id = :projectId for update");
    }

    private static void lock(Handle handle, long projectId, String sql) {
        handle.createQuery(sql).bind("projectId", projectId).mapTo(int.class).list();
    }

    private static long insert(Handle handle, long projectId, RenamePattern pattern, String who) {
        return handle.createQuery("""
            insert into rename (project_id, from_pattern, to_pattern, accepted_by)
            values (:projectId, :from, :to, :who)
            returning rename_id
            """)
                .bind("projectId", projectId)
                .bind("from", pattern.from())
                .bind("to", pattern.to())
                .bind("who", who)
                .mapTo(Long.class)
                .one();
    }

    private static void insert(Handle handle, long projectId, long rename, List<RenamedPair> pairs) {
        PreparedBatch batch = handle.prepareBatch("""
            insert into renamed_benchmark (project_id, rename_id, from_benchmark_id, to_benchmark_id)
            values (:projectId, :renameId, :from, :to)
            """);
        for (RenamedPair pair : pairs) {
            batch.bind("projectId", projectId)
                    .bind("renameId", rename)
                    .bind("from", pair.from().key())
                    .bind("to", pair.to().key())
                    .add();
        }
        batch.execute();
    }

    /** A benchmark that gets its old name back: the rename that took it away no longer holds. */
    private static void endReversed(Handle handle, long projectId, long rename, long benchmark) {
        handle.createUpdate("""
            update renamed_benchmark set live = false, ended_by = :renameId
            where project_id = :projectId and from_benchmark_id = :benchmark and live
            """)
                .bind("renameId", rename)
                .bind("projectId", projectId)
                .bind("benchmark", benchmark)
                .execute();
    }

    private static List<Long> end(Handle handle, long projectId, long rename) {
        return handle.createQuery("""
            with ended as (
                update renamed_benchmark set live = false
                where project_id = :projectId and rename_id = :renameId and live
                returning from_benchmark_id)
            select from_benchmark_id from ended
            """)
                .bind("projectId", projectId)
                .bind("renameId", rename)
                .mapTo(Long.class)
                .list();
    }

    /** What a rename had ended holds again, unless its own rename was undone, or something else has taken its place since. */
    private static LiveRenames revived(Handle handle, long projectId, long rename) {
        record Ended(long rename, long from, long to) {}
        LiveRenames live = LiveRenames.load(handle, projectId);
        for (Ended ended : handle.createQuery("""
            select n.rename_id, n.from_benchmark_id, n.to_benchmark_id
            from renamed_benchmark n
                join rename r on r.project_id = n.project_id and r.rename_id = n.rename_id and r.undone_at is null
            where n.project_id = :projectId and n.ended_by = :renameId
            order by n.rename_id desc, n.from_benchmark_id
            """)
                .bind("projectId", projectId)
                .bind("renameId", rename)
                .map((row, context) -> new Ended(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list()) {
            if (!live.to().containsKey(ended.from()) && !live.reaches(ended.to(), ended.from())) {
                revive(handle, projectId, ended.rename(), ended.from());
                live = live.with(ended.from(), ended.to());
            }
        }
        return live;
    }

    private static void revive(Handle handle, long projectId, long rename, long benchmark) {
        handle.createUpdate("""
            update renamed_benchmark set live = true, ended_by = null
            where project_id = :projectId and rename_id = :renameId and from_benchmark_id = :benchmark
            """)
                .bind("projectId", projectId)
                .bind("renameId", rename)
                .bind("benchmark", benchmark)
                .execute();
    }
}
