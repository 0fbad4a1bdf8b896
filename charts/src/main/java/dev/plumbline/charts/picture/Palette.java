package dev.plumbline.charts.picture;

/**
 * The colours of a theme by role, each as {@code #rrggbb}. The pages use the same values under the same names. Text
 * has a contrast of at least 4.5 to the background and marks of at least 3 (WCAG 2.2, success criteria 1.4.3 and
 * 1.4.11). Worse and better differ in hue along the orange-to-teal axis, which people with red-green colour blindness
 * can distinguish, and never in colour alone.
 *
 * @param background behind everything
 * @param text titles, labels of change points, segment levels
 * @param muted axis labels and explanations
 * @param grid hairlines
 * @param series run means, forks, intervals
 * @param worse a change for the worse
 * @param better a change for the better
 * @param neutral marks that say neither
 */
public record Palette(
        String background,
        String text,
        String muted,
        String grid,
        String series,
        String worse,
        String better,
        String neutral) {

    /** The light theme's colours. */
    public static final Palette LIGHT =
            new Palette("#ffffff", "#1b1f24", "#59636e", "#e6e8eb", "#2f5d8a", "#b3441e", "#1f7a5c", "#8a8f98");

    /** The dark theme's colours. */
    public static final Palette DARK =
            new Palette("#14171a", "#e6e8eb", "#9aa4af", "#2a2f35", "#7fb0e0", "#f0936b", "#5cc9a3", "#878d96");

    /** The colour of a change. */
    public String change(boolean worse) {
        return worse ? worse() : better();
    }
}
