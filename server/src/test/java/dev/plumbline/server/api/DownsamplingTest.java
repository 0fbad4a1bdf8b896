package dev.plumbline.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.database.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DownsamplingTest {

    @Test
    void keepsFirstLastLowestAndHighestOfEachBucket() {
        // Two buckets of five:  1 9 5 0 4 | 3 3 8 2 7
        Table table = table(1, 9, 5, 0, 4, 3, 3, 8, 2, 7);

        assertThat(values(Downsampling.of(table, "value", 8))).containsExactly(1.0, 9.0, 0.0, 4.0, 3.0, 8.0, 2.0, 7.0);
    }

    @Test
    void leavesFewPointsAlone() {
        Table table = table(1, 2, 3);

        assertThat(Downsampling.of(table, "value", 4)).isSameAs(table);
    }

    @Test
    void neverLosesALoneOutlier() {
        for (int place = 0; place < 1_000; place++) {
            double[] values = new double[1_000];
            values[place] = 5;

            assertThat(values(Downsampling.of(table(values), "value", 40)))
                    .hasSizeLessThanOrEqualTo(40)
                    .contains(5.0);
        }
    }

    private static Table table(double... values) {
        List<List<Object>> rows = new ArrayList<>();
        for (double value : values) {
            rows.add(List.of(value));
        }
        return new Table(List.of("value"), rows);
    }

    private static List<Double> values(Table table) {
        List<Double> values = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            values.add(row.getFirst() instanceof Double value ? value : Double.NaN);
        }
        return values;
    }
}
