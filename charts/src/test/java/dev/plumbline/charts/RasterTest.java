package dev.plumbline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Theme;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.charts.sparkline.SparklineStyle;
import dev.plumbline.charts.trend.ChartStyle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RasterTest {

    private final ChartRenderer renderer = new ChartRenderer();

    @ParameterizedTest
    @EnumSource(Theme.class)
    void hasTwoPixelsForEachCssPixelAndTheThemesBackground(Theme theme) throws IOException {
        BufferedImage image = decode(renderer.png(Samples.typical(), new ChartStyle(theme, 640, 300)));
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getHeight()).isEqualTo(600);
        assertThat("#%06x".formatted(image.getRGB(0, 0) & 0xffffff))
                .isEqualTo(theme.palette().background());
    }

    @Test
    void showsTheSeries() throws IOException {
        BufferedImage image = decode(renderer.png(Samples.typical(), ChartStyle.of(Theme.LIGHT)));
        assertThat(countOf(image, Palette.LIGHT.series())).isGreaterThan(500);
        assertThat(countOf(image, Palette.LIGHT.worse())).isGreaterThan(50);
        assertThat(countOf(image, Palette.LIGHT.better())).isGreaterThan(50);
    }

    @Test
    void leavesASparklinesBackgroundTransparent() throws IOException {
        Sparkline sparkline = new Sparkline("s", new double[] {1, 2, 3}, List.of());
        BufferedImage image = decode(renderer.png(sparkline, SparklineStyle.of(Theme.DARK)));
        assertThat(image.getWidth()).isEqualTo(240);
        assertThat(image.getHeight()).isEqualTo(56);
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
    }

    private static long countOf(BufferedImage image, String hex) {
        int wanted = Integer.parseInt(hex.substring(1), 16);
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == wanted) {
                    count++;
                }
            }
        }
        return count;
    }

    private static BufferedImage decode(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
