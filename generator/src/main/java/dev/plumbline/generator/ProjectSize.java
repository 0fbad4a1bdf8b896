package dev.plumbline.generator;

import dev.plumbline.generator.suite.Suite;

/**
 * How large a made-up project is. Every benchmark has four metrics.
 *
 * @param benchmarks benchmarks with their parameters, 20 to 10,000
 * @param commits measured commits of the base branch, 20 to 5,000
 * @param forks forks of a run, 1 to 20
 * @param iterations iterations of a fork, 1 to 100
 */
public record ProjectSize(int benchmarks, int commits, int forks, int iterations) {

    public ProjectSize {
        require("benchmarks", benchmarks, 2 * Suite.FEWEST_CLASSES, 10_000);
        require("commits", commits, 20, 5_000);
        require("forks", forks, 1, 20);
        require("iterations", iterations, 1, 100);
    }

    /** A project on which pages and judging can be tried: 1,376 series in each environment. */
    public static ProjectSize standard() {
        return new ProjectSize(344, 62, 3, 5);
    }

    /** The smallest one in which everything happens that happens in a larger one. */
    public static ProjectSize small() {
        return new ProjectSize(24, 24, 3, 2);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d, expected %d to %d".formatted(name, value, least, most));
        }
    }
}
