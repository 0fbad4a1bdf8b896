package dev.plumbline.analysis.report.series;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.text.Csv;
import java.util.List;
import java.util.Locale;

/** Change points as CSV: a line for each, runs counted from 1, numbers in full. */
public final class SeriesCsv {

    private static final List<String> HEADINGS = List.of(
            "series",
            "unit",
            "run",
            "earliest run",
            "latest run",
            "after",
            "up to",
            "level before",
            "level after",
            "ratio",
            "ratio low",
            "ratio high",
            "p",
            "worse",
            "state");

    private SeriesCsv() {}

    /** The lines, the first with the names of the columns. */
    public static String render(List<SeriesReport> series) {
        StringBuilder csv = new StringBuilder(Csv.line(HEADINGS));
        for (SeriesReport each : series) {
            each.changePoints().forEach(change -> csv.append(Csv.line(cells(each, change))));
        }
        return csv.toString();
    }

    private static List<Object> cells(SeriesReport series, ChangePoint change) {
        return List.of(
                series.name(),
                series.unit(),
                Integer.toString(change.index() + 1),
                Integer.toString(change.earliest() + 1),
                Integer.toString(change.latest() + 1),
                series.after(change),
                series.upTo(change),
                Csv.number(change.levelBefore()),
                Csv.number(change.levelAfter()),
                Csv.number(change.ratio()),
                Csv.number(change.ratioLow()),
                Csv.number(change.ratioHigh()),
                Csv.number(change.pValue()),
                series.direction().known() ? Boolean.toString(change.worse()) : "",
                change.state().name().toLowerCase(Locale.ROOT));
    }
}
