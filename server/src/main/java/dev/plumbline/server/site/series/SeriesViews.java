package dev.plumbline.server.site.series;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.history.SeriesContext;
import dev.plumbline.server.history.SeriesContextQueries;
import dev.plumbline.server.history.SeriesHistoryQueries;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.judging.Baseline;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.report.SeriesInRun;
import dev.plumbline.server.report.SeriesInRunQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads what an address of a series asks for; a page, its pictures and what their tooltips say are the same view. */
final class SeriesViews {

    /** Stands for a branch on which the series has no point: no branch has this key. */
    private static final long NO_BRANCH = 0;

    private final SeriesContextQueries contexts;
    private final SeriesHistoryQueries histories;
    private final SeriesInRunQueries runs;

    SeriesViews(Database database) {
        this.contexts = new SeriesContextQueries(database);
        this.histories = new SeriesHistoryQueries(database);
        this.runs = new SeriesInRunQueries(database);
    }

    /**
     * The view that a query asks for: {@code run}, {@code branch}, {@code from}, {@code to} and {@code axis}.
     *
     * @throws ProblemException {@code not-found} if there is no such series, run or branch, {@code invalid-parameter}
     */
    SeriesView load(Project project, long seriesId, Parameters query) {
        SeriesContext context = contexts.load(project, seriesId).orElseThrow(() -> PathKeys.missing("series"));
        Zoom zoom = Zoom.of(query);
        Optional<SeriesInRun> run = query.key("run").map(key -> run(project, context, key));
        String asked = run.isPresent() ? "" : query.text("branch").orElse("");
        Optional<SeriesInRun> compared = run.or(() -> newest(project, context, asked));
        String branch =
                compared.flatMap(SeriesInRun::baseline).map(Baseline::branch).orElse(project.baseBranch());
        HistoryScope scope = new HistoryScope(project.id(), context.environmentId(), branchId(context, branch));
        return SeriesView.of(
                context,
                scope,
                branch,
                asked.equals(project.baseBranch()) ? "" : asked,
                histories.load(scope, context.series().seriesId()),
                zoom,
                compared);
    }

    /** The recent histories of some series on the branch of a view. */
    Map<Long, RecentHistory> recent(HistoryScope scope, List<Long> series) {
        return contexts.histories(scope, series);
    }

    private SeriesInRun run(Project project, SeriesContext context, long run) {
        return runs.of(project.id(), context.series().seriesId(), run)
                .orElseThrow(
                        () -> missing(
                                "The series has no value of a run " + run
                                        + ". The run may be of another project or another environment, or may not have measured this benchmark."));
    }

    /** The newest run of a branch; of the base branch it is the end of the trend itself. */
    private Optional<SeriesInRun> newest(Project project, SeriesContext context, String branch) {
        if (branch.isEmpty() || branch.equals(project.baseBranch())) {
            return Optional.empty();
        }
        return Optional.of(runs.newest(project.id(), context.series().seriesId(), branch)
                .orElseThrow(() -> missing("The series has no run of a branch '" + Printable.line(branch)
                        + "'. A pull request is named by its number: pull/12.")));
    }

    private static ProblemException missing(String detail) {
        return new ProblemException(ProblemKind.NOT_FOUND, detail);
    }

    private static long branchId(SeriesContext context, String branch) {
        return context.branches().stream()
                .filter(one -> one.pullRequest().isEmpty() && one.name().equals(branch))
                .map(HistoryChoices.Branch::id)
                .findFirst()
                .orElse(NO_BRANCH);
    }
}
