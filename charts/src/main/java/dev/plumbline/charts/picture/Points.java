package dev.plumbline.charts.picture;

import java.util.Arrays;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/** The places that one path goes through, in order. */
public final class Points {

    private double[] x = new double[64];
    private double[] y = new double[64];
    private int count;

    /** Continues to a place. */
    public void add(double atX, double atY) {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
        }
        x[count] = atX;
        y[count++] = atY;
    }

    /** Breaks the path: it continues from the next place. */
    public void gap() {
        if (count > 0) {
            add(x[count - 1], Double.NaN);
        }
    }

    /** A line from one place to another, apart from what was before it. */
    public void line(double fromX, double fromY, double toX, double toY) {
        gap();
        add(fromX, fromY);
        add(toX, toY);
    }

    /**
     * A dot: a line of no length, which has the shape of its round ends. JFreeChart would draw each shape as an element of its own, with
     * four curves for a circle; all dots of a path are one element, and a dot is as long as its place.
     */
    public void dot(double atX, double atY) {
        line(atX, atY, atX, atY);
    }

    /** Continues horizontally for a length: the sampling renderer draws a column of pixels when it meets the next one, so the last one would not be drawn otherwise. */
    public void end(double length) {
        if (count > 0) {
            add(x[count - 1] + length, y[count - 1]);
        }
    }

    /** Whether there is no place. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The data set with these places as its only series. */
    public XYDataset dataset() {
        return dataset(this);
    }

    /** The data set with one series for each path. */
    public static XYDataset dataset(Points... paths) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        for (int i = 0; i < paths.length; i++) {
            Points path = paths[i];
            dataset.addSeries(i, new double[][] {Arrays.copyOf(path.x, path.count), Arrays.copyOf(path.y, path.count)});
        }
        return dataset;
    }
}
