package dev.plumbline.server.site.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForestTest {

    @Test
    void putsNoChangeInTheMiddle() {
        // The drawing is 168 pixels wide.
        assertThat(Forest.of(List.of()).bar(1, 1, 1).ratio()).isEqualTo("84.0");
    }

    @Test
    void drawsHalvingAndDoublingEquallyFar() {
        Forest forest = Forest.of(List.of(new double[] {0.5, 2}));

        double half = Double.parseDouble(forest.bar(0.5, 0.5, 0.5).ratio());
        double twice = Double.parseDouble(forest.bar(2, 2, 2).ratio());

        assertThat(84 - half).isEqualTo(twice - 84);
    }

    @Test
    void cutsWhatLiesBeyondATripling() {
        Forest.Bar bar = Forest.of(List.of(new double[] {0.4, 50})).bar(0.4, 40, 50);

        assertThat(bar.cutHigh()).isTrue();
        assertThat(bar.cutLow()).isFalse();
        // 8 pixels of margin are left to the arrow.
        assertThat(bar.high()).isEqualTo("160.0");
    }
}
