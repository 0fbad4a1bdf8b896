package dev.plumbline.server.regression;

import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.change.StoredChangePoint;
import java.util.Comparator;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** What a regression was found as, in words that stay when its change points are gone: the largest change, its series and how many others. */
final class FoundAs {

    private static final Comparator<StoredChangePoint> LARGEST =
            Comparator.comparingDouble(point -> Double.isNaN(point.ratio()) ? -1 : Math.abs(Math.log(point.ratio())));

    private FoundAs() {}

    /** {@code com.acme.Parser.parse score +12.3 %, and 2 more series}. */
    static String of(Handle handle, RunToJudge run, RegressionGroup group, RegressionKind kind) {
        StoredChangePoint largest =
                group.latest().members().stream().max(LARGEST).orElseThrow();
        String change = Double.isNaN(largest.ratio())
                ? "a new level"
                : String.format(Locale.ROOT, "%+.1f %%", 100 * (largest.ratio() - 1)).replace('-', '−');
        return switch (kind) {
            case SUITE -> "all benchmarks together " + change;
            case SERIES ->
                name(handle, run, largest.seriesId()) + " " + change
                        + others(group.series().size() - 1);
        };
    }

    private static String others(int count) {
        return count == 0 ? "" : ", and " + count + " more series";
    }

    private static String name(Handle handle, RunToJudge run, long seriesId) {
        return handle.createQuery("""
            select benchmark.name || ' ' || metric
            from series
                join benchmark using (project_id, benchmark_id)
            where project_id = :projectId and series_id = :seriesId
            """)
                .bind("projectId", run.projectId())
                .bind("seriesId", seriesId)
                .mapTo(String.class)
                .one();
    }
}
