package dev.plumbline.charts.picture;

import org.jspecify.annotations.Nullable;

/** The fonts, read when the first picture is drawn. May be used by many threads at once. */
public final class FontSource {

    private @Nullable Fonts fonts;

    /** The fonts. Throws {@link ChartException} with the code {@code fonts-missing} if Java can't read a font at all. */
    public synchronized Fonts get() {
        if (fonts == null) {
            fonts = Fonts.load();
        }
        return fonts;
    }
}
