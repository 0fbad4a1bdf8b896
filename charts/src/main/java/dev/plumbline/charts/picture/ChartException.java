package dev.plumbline.charts.picture;

/** Says why a chart can't be drawn: a size outside its range, an index outside the series, or a font that can't be read. */
public final class ChartException extends IllegalArgumentException {

    private final String code;

    /** A failure of a kind, with a sentence that names the thing and the remedy. */
    public ChartException(String code, String message) {
        super(message);
        this.code = code;
    }

    ChartException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /**
     * The kind of failure, stable across versions: {@code chart-size-out-of-range},
     * {@code chart-index-out-of-range} or {@code fonts-missing}.
     */
    public String code() {
        return code;
    }

    /** Rejects a size outside its range. */
    public static int requireSize(String what, int pixels, int least, int most) {
        if (pixels < least || pixels > most) {
            throw new ChartException(
                    "chart-size-out-of-range",
                    "%s is %d; ask for %d to %d pixels".formatted(what, pixels, least, most));
        }
        return pixels;
    }

    /** Rejects an index that isn't one of a series' points. */
    public static void requireIndex(String what, int index, int points) {
        if (index < 0 || index >= points) {
            throw new ChartException(
                    "chart-index-out-of-range",
                    "%s is at index %d, the series has %d points".formatted(what, index, points));
        }
    }
}
