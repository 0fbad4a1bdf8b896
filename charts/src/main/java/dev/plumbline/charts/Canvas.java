package dev.plumbline.charts;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/**
 * What pictures are drawn on. Coordinates are CSS pixels from the top left. A role names what a mark is (for example
 * {@code run}); in a document it becomes the mark's class.
 */
sealed interface Canvas permits SvgCanvas, RasterCanvas {

    /** What JFreeChart is given to draw on. */
    Graphics2D graphics();

    /** Fills a shape. */
    void fill(String role, Shape shape, Ink ink);

    /** Draws along a shape's outline. */
    void stroke(String role, Shape shape, Ink ink, Pen pen);

    /** Sets a text with its baseline at {@code y}. */
    void text(String role, String text, double x, double y, Lettering lettering, Ink ink);

    /** Lets a text appear while something points at an area, where the medium can do so. */
    void tip(int index, Rectangle2D area, String text);
}
