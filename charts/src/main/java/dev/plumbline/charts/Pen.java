package dev.plumbline.charts;

import java.awt.BasicStroke;

/**
 * How a line is drawn.
 *
 * @param width in CSS pixels
 * @param dash the length of dashes and of the gaps between them in CSS pixels; 0 is a solid line
 * @param round whether ends are round (a line of no length is then a dot)
 */
record Pen(double width, double dash, boolean round) {

    static Pen solid(double width) {
        return new Pen(width, 0, false);
    }

    static Pen dashed(double width, double dash) {
        return new Pen(width, dash, false);
    }

    static Pen round(double width) {
        return new Pen(width, 0, true);
    }

    BasicStroke stroke() {
        float[] pattern = dash > 0 ? new float[] {(float) dash, (float) dash} : null;
        return new BasicStroke(
                (float) width,
                round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10,
                pattern,
                0);
    }
}
