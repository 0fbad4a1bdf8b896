package dev.plumbline.server.rename;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.rename.RenamePair;
import dev.plumbline.analysis.rename.RenamePattern;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.database.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Finds the pairs of a pattern among a project's benchmarks, and says which of them can't be joined. */
final class RenamePlanning {

    private static final int NAME_LENGTH = 200;

    private final Handle handle;
    private final long projectId;
    private final LiveRenames live;

    RenamePlanning(Handle handle, long projectId, LiveRenames live) {
        this.handle = handle;
        this.projectId = projectId;
        this.live = live;
    }

    /**
     * The pairs to join and the plan that tells of them.
     *
     * @param pairs with their keys
     * @param plan the same for people
     */
    record Planned(List<RenamedPair> pairs, RenamePlan plan) {}

    /**
     * Plans a rename.
     *
     * @param wanted which pairs to consider
     * @throws StoreException {@code invalid-rename} when the pattern matches no benchmark, or nothing of what it matches can be joined
     */
    Planned plan(RenamePattern pattern, Predicate<RenamePair> wanted) {
        List<KnownBenchmark> known = KnownBenchmark.of(handle, projectId);
        Map<BenchmarkId, KnownBenchmark> byId = new HashMap<>();
        known.forEach(benchmark -> byId.put(benchmark.id(), benchmark));
        List<RenamedPair> pairs = new ArrayList<>();
        List<RenamePair> unmatched = new ArrayList<>();
        boolean matched = false;
        for (KnownBenchmark old : known) {
            Optional<BenchmarkId> young = pattern.renamed(old.id().name())
                    .filter(name -> !name.isEmpty() && !name.equals(old.id().name()))
                    .map(name -> new BenchmarkId(
                            name, old.id().params(), old.id().mode(), old.id().threads()));
            if (young.isEmpty()) {
                continue;
            }
            matched = true;
            KnownBenchmark found = byId.get(young.get());
            RenamePair pair = new RenamePair(old.id(), young.get());
            if (found == null) {
                unmatched.add(pair);
            } else if (wanted.test(pair)) {
                pairs.add(new RenamedPair(old, found));
            }
        }
        if (!matched) {
            throw unknown(pattern.from(), known);
        }
        if (pairs.isEmpty() && !unmatched.isEmpty()) {
            throw unknown(unmatched.getFirst().to().name(), known);
        }
        return sorted(pattern, pairs, unmatched);
    }

    private Planned sorted(RenamePattern pattern, List<RenamedPair> pairs, List<RenamePair> unmatched) {
        Map<RenamedPair, String> why = reasons(pairs);
        List<RenamedPair> good =
                pairs.stream().filter(pair -> !why.containsKey(pair)).toList();
        if (good.isEmpty()) {
            throw new StoreException(
                    "invalid-rename",
                    pairs.stream()
                            .findFirst()
                            .map(why::get)
                            .orElse("Nothing of " + pattern + " is offered any more. Look at the list of offers."));
        }
        return new Planned(
                good,
                new RenamePlan(
                        pattern,
                        good.stream().map(RenamedPair::pair).toList(),
                        pairs.stream()
                                .filter(why::containsKey)
                                .map(pair -> new RenamePlan.Refused(pair.pair(), why.getOrDefault(pair, "")))
                                .toList(),
                        unmatched));
    }

    /** Those of some pairs that could be joined. */
    List<RenamedPair> joinable(List<RenamedPair> pairs) {
        Map<RenamedPair, String> why = reasons(pairs);
        return pairs.stream().filter(pair -> !why.containsKey(pair)).toList();
    }

    private Map<RenamedPair, String> reasons(List<RenamedPair> pairs) {
        Map<RenamedPair, String> why = new HashMap<>();
        Set<Long> both = bothMeasured(pairs);
        Set<Long> used = new HashSet<>();
        for (RenamedPair pair : pairs) {
            Long earlier = live.to().get(pair.from().key());
            if (earlier != null && earlier == pair.to().key()) {
                why.put(pair, shown(pair.from()) + " is already renamed to " + shown(pair.to()) + ".");
            } else if (earlier != null) {
                why.put(pair, shown(pair.from()) + " is already renamed to another benchmark. Undo that rename first.");
            } else if (both.contains(pair.from().key())) {
                why.put(
                        pair,
                        shown(pair.from()) + " and " + shown(pair.to())
                                + " were both measured at one commit, so they are different benchmarks and can't be joined.");
            } else if (!used.add(pair.from().key()) || !used.add(pair.to().key())) {
                why.put(
                        pair,
                        "The pattern renames " + shown(pair.from()) + " or " + shown(pair.to())
                                + " twice. Rename the benchmarks one after the other.");
            }
        }
        return why;
    }

    /** The old benchmarks of pairs of which both names, with those that they are joined with, were measured at one commit in one environment. */
    private Set<Long> bothMeasured(List<RenamedPair> pairs) {
        return new HashSet<>(handle.createQuery("""
            select distinct pair.name
            from unnest(:names, :old, :young) as pair (name, old, young)
                join series a on a.project_id = :projectId and a.benchmark_id = pair.old
                join series b on b.project_id = a.project_id and b.benchmark_id = pair.young
                    and b.environment_id = a.environment_id and b.metric = a.metric
                join point pa on pa.project_id = a.project_id and pa.series_id = a.series_id
                join run ra on ra.project_id = pa.project_id and ra.run_id = pa.run_id
                join run rb on rb.project_id = ra.project_id and rb.sha = ra.sha and rb.environment_id = ra.environment_id
                join point pb on pb.project_id = b.project_id and pb.series_id = b.series_id and pb.run_id = rb.run_id
            where pair.old <> pair.young
            """)
                .bindArray(
                        "names",
                        Long.class,
                        pairs.stream().map(pair -> pair.from().key()).toList())
                .bindArray(
                        "old",
                        Long.class,
                        pairs.stream()
                                .map(pair -> live.target(pair.from().key()))
                                .toList())
                .bindArray(
                        "young",
                        Long.class,
                        pairs.stream().map(pair -> live.target(pair.to().key())).toList())
                .bind("projectId", projectId)
                .mapTo(Long.class)
                .list());
    }

    private StoreException unknown(String name, List<KnownBenchmark> known) {
        List<String> nearest = NearestNames.of(
                name, known.stream().map(benchmark -> benchmark.id().name()).toList());
        String hint = nearest.isEmpty()
                ? "The project has no benchmark yet."
                : "The nearest names are "
                        + String.join(
                                ", ",
                                nearest.stream().map(RenamePlanning::shown).toList()) + ".";
        return new StoreException(
                "invalid-rename", "No benchmark is called " + shown(name) + " in this project. " + hint);
    }

    private static String shown(KnownBenchmark benchmark) {
        return shown(benchmark.id().name());
    }

    private static String shown(String name) {
        String line = Printable.line(name);
        return "'" + (line.length() <= NAME_LENGTH ? line : line.substring(0, NAME_LENGTH) + "…") + "'";
    }
}
