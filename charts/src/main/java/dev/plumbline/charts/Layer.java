package dev.plumbline.charts;

/** One thing a chart shows, drawn over the layers before it. */
interface Layer {

    /** Draws this layer. */
    void draw(Canvas canvas, Plane plane, Palette palette);
}
