package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterTest {

    @Test
    void isTheOneWayAnalysisOfVariance() {
        // Runs {1,3} and {5,7}, candidate {10,12}: each adds 2 to the squares inside runs, 3 degrees of freedom: 2.
        // Run means 2 and 6: variance 8, times 2 forks: 16.
        Scatter scatter = Scatter.of(List.of(new double[] {1, 3}, new double[] {5, 7}), List.of(new double[] {10, 12}));
        assertThat(scatter.within()).isEqualTo(2);
        assertThat(scatter.withinDegreesOfFreedom()).isEqualTo(3);
        assertThat(scatter.between()).isEqualTo(16);
        assertThat(scatter.betweenDegreesOfFreedom()).isEqualTo(1);
        assertThat(scatter.difference()).isEqualTo(7);
    }

    @Test
    void countsForksByTheirHarmonicMean() {
        // 2 / (1/1 + 1/3) = 1.5.
        Scatter scatter = Scatter.of(List.of(new double[] {1}, new double[] {1, 2, 3}), List.of(new double[] {4}));
        assertThat(scatter.baseline().forksPerRun()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void runsOfTheCandidateShowTheRunToRunComponentToo() {
        // Baseline runs {1,3} {5,7}: means 2 and 6, squares 8, times 2 forks 16. Candidate runs {0} {4} {5}: mean 3,
        // squares
        // 9 + 1 + 4 = 14, times 1 fork. (16 + 14) over 1 + 2 degrees of freedom; F = (2·1 + 1·2)/3.
        Scatter scatter = Scatter.of(
                List.of(new double[] {1, 3}, new double[] {5, 7}),
                List.of(new double[] {0}, new double[] {4}, new double[] {5}));
        assertThat(scatter.between()).isCloseTo(10, within(1e-12));
        assertThat(scatter.betweenDegreesOfFreedom()).isEqualTo(3);
        assertThat(scatter.forksPerRun()).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(scatter.difference()).isEqualTo(-1);
    }

    @Test
    void whatIsNotKnownIsNaN() {
        Scatter scatter = Scatter.of(List.of(new double[] {1}), List.of(new double[] {2}));
        assertThat(scatter.within()).isNaN();
        assertThat(scatter.withinDegreesOfFreedom()).isZero();
        assertThat(scatter.between()).isNaN();
        assertThat(scatter.betweenDegreesOfFreedom()).isZero();
    }
}
