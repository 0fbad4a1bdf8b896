package dev.plumbline.charts;

import java.awt.Color;

/**
 * A colour as it is laid on.
 *
 * @param hex {@code #rrggbb}
 * @param opacity above 0, at most 1
 */
record Ink(String hex, double opacity) {

    static Ink of(String hex) {
        return new Ink(hex, 1);
    }

    static Ink faint(String hex, double opacity) {
        return new Ink(hex, opacity);
    }

    Color color() {
        int rgb = Integer.parseInt(hex, 1, hex.length(), 16);
        return new Color((rgb & 0xffffff) | ((int) Math.round(opacity * 255) << 24), true);
    }
}
