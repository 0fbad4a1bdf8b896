package dev.plumbline.server.site.series;

import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.history.SeriesHistory;
import dev.plumbline.server.report.SeriesInRun;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.ShownVerdict;
import dev.plumbline.server.site.part.VerdictSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key figures of a series: its latest value, its level, its last shift, its noise. */
final class SeriesFigures {

    private SeriesFigures() {}

    static List<SeriesPage.Figure> of(SeriesView view) {
        return view.candidate()
                .filter(run -> !view.isOnTrend(run))
                .map(run -> ofRun(view, run))
                .orElseGet(() -> ofTrend(view));
    }

    private static List<SeriesPage.Figure> ofTrend(SeriesView view) {
        List<SeriesPage.Figure> figures = new ArrayList<>();
        if (view.commits().isEmpty()) {
            return figures;
        }
        MeasuredCommit last = view.commits().getLast();
        figures.add(latest(last, view));
        figures.add(level(view, "Current level"));
        figures.add(lastShift(view.history()));
        figures.add(noise(view));
        return figures;
    }

    private static List<SeriesPage.Figure> ofRun(SeriesView view, SeriesInRun run) {
        List<SeriesPage.Figure> figures = new ArrayList<>();
        figures.add(new SeriesPage.Figure(
                "This run",
                Figures.value(run.value(), view.series().unit()),
                "over " + counted(view, run.forks().size()),
                Tone.NEUTRAL));
        run.verdict()
                .map(verdict -> new ShownVerdict(verdict, "", Optional.empty()))
                .filter(row -> row.stored().verdict().baseline().runs() > 0)
                .ifPresent(row -> {
                    figures.add(new SeriesPage.Figure(
                            "Baseline", row.baseline(), new VerdictSentence(row).baseline(), Tone.NEUTRAL));
                    figures.add(new SeriesPage.Figure(
                            "Change",
                            row.change().isEmpty() ? "–" : row.change(),
                            row.interval().isEmpty() ? row.outcome() : row.outcome() + ", " + row.interval(),
                            row.tone()));
                });
        if (!view.levels().isEmpty()) {
            figures.add(level(view, "Level of " + Printable.line(view.branch()) + " now"));
            figures.add(noise(view));
        }
        return figures;
    }

    private static String counted(SeriesView view, int forks) {
        return Figures.count(forks) + " " + view.series().harness().forks(forks);
    }

    private static SeriesPage.Figure latest(MeasuredCommit last, SeriesView view) {
        double halfWidth = last.halfWidth(new StudentT());
        String unit = view.series().unit();
        return new SeriesPage.Figure(
                "Latest",
                Figures.value(last.value(), unit),
                Double.isFinite(halfWidth)
                        ? new HalfWidth(last.value(), halfWidth, unit).text() + " over "
                                + counted(view, last.forks().length)
                        : "one " + view.series().harness().forks(1) + ": no interval",
                Tone.NEUTRAL);
    }

    private static SeriesPage.Figure level(SeriesView view, String name) {
        SeriesLevel level = view.levels().getLast();
        return new SeriesPage.Figure(
                name,
                Figures.value(level.level(), view.series().unit()),
                "since "
                        + CommitView.abbreviated(
                                view.commits().get(level.from()).commit().sha())
                        + ", " + Figures.count(level.spread().count(), "commit"),
                Tone.NEUTRAL);
    }

    private static SeriesPage.Figure noise(SeriesView view) {
        PointSpread runs = view.levels().getLast().spread();
        double noise = runs.halfWidthOfNext() / Math.abs(runs.mean());
        return new SeriesPage.Figure(
                "Run-to-run noise",
                Double.isFinite(noise) ? "± " + Figures.magnitude(noise) : "–",
                Double.isFinite(noise) ? "where the next run is expected" : "too few runs at this level to tell",
                Tone.NEUTRAL);
    }

    private static SeriesPage.Figure lastShift(SeriesHistory history) {
        if (history.changes().isEmpty()) {
            return new SeriesPage.Figure("Last change", "none found", "the level hasn't shifted so far", Tone.NEUTRAL);
        }
        SeriesHistory.Change change = history.changes().getLast();
        MovedSeries moved = change.moved();
        return new SeriesPage.Figure(
                "Last change",
                Figures.change(moved.ratio()),
                moved.state().label() + ", since "
                        + CommitView.abbreviated(change.commit().sha()),
                Tone.of(moved.outcome()));
    }
}
