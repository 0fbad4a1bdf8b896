package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.report.series.SeriesReport;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.collector.json.Json;
import dev.plumbline.collector.json.JsonBuilder;
import dev.plumbline.collector.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** Change points for programs. Runs are counted from 1; values are in the unit that stands beside them. */
public final class SeriesJson {

    private SeriesJson() {}

    /** The document. */
    public static String of(String source, List<SeriesReport> series, List<String> warnings) {
        return Json.write(new JsonBuilder()
                .text("file", source)
                .objects("series", series.stream().map(SeriesJson::series).toList())
                .texts("warnings", warnings)
                .build());
    }

    private static JsonObject series(SeriesReport series) {
        return new JsonBuilder()
                .textOrNull("name", series.name())
                .textOrNull("unit", series.unit())
                .truth("lowerIsBetter", series.direction() == Direction.LOWER_IS_BETTER)
                .number("runs", series.runs().size())
                .objects(
                        "changePoints",
                        series.changePoints().stream()
                                .map(change -> changePoint(series, change))
                                .toList())
                .objects(
                        "segments",
                        series.segments().stream().map(SeriesJson::segment).toList())
                .build();
    }

    private static JsonObject changePoint(SeriesReport series, ChangePoint change) {
        return new JsonBuilder()
                .number("run", change.index() + 1L)
                .number("earliestRun", change.earliest() + 1L)
                .number("latestRun", change.latest() + 1L)
                .text("after", series.labels().get(Math.max(0, change.earliest() - 1)))
                .text("upTo", series.labels().get(change.latest()))
                .text("state", change.state().name().toLowerCase(Locale.ROOT))
                .truth("worse", change.worse())
                .decimal("levelBefore", change.levelBefore())
                .decimal("levelAfter", change.levelAfter())
                .decimal("ratio", change.ratio())
                .decimal("ratioLow", change.ratioLow())
                .decimal("ratioHigh", change.ratioHigh())
                .decimal("pValue", change.pValue())
                .build();
    }

    private static JsonObject segment(SeriesReport.Segment segment) {
        return new JsonBuilder()
                .number("fromRun", segment.from() + 1L)
                .number("toRun", segment.to())
                .decimal("level", segment.level())
                .build();
    }
}
