package dev.plumbline.server.site.part;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.InlinePicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws recent histories as small as a word. */
public final class SparklinePictures {

    private final ChartRenderer renderer;

    public SparklinePictures(ChartRenderer renderer) {
        this.renderer = renderer;
    }

    /** The picture of a series' recent history; without points it is empty. */
    public InlinePicture draw(SeriesIdentity series, RecentHistory history, int width, int height) {
        return InlinePicture.of(renderer, sparkline(series, history), width, height);
    }

    /** The input of a sparkline. */
    public static Sparkline sparkline(SeriesIdentity series, RecentHistory history) {
        List<RecentHistory.Point> points = history.points();
        double[] values = new double[points.size()];
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            values[i] = points.get(i).value();
            places.put(points.get(i).runId(), i);
        }
        List<Sparkline.Shift> shifts = new ArrayList<>();
        for (RecentHistory.Change change : history.changes()) {
            Integer place = places.get(change.runId());
            if (place != null && series.direction().known()) {
                shifts.add(new Sparkline.Shift(place, change.worse()));
            }
        }
        shifts.sort(Comparator.comparingInt(Sparkline.Shift::index));
        return new Sparkline(description(series, values), values, shifts);
    }

    private static String description(SeriesIdentity series, double[] values) {
        String name = SeriesTitle.of(series).line();
        if (values.length == 0) {
            return name + ": no runs";
        }
        return name + ": " + Figures.count(values.length, "run") + ", from " + Figures.value(values[0], series.unit())
                + " to " + Figures.value(values[values.length - 1], series.unit());
    }
}
