package dev.plumbline.server.ingest;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.server.database.StoreException;
import java.nio.charset.StandardCharsets;

/**
 * What a document may add to the store. What a reader accepts by its own limits can still be a hundred million points.
 *
 * @param points points of the document
 * @param newSeries series that it may create
 * @param seriesOfProject series of its project after it
 */
record PointLimits(int points, int newSeries, long seriesOfProject) {

    /** Of a document that somebody with a token sent. */
    static final PointLimits OF_TOKENS = new PointLimits(500_000, 500_000, 2_000_000);

    /** Of a document that nobody vouches for. */
    static final PointLimits QUARANTINED = new PointLimits(20_000, 5_000, 200_000);

    /** The most bytes of a benchmark's name, and of a metric's name and unit together; PostgreSQL indexes 2,704 bytes at most. */
    private static final int LONGEST_NAME = 2_000;

    /** @throws StoreException {@code too-many-points} */
    void requirePoints(int count) {
        if (count > points) {
            throw new StoreException(
                    "too-many-points",
                    "The document has more than " + points + " points, one for each metric of a result: upload fewer"
                            + " results at once, or fewer metrics.");
        }
    }

    /** @throws StoreException {@code too-many-series} */
    void requireSeries(int created, long present) {
        if (created > newSeries) {
            throw new StoreException(
                    "too-many-series",
                    "The document would begin " + created + " new series, but it may begin " + newSeries + ".");
        }
        if (present + created > seriesOfProject) {
            throw new StoreException(
                    "too-many-series",
                    "The project has " + present + " series, and may have " + seriesOfProject
                            + " after this document, which would begin " + created + " more.");
        }
    }

    /** @throws DocumentException {@code text-too-long} */
    static void requireIndexable(int result, ParsedDocument.Row row) {
        requireIndexable(result, row, "the benchmark's name", row.benchmark().name());
        requireIndexable(
                result,
                row,
                "the metric's name and unit",
                row.metric().name() + row.metric().unit().base());
    }

    private static void requireIndexable(int result, ParsedDocument.Row row, String what, String text) {
        // A character has at most three bytes.
        if (text.length() > LONGEST_NAME / 3 && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new DocumentException(
                    ProblemCode.TEXT_TOO_LONG,
                    what + " has more than " + LONGEST_NAME + " bytes; shorten it",
                    new Place(0, 0, result, row.benchmark().name()));
        }
    }
}
