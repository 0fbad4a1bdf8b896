package dev.plumbline.server.ingest;

import java.util.List;

/**
 * The series of a document's points, in the order of its rows.
 *
 * @param series in which each point goes
 * @param measuredAs the series that the document names, where a rename sends the point into another one; otherwise 0
 */
record SeriesPlaces(long[] series, long[] measuredAs) {

    /** Those of some of the rows. */
    SeriesPlaces of(List<Integer> rows) {
        return new SeriesPlaces(
                rows.stream().mapToLong(row -> series[row]).toArray(),
                rows.stream().mapToLong(row -> measuredAs[row]).toArray());
    }
}
