package dev.plumbline.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DownsamplingTest {

    @Test
    void keepsFirstLastLowestAndHighestOfEachBucket() {
        // Two buckets of five:  1 9 5 0 4 | 3 3 8 2 7
        List<Double> points = points(1, 9, 5, 0, 4, 3, 3, 8, 2, 7);

        assertThat(downsampled(points, 8)).containsExactly(1.0, 9.0, 0.0, 4.0, 3.0, 8.0, 2.0, 7.0);
    }

    @Test
    void leavesFewPointsAlone() {
        List<Double> points = points(1, 2, 3);

        assertThat(downsampled(points, 4)).isSameAs(points);
    }

    @Test
    void neverLosesALoneOutlier() {
        for (int place = 0; place < 1_000; place++) {
            double[] values = new double[1_000];
            values[place] = 5;

            assertThat(downsampled(points(values), 40))
                    .hasSizeLessThanOrEqualTo(40)
                    .contains(5.0);
        }
    }

    private static List<Double> points(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static List<Double> downsampled(List<Double> points, int most) {
        return Downsampling.of(points, Double::doubleValue, most);
    }
}
