package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.PictureLink;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.Optional;

/**
 * One series of a report: its verdict, and where to see more of it.
 *
 * @param row what was found
 * @param url the absolute address of its trend
 * @param sparkline its recent history as a picture, empty if there is none
 */
public record ReportedSeries(VerdictRow row, String url, Optional<PictureLink> sparkline) {

    /** What was found. */
    public Outcome outcome() {
        return row.outcome();
    }

    /** Whether it got worse or better. */
    public boolean changed() {
        return outcome().changed();
    }
}
