package dev.plumbline.server.site.series;

import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.history.SeriesHistory;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Tone;
import java.util.ArrayList;
import java.util.List;

/** The key figures of a series: its latest value, its level, its last shift, its noise. */
final class SeriesFigures {

    private SeriesFigures() {}

    static List<SeriesPage.Figure> of(SeriesIdentity series, SeriesHistory history) {
        List<SeriesPage.Figure> figures = new ArrayList<>();
        if (history.points().isEmpty()) {
            return figures;
        }
        StudentT studentT = new StudentT();
        SeriesHistory.Point last = history.points().getLast();
        PointSpread forks = PointSpread.of(last.forks(), studentT);
        figures.add(new SeriesPage.Figure(
                "Latest",
                Figures.value(last.value(), series.unit()),
                Double.isFinite(forks.halfWidthOfMean())
                        ? "± " + Figures.value(forks.halfWidthOfMean(), series.unit()) + " over "
                                + Figures.count(forks.count(), "fork")
                        : "one fork: no interval",
                Tone.NEUTRAL));
        List<SeriesHistory.Point> segment = currentSegment(history);
        PointSpread runs = PointSpread.of(
                segment.stream().mapToDouble(SeriesHistory.Point::value).toArray(), studentT);
        figures.add(new SeriesPage.Figure(
                "Current level",
                Figures.value(level(history, runs), series.unit()),
                "since " + CommitView.abbreviated(segment.get(0).commit().sha()) + ", "
                        + Figures.count(segment.size(), "run"),
                Tone.NEUTRAL));
        figures.add(lastShift(history));
        double noise = runs.halfWidthOfNext() / Math.abs(runs.mean());
        figures.add(new SeriesPage.Figure(
                "Run-to-run noise",
                Double.isFinite(noise) ? "± " + Figures.magnitude(noise) : "–",
                Double.isFinite(noise) ? "where the next run is expected" : "too few runs at this level to tell",
                Tone.NEUTRAL));
        return figures;
    }

    private static double level(SeriesHistory history, PointSpread runs) {
        return history.changes().isEmpty()
                ? runs.mean()
                : history.changes().getLast().moved().levelAfter();
    }

    /** The points since the last change point; all of them when it is outside. */
    private static List<SeriesHistory.Point> currentSegment(SeriesHistory history) {
        List<SeriesHistory.Point> points = history.points();
        if (!history.changes().isEmpty()) {
            long start = history.changes().getLast().runId();
            for (int i = 0; i < points.size(); i++) {
                if (points.get(i).runId() == start) {
                    return points.subList(i, points.size());
                }
            }
        }
        return points;
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
