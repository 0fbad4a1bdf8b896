package dev.plumbline.charts.picture;

import java.awt.Color;
import java.util.Locale;

/**
 * A colour that knows what is drawn with it. JFreeChart passes a paint on to the graphics unchanged, so this is how a mark in a
 * document gets its class.
 */
public final class Ink extends Color {

    private final String role;
    private final double opacity;

    /**
     * A colour.
     *
     * @param role what the mark is, for example {@code run}
     * @param hex {@code #rrggbb}
     * @param opacity above 0, at most 1
     */
    public Ink(String role, String hex, double opacity) {
        super((Integer.parseInt(hex, 1, hex.length(), 16) & 0xffffff) | ((int) Math.round(opacity * 255) << 24), true);
        this.role = role;
        this.opacity = opacity;
    }

    /** An opaque colour. */
    public Ink(String role, String hex) {
        this(role, hex, 1);
    }

    String role() {
        return role;
    }

    double opacity() {
        return opacity;
    }

    String hex() {
        return String.format(Locale.ROOT, "#%06x", getRGB() & 0xffffff);
    }
}
