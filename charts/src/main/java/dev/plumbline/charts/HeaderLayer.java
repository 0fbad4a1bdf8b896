package dev.plumbline.charts;

/**
 * What stands above the data area: the title, and below it the unit with the way values get better, and the key.
 *
 * @param title empty for none
 * @param subtitle the unit and the direction
 * @param key explains the marks, to the right of the subtitle
 */
record HeaderLayer(String title, String subtitle, Key key, Layout layout) implements Layer {

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        double left = layout.padding();
        double right = plane.area().getMaxX();
        if (!title.isEmpty()) {
            canvas.text(
                    "title",
                    TextWidth.fitEnd(title, layout.titleLettering(), right - left),
                    left,
                    layout.titleBaseline(),
                    layout.titleLettering(),
                    Ink.of(palette.text()));
        }
        String shown = TextWidth.fitStart(subtitle, layout.noteLettering(), right - left);
        canvas.text("unit", shown, left, layout.subtitleBaseline(), layout.noteLettering(), Ink.of(palette.muted()));
        double free = right - left - TextWidth.of(shown, layout.noteLettering()) - 28;
        key.draw(canvas, palette, right, layout.subtitleBaseline(), free);
    }
}
