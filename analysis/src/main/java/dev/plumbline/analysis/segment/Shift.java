package dev.plumbline.analysis.segment;

/**
 * A shift of level between two runs, counted among the runs that have a value.
 *
 * @param index the first run at the new level
 * @param confirmed whether enough runs agree on it
 * @param before the level before, in the metric's base unit
 * @param after the level after
 * @param ratio after / before, NaN when there is none
 * @param low lower end of the ratio's interval
 * @param high upper end of the ratio's interval
 * @param pValue of this shift at this place
 * @param earliest the first run at which the shift may be
 * @param latest the last run at which it may be
 */
record Shift(
        int index,
        boolean confirmed,
        double before,
        double after,
        double ratio,
        double low,
        double high,
        double pValue,
        int earliest,
        int latest) {

    /** The same at another place. */
    Shift at(int otherIndex, int otherEarliest, int otherLatest) {
        return new Shift(otherIndex, confirmed, before, after, ratio, low, high, pValue, otherEarliest, otherLatest);
    }

    /** The change point in a series of which the {@code i}th run with a value is run {@code runs[i]}. */
    ChangePoint in(int[] runs, int worseSign) {
        return new ChangePoint(
                runs[index],
                confirmed ? ChangePoint.State.CONFIRMED : ChangePoint.State.SUSPECTED,
                before,
                after,
                ratio,
                low,
                high,
                pValue,
                (after - before) * worseSign > 0,
                runs[earliest],
                runs[latest]);
    }
}
