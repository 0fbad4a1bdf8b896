package dev.plumbline.generator.document;

import dev.plumbline.generator.history.Chance;
import dev.plumbline.generator.history.GeneratedRun;
import dev.plumbline.generator.suite.Benchmark;
import dev.plumbline.generator.suite.MeasuredQuantity;
import dev.plumbline.generator.suite.NoiseClass;
import java.util.SplittableRandom;

/** What the forks and iterations of a run measured. */
final class RunSamples {

    private static final double SLOW_FORKS = 0.3;
    private static final double SLOW_FORK = 1.2;
    private static final double DRIFT = 0.025;
    private static final double DRIFT_DAYS = 11;
    private static final double SECONDS_A_DAY = 86_400;
    private static final double NOTHING_ALLOCATED = 1e-5;
    private static final double BYTES_SPREAD = 1e-6;
    private static final double INSTRUCTIONS_SPREAD = 0.002;
    private static final double MISSES_SPREAD = 0.05;

    private final GeneratedRun run;
    private final Chance chance;
    private final int forks;
    private final int iterations;
    private final double pace;

    RunSamples(GeneratedRun run, Chance chance, int forks, int iterations) {
        this.run = run;
        this.chance = chance;
        this.forks = forks;
        this.iterations = iterations;
        this.pace = run.environment().pace(chance, run.name());
    }

    /** The iterations of each fork. */
    double[][] of(Benchmark benchmark, MeasuredQuantity quantity) {
        SplittableRandom random = chance.of(run.name(), benchmark.number(), quantity);
        double level = run.code().level(benchmark, quantity, run.environment());
        return switch (quantity) {
            case TIME -> times(random, benchmark, level);
            case BYTES -> around(random, level + NOTHING_ALLOCATED, 0, BYTES_SPREAD, BYTES_SPREAD);
            case INSTRUCTIONS -> around(random, level, INSTRUCTIONS_SPREAD, INSTRUCTIONS_SPREAD, INSTRUCTIONS_SPREAD);
            case MISSES -> around(random, level, MISSES_SPREAD / 2, MISSES_SPREAD, MISSES_SPREAD);
        };
    }

    private double[][] times(SplittableRandom random, Benchmark benchmark, double level) {
        NoiseClass noise = benchmark.noise();
        double restless = run.environment().restlessness();
        double nanos = level * pace * drift(benchmark);
        double[][] raw = around(
                random,
                nanos,
                noise.betweenRuns() * restless,
                noise.betweenForks() * restless,
                noise.betweenIterations() * restless);
        for (double[] fork : raw) {
            boolean slow = noise == NoiseClass.TWO_LEVELS && random.nextDouble() < SLOW_FORKS;
            for (int iteration = 0; iteration < fork.length; iteration++) {
                fork[iteration] = benchmark.mode().score(slow ? fork[iteration] * SLOW_FORK : fork[iteration]);
            }
        }
        return raw;
    }

    /** A slow wave, which each benchmark has for itself. */
    private double drift(Benchmark benchmark) {
        if (benchmark.noise() != NoiseClass.DRIFTING) {
            return 1;
        }
        double phase = chance.of("phase", benchmark.number()).nextDouble() * 2 * Math.PI;
        double days = run.startedAt().getEpochSecond() / SECONDS_A_DAY;
        return 1 + DRIFT * Math.sin(phase + 2 * Math.PI * days / DRIFT_DAYS);
    }

    private double[][] around(
            SplittableRandom random, double level, double betweenRuns, double betweenForks, double betweenIterations) {
        double runLevel = level * Math.exp(betweenRuns * random.nextGaussian());
        double[][] raw = new double[forks][iterations];
        for (double[] fork : raw) {
            double forkLevel = runLevel * Math.exp(betweenForks * random.nextGaussian());
            for (int iteration = 0; iteration < iterations; iteration++) {
                fork[iteration] = forkLevel * Math.exp(betweenIterations * random.nextGaussian());
            }
        }
        return raw;
    }
}
