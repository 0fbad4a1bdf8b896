package dev.plumbline.charts;

/**
 * Where the parts of a trend chart are. Narrow charts have smaller letters and margins, low ones fewer rows of labels.
 *
 * @param width of the picture in CSS pixels
 * @param height of the picture in CSS pixels
 * @param titled whether it has a title
 * @param changeRows how many rows the labels of its change points take; 0 when it has none
 * @param environmental whether it has environment changes
 */
record Layout(int width, int height, boolean titled, int changeRows, boolean environmental) {

    /** Pixels to the right of the data area. */
    static final double RIGHT = 20;

    private static final int NARROW = 520;

    private static final int LOW = 240;

    /** The layout of a chart whose change points need one row. */
    static Layout of(TrendChart chart, ChartStyle style) {
        return new Layout(
                style.width(),
                style.height(),
                !OneLine.of(chart.title()).isEmpty(),
                chart.changes().isEmpty() ? 0 : 1,
                !chart.environmentChanges().isEmpty());
    }

    double padding() {
        return isNarrow() ? 12 : 16;
    }

    Lettering titleLettering() {
        return Lettering.bold(isNarrow() ? 13 : 15);
    }

    Lettering noteLettering() {
        return Lettering.regular(isNarrow() ? 11 : 12);
    }

    Lettering tickLettering() {
        return Lettering.regular(11);
    }

    Lettering changeLettering() {
        return Lettering.bold(12);
    }

    double titleBaseline() {
        return padding() + titleLettering().size() * 0.8;
    }

    double subtitleBaseline() {
        return titled ? titleBaseline() + 20 : padding() + noteLettering().size() * 0.8;
    }

    /** How many rows the labels of change points may take. */
    int mostChangeRows() {
        return height < LOW ? 1 : 2;
    }

    /** This layout with another number of rows for the labels of change points. */
    Layout withChangeRows(int rows) {
        return new Layout(width, height, titled, rows, environmental);
    }

    /** Pixels above the data area. */
    double top() {
        return Math.ceil(subtitleBaseline() + (changeRows > 0 ? 12 + changeRows * ChangeLayer.ROW : 16));
    }

    /** Pixels from the data area down to the baseline of the commit labels. */
    double commitDrop() {
        return (environmental ? EnvironmentLayer.STRIP : 0) + 18;
    }

    /** Pixels below the data area. */
    double bottom() {
        return commitDrop() + (isNarrow() ? 10 : 14);
    }

    /** How many ticks the value axis should have about. */
    int valueTicks() {
        return (int) Math.max(2, Math.min(8, (height - top() - bottom()) / 48));
    }

    private boolean isNarrow() {
        return width < NARROW;
    }
}
