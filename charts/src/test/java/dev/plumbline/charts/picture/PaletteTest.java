package dev.plumbline.charts.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

    @ParameterizedTest
    @EnumSource(Theme.class)
    void hasEnoughContrastForTextAndMarks(Theme theme) {
        Palette palette = theme.palette();
        // Change labels are text, so worse and better must do for text.
        for (String text : List.of(palette.text(), palette.muted(), palette.worse(), palette.better())) {
            assertThat(contrast(text, palette.background())).as(text).isGreaterThanOrEqualTo(4.5);
        }
        for (String mark : List.of(palette.series(), palette.neutral())) {
            assertThat(contrast(mark, palette.background())).as(mark).isGreaterThanOrEqualTo(3);
        }
    }

    /** WCAG 2.2, definition of contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** WCAG 2.2, definition of relative luminance. */
    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear((rgb >> 16) & 0xff) + 0.7152 * linear((rgb >> 8) & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
