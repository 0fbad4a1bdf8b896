package dev.plumbline.charts;

/** A sentence in the middle of a data area that has nothing to show. */
record NoticeLayer(String sentence, Lettering lettering) implements Layer {

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        canvas.text(
                "notice",
                sentence,
                plane.area().getCenterX(),
                plane.area().getCenterY(),
                lettering.anchored(Lettering.Anchor.MIDDLE),
                Ink.of(palette.muted()));
    }
}
