package dev.plumbline.server.regression.surroundings;

import java.util.List;
import java.util.OptionalLong;

/**
 * What else was measured where a regression is: without it, what moved says little.
 *
 * @param metrics each metric of the run at which the regression begins, by name
 * @param elsewhere the other environments that measure the same series, those in which most moved first
 * @param chartFrom the hash of the commit from which a chart shows the shift well; empty for all of the history
 */
public record RegressionSurroundings(List<Measured> metrics, List<Elsewhere> elsewhere, String chartFrom) {

    public RegressionSurroundings {
        metrics = List.copyOf(metrics);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * A metric in the run.
     *
     * @param metric its name
     * @param series how many series of it were measured
     * @param ofThese how many of them are of the benchmarks that moved
     */
    public record Measured(String metric, int series, int ofThese) {}

    /**
     * The same series in another environment.
     *
     * @param environment the environment's label
     * @param series how many of them were measured there since
     * @param moved how many of them moved in the same direction, at commits that overlap with the range
     * @param regression what they are part of there; empty if none moved
     */
    public record Elsewhere(String environment, int series, int moved, OptionalLong regression) {}
}
