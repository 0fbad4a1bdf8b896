package dev.plumbline.server.judging;

import dev.plumbline.server.baseline.MarkedPlaces;
import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.change.StoredShift;
import dev.plumbline.server.history.Ancestry;
import dev.plumbline.server.judging.JudgingInput.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Judging starts anew where a person marked a new baseline: what a covered series was on the other side of a mark is hidden from it, so that no
 * change point, segment or baseline reaches over the mark. The change points there stay as they are stored.
 */
final class MarkedHistories {

    private MarkedHistories() {}

    /** The input without what lies on the other side of a mark. */
    static JudgingInput of(Handle handle, RunToJudge run, JudgingInput input) {
        MarkedPlaces marks = MarkedPlaces.load(handle, run.projectId(), run.baseBranchId());
        if (marks.isEmpty() || input.runs().length == 0 || input.against() == JudgingInput.Against.PAIR) {
            return input;
        }
        Map<Long, Long> positions = positions(handle, run, input.runs());
        Optional<Long> own = own(handle, run, input, positions);
        if (own.isEmpty()) {
            return input;
        }
        Map<Long, String> names = names(handle, run, input);
        List<History> series = new ArrayList<>();
        for (History history : input.series()) {
            MarkedPlaces covering = marks.of(names.getOrDefault(history.seriesId(), ""));
            series.add(covering.isEmpty() ? history : visible(history, input.runs(), positions, covering, own.get()));
        }
        return input.with(series, shifts(input, series));
    }

    private static History visible(
            History history, long[] runs, Map<Long, Long> positions, MarkedPlaces marks, long own) {
        double[] @Nullable [] forks = history.forks().clone();
        Set<Long> hidden = new HashSet<>();
        for (int place = 0; place < runs.length; place++) {
            if (!marks.together(positions.getOrDefault(runs[place], own), own)) {
                forks[place] = null;
                hidden.add(runs[place]);
            }
        }
        return history.with(
                forks,
                history.changePoints().stream()
                        .filter(point -> !hidden.contains(point.runId()))
                        .toList());
    }

    /** The shifts behind the first run that any series shows: an earlier one has nothing before it. */
    private static List<StoredShift> shifts(JudgingInput input, List<History> series) {
        int first = 0;
        while (first < input.runs().length && isHidden(first, series)) {
            first++;
        }
        List<Long> hidden = Arrays.stream(input.runs(), 0, Math.min(first + 1, input.runs().length))
                .boxed()
                .toList();
        return input.shifts().stream()
                .filter(shift -> !hidden.contains(shift.runId()))
                .toList();
    }

    private static boolean isHidden(int place, List<History> series) {
        return series.stream().allMatch(history -> history.forks()[place] == null);
    }

    /** The place of the run on the base branch; for a run elsewhere, where its line left it, or that of the baseline's newest run. */
    private static Optional<Long> own(Handle handle, RunToJudge run, JudgingInput input, Map<Long, Long> positions) {
        if (input.base()) {
            return Optional.of(run.position());
        }
        return new Ancestry(handle, run.projectId(), run.sha())
                .firstOn(run.baseBranchId())
                .map(Ancestry.Place::position)
                .or(() -> Optional.ofNullable(positions.get(input.runs()[input.runs().length - 1])));
    }

    private static Map<Long, Long> positions(Handle handle, RunToJudge run, long[] runs) {
        return handle.createQuery("""
            select r.run_id, o.position
            from run r
                join branch_commit o on o.project_id = r.project_id and o.branch_id = :branchId and o.sha = r.sha
            where r.project_id = :projectId and r.run_id = any (:runs)
            """)
                .bind("projectId", run.projectId())
                .bind("branchId", run.baseBranchId())
                .bind("runs", runs)
                .reduceResultSet(new HashMap<>(), (positions, row, context) -> {
                    positions.put(row.getLong("run_id"), row.getLong("position"));
                    return positions;
                });
    }

    private static Map<Long, String> names(Handle handle, RunToJudge run, JudgingInput input) {
        return handle.createQuery("""
            select s.series_id, b.name
            from series s
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            where s.project_id = :projectId and s.series_id = any (:series)
            """)
                .bind("projectId", run.projectId())
                .bindArray(
                        "series",
                        Long.class,
                        input.series().stream().map(History::seriesId).toList())
                .reduceResultSet(new HashMap<>(), (names, row, context) -> {
                    names.put(row.getLong("series_id"), row.getString("name"));
                    return names;
                });
    }
}
