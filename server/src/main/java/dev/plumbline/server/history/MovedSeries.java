package dev.plumbline.server.history;

import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A series at one of its change points.
 *
 * @param series the series
 * @param state how far its change point has come
 * @param worse whether it moved for the worse
 * @param levelBefore the level of the segment before, in the base unit
 * @param levelAfter the level of the segment after, in the base unit
 * @param ratio after / before
 * @param ratioLow lower end of its interval
 * @param ratioHigh upper end of its interval
 * @param pValue of the shift
 * @param earliestSha the commit of the first run at which the shift may be, with 95 % confidence
 * @param latestSha the commit of the last run at which it may be
 */
public record MovedSeries(
        SeriesIdentity series,
        ChangePoint.State state,
        boolean worse,
        double levelBefore,
        double levelAfter,
        double ratio,
        double ratioLow,
        double ratioHigh,
        double pValue,
        String earliestSha,
        String latestSha) {

    /** What it did: for the worse, for the better, or only changed if no direction is known. */
    public Outcome outcome() {
        if (!series.direction().known()) {
            return Outcome.CHANGED;
        }
        return worse ? Outcome.REGRESSED : Outcome.IMPROVED;
    }

    /** The same by its values: {@code slower}, {@code more allocation}. */
    public String word() {
        return Unit.of(series.unit()).moved(levelAfter > levelBefore);
    }

    /** Of a row with the change point's columns and those of the series. */
    public static MovedSeries of(ResultSet row) throws SQLException {
        return new MovedSeries(
                SeriesIdentity.of(row),
                Columns.constant(row, "state", ChangePoint.State::ofLabel),
                row.getBoolean("worse"),
                row.getDouble("level_before"),
                row.getDouble("level_after"),
                row.getDouble("ratio"),
                row.getDouble("ratio_low"),
                row.getDouble("ratio_high"),
                row.getDouble("p_value"),
                row.getString("earliest_sha"),
                row.getString("latest_sha"));
    }
}
