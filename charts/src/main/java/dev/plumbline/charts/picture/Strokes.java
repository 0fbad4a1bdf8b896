package dev.plumbline.charts.picture;

import java.awt.BasicStroke;

/** Lines, in CSS pixels. */
public final class Strokes {

    private Strokes() {}

    /** A line. */
    public static BasicStroke solid(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    /** A line with round ends; without length, a dot. */
    public static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** A dashed line with gaps as long as its dashes. */
    public static BasicStroke dashed(double width, double dash) {
        return new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10,
                new float[] {(float) dash, (float) dash},
                0);
    }
}
