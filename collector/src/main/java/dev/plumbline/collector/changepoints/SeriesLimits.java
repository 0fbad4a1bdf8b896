package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;

/** What a file of series may contain, so that a hostile one costs no more than a large honest one. */
final class SeriesLimits {

    /** Bytes after decompression. */
    static final long MOST_BYTES = 64L << 20;

    static final int MOST_VALUES = 1_000_000;
    static final int MOST_RUNS = 50_000;
    static final int MOST_SERIES = 10_000;
    static final int LONGEST_TEXT = 4_096;

    private SeriesLimits() {}

    static DocumentException tooMany(String what, int most, Place place) {
        return new DocumentException(
                ProblemCode.TOO_MANY_VALUES,
                "there are more than " + most + " " + what + "; use a part of the file",
                place);
    }
}
