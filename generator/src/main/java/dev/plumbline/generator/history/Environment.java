package dev.plumbline.generator.history;

/** Where the project is measured. */
public enum Environment {
    /** CI's shared machines, for every commit: restless, sometimes slow, and replaced by others one day. */
    CI("ci-linux-x64", 1.0, 0.012, 0.04, 1.4),
    /** A machine of the project's own, at night: steady. */
    LAB("lab-arm64", 1.25, 0.003, 0.0, 1.0);

    private static final double SLOW = 1.06;

    private final String label;
    private final double speed;
    private final double betweenRuns;
    private final double slowRuns;
    private final double restlessness;

    Environment(String label, double speed, double betweenRuns, double slowRuns, double restlessness) {
        this.label = label;
        this.speed = speed;
        this.betweenRuns = betweenRuns;
        this.slowRuns = slowRuns;
        this.restlessness = restlessness;
    }

    public String label() {
        return label;
    }

    /** By how much a benchmark's own scatter is larger here. */
    public double restlessness() {
        return restlessness;
    }

    /** By what the times of all benchmarks are multiplied in a run. */
    public double pace(Chance chance, String run) {
        var random = chance.of("pace", label, run);
        double usual = speed * Math.exp(betweenRuns * random.nextGaussian());
        return random.nextDouble() < slowRuns ? usual * SLOW : usual;
    }

    /** The machine, before or after the one of CI was replaced. */
    public SimulatedMachine machine(boolean replaced) {
        return switch (this) {
            case CI ->
                replaced
                        ? new SimulatedMachine(
                                "AMD EPYC 9V74 80-Core Processor",
                                4,
                                16_766_464_000L,
                                "Linux 6.14.0-1012-azure",
                                "amd64")
                        : new SimulatedMachine(
                                "AMD EPYC 7763 64-Core Processor",
                                4,
                                16_769_220_608L,
                                "Linux 6.11.0-1018-azure",
                                "amd64");
            case LAB ->
                new SimulatedMachine("Ampere Altra Max", 128, 274_877_906_944L, "Linux 6.8.0-60-generic", "aarch64");
        };
    }
}
