package dev.plumbline.server.notification.watchdog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** The newest commits of the base branch that were measured in an environment, and which benchmarks have a score in them. */
final class NewestCommits {

    /** How many commits are looked at: more than a burst of uploads brings between two looks. */
    private static final int COMMITS = 30;

    /** How many of the commits before a benchmark was lost say whether it used to be measured. */
    private static final int HAVING = 5;

    /** A history shorter than this shows nothing. */
    private static final int LEAST_HAVING = 3;

    /** How many of those commits may lack it. */
    private static final int SPARED = 1;

    private final Handle handle;
    private final long projectId;
    private final long environmentId;
    private final List<Commit> commits;

    private NewestCommits(Handle handle, long projectId, long environmentId, List<Commit> commits) {
        this.handle = handle;
        this.projectId = projectId;
        this.environmentId = environmentId;
        this.commits = commits;
    }

    /** The runs of one commit, oldest first, and how many documents were uploaded for them. */
    private record Commit(List<Long> runs, long uploads) {}

    /**
     * A benchmark that was measured and is not any more.
     *
     * @param benchmark its key
     * @param lastRun the newest run that has a score of it
     * @param firstWithout the first run after that
     */
    record Gap(long benchmark, long lastRun, long firstWithout) {}

    static NewestCommits load(Handle handle, long projectId, long environmentId) {
        List<Commit> commits = handle.createQuery("""
            select array_agg(r.run_id order by r.run_id) as runs, sum(r.uploads) as uploads
            from run r
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                join project p on p.project_id = r.project_id
                join branch_commit bc on bc.project_id = r.project_id
                    and bc.branch_id = r.branch_id and bc.sha = r.sha
            where r.project_id = :projectId and r.environment_id = :environmentId and r.baseline_eligible
                and b.name = p.base_branch and b.pull_request is null
            group by r.sha
            order by max(bc.position) desc
            limit :commits
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environmentId)
                .bind("commits", COMMITS)
                .map((row, context) ->
                        new Commit(List.of((Long[]) row.getArray("runs").getArray()), row.getLong("uploads")))
                .list();
        return new NewestCommits(handle, projectId, environmentId, commits);
    }

    boolean isEmpty() {
        return commits.isEmpty();
    }

    /** The environment's benchmarks without a score in the newest commit. */
    Set<Long> absent() {
        return handle.createQuery("""
            select distinct s.benchmark_id
            from series s
            where s.project_id = :projectId and s.environment_id = :environmentId and s.metric = 'score'
            except
            select s.benchmark_id
            from point p
                join series s on s.project_id = p.project_id and s.series_id = p.series_id
            where p.project_id = :projectId and p.run_id = any (:newest) and s.metric = 'score'
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environmentId)
                .bindArray("newest", Long.class, commits.getFirst().runs())
                .mapTo(Long.class)
                .set();
    }

    /** The benchmarks that the newest commit's documents list without a score. */
    Set<Long> failed() {
        return handle.createQuery("""
            select benchmark_id from failure where project_id = :projectId and run_id = any (:newest)
            """)
                .bind("projectId", projectId)
                .bindArray("newest", Long.class, commits.getFirst().runs())
                .mapTo(Long.class)
                .set();
    }

    private record Measured(long benchmark, long run) {}

    /** Those of some benchmarks that used to be measured, with where they were lost. */
    List<Gap> gaps(Set<Long> absent) {
        if (absent.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> places = new HashMap<>();
        for (int place = 0; place < commits.size(); place++) {
            for (long run : commits.get(place).runs()) {
                places.put(run, place);
            }
        }
        Map<Long, TreeMap<Integer, Long>> having = new HashMap<>();
        for (Measured measured : measured(absent, places.keySet())) {
            having.computeIfAbsent(measured.benchmark(), first -> new TreeMap<>())
                    .merge(places.getOrDefault(measured.run(), 0), measured.run(), Math::max);
        }
        List<Gap> gaps = new ArrayList<>();
        having.forEach((benchmark, runs) -> {
            int last = runs.firstKey();
            if (isWhole(last) && usedToBeMeasured(new HashSet<>(runs.keySet()), last)) {
                gaps.add(new Gap(
                        benchmark,
                        runs.firstEntry().getValue(),
                        commits.get(last - 1).runs().getFirst()));
            }
        });
        return gaps;
    }

    /** Whether nothing is to be expected any more that could bring a benchmark back that the commit at this place has. */
    private boolean isWhole(int last) {
        return last > 1
                || (last == 1
                        && commits.getFirst().uploads() >= commits.get(last).uploads());
    }

    private boolean usedToBeMeasured(Set<Integer> having, int last) {
        int end = Math.min(last + HAVING, commits.size());
        long measured = IntStream.range(last, end).filter(having::contains).count();
        return measured >= LEAST_HAVING && measured >= end - last - SPARED;
    }

    private List<Measured> measured(Set<Long> benchmarks, Set<Long> runs) {
        return handle.createQuery("""
            select s.benchmark_id, p.run_id
            from series s
                join point p on p.project_id = s.project_id and p.series_id = s.series_id
            where s.project_id = :projectId and s.environment_id = :environmentId and s.metric = 'score'
                and s.benchmark_id = any (:benchmarks) and p.run_id = any (:runs)
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environmentId)
                .bindArray("benchmarks", Long.class, benchmarks)
                .bindArray("runs", Long.class, runs)
                .map((row, context) -> new Measured(row.getLong("benchmark_id"), row.getLong("run_id")))
                .list();
    }
}
