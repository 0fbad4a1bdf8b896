package dev.plumbline.charts.picture;

/** Whether a picture is on a light or a dark page. */
public enum Theme {
    /** Dark marks on white. */
    LIGHT,
    /** Light marks on near-black. */
    DARK;

    /** The colours of this theme. */
    public Palette palette() {
        return switch (this) {
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
        };
    }
}
