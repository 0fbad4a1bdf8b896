package dev.plumbline.collector.changepoints;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.report.series.SeriesReport;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.collector.json.JsonText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Change points for programs. Runs are counted from 1; values are in the unit given with them. */
record SeriesJson(String file, List<Series> series, List<String> warnings) {

    /** The document. */
    static String of(String source, List<SeriesReport> series, List<String> warnings) {
        return JsonText.write(
                new SeriesJson(source, series.stream().map(Series::of).toList(), warnings));
    }

    /** One series; its name and unit are null if there is none, and the direction if it is not known. */
    record Series(
            @Nullable String name,
            @Nullable String unit,
            @Nullable Boolean lowerIsBetter,
            int runs,
            List<Change> changePoints,
            List<Segment> segments) {

        private static Series of(SeriesReport series) {
            return new Series(
                    series.name().isEmpty() ? null : series.name(),
                    series.unit().isEmpty() ? null : series.unit(),
                    series.direction().known() ? series.direction() == Direction.LOWER_IS_BETTER : null,
                    series.runs().size(),
                    series.changePoints().stream()
                            .map(change -> Change.of(series, change))
                            .toList(),
                    series.segments().stream().map(Segment::of).toList());
        }
    }

    /** A shift of the level; whether it is for the worse is null if the direction is not known. */
    record Change(
            int run,
            int earliestRun,
            int latestRun,
            @JsonInclude(Include.NON_EMPTY) String after,
            @JsonInclude(Include.NON_EMPTY) String upTo,
            String state,
            @Nullable Boolean worse,
            double levelBefore,
            double levelAfter,
            double ratio,
            double ratioLow,
            double ratioHigh,
            double pValue) {

        private static Change of(SeriesReport series, ChangePoint change) {
            return new Change(
                    change.index() + 1,
                    change.earliest() + 1,
                    change.latest() + 1,
                    series.labels().get(Math.max(0, change.earliest() - 1)),
                    series.labels().get(change.latest()),
                    change.state().name().toLowerCase(Locale.ROOT),
                    series.direction().known() ? change.worse() : null,
                    change.levelBefore(),
                    change.levelAfter(),
                    change.ratio(),
                    change.ratioLow(),
                    change.ratioHigh(),
                    change.pValue());
        }
    }

    /** The runs between two change points. */
    record Segment(int fromRun, int toRun, double level) {

        private static Segment of(SeriesReport.Segment segment) {
            return new Segment(segment.from() + 1, segment.to(), segment.level());
        }
    }
}
