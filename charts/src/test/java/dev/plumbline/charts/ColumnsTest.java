package dev.plumbline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void keepsEveryPointThatHasAPixel() {
        assertThat(Columns.kept(5, 5, i -> i)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void keepsFirstLastLowestAndHighestOfAColumn() {
        double[] values = {5, 6, 1, 7, 9, 8, 5, 5, 5, 4};
        // One column: first 0, lowest 2, highest 4, last 9.
        assertThat(Columns.kept(10, 1, i -> values[i])).containsExactly(0, 2, 4, 9);
    }

    @Test
    void keepsAGap() {
        double[] values = {5, Double.NaN, 1, 7, Double.NaN, 8};
        assertThat(Columns.kept(6, 1, i -> values[i])).containsExactly(0, 1, 2, 5);
        double[] gapFirst = {Double.NaN, 3, 2, 4};
        assertThat(Columns.kept(4, 1, i -> gapFirst[i])).containsExactly(0, 2, 3);
    }
}
