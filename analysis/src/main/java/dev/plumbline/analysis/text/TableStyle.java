package dev.plumbline.analysis.text;

/**
 * How a table is drawn.
 *
 * @param width the available columns, at least 40
 * @param all whether inconclusive and unchanged series are listed, too
 * @param glyphs the characters
 * @param paint the colours
 */
public record TableStyle(int width, boolean all, Glyphs glyphs, Paint paint) {

    private static final int NARROWEST = 40;

    public TableStyle {
        width = Math.max(width, NARROWEST);
    }
}
