package dev.plumbline.analysis.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The tools that measure benchmarks. What Plumbline calls a fork is one process of the harness: what is measured inside of
 * one process shares its layout, its caches and its luck.
 */
public enum Harness {
    JMH("jmh", "JMH", "fork", "forks"),
    CRITERION("criterion", "Criterion", "process", "processes"),
    LIBTEST("libtest", "cargo bench", "process", "processes"),
    DIVAN("divan", "Divan", "process", "processes"),
    GUNGRAUN("gungraun", "Gungraun", "process", "processes"),
    CALLGRIND("callgrind", "Callgrind", "process", "processes"),
    CACHEGRIND("cachegrind", "Cachegrind", "process", "processes"),
    TOKIO_CONSOLE("tokio-console", "tokio-console", "process", "processes"),
    JFR("jfr", "JDK Flight Recorder", "process", "processes"),
    GO("go", "go test", "count", "counts"),
    GOOGLE_BENCHMARK("google-benchmark", "Google Benchmark", "process", "processes"),
    PYTEST_BENCHMARK("pytest-benchmark", "pytest-benchmark", "process", "processes"),
    BENCHMARK_DOTNET("benchmarkdotnet", "BenchmarkDotNet", "launch", "launches"),
    HYPERFINE("hyperfine", "hyperfine", "run", "runs"),
    CATCH2("catch2", "Catch2", "process", "processes"),
    VITEST("vitest", "vitest", "process", "processes"),
    ASV("asv", "asv", "process", "processes"),
    KOTLINX("kotlinx-benchmark", "kotlinx-benchmark", "process", "processes"),
    ANDROIDX("androidx-benchmark", "androidx.benchmark", "process", "processes"),
    /** Any other, which writes Plumbline's own form. */
    OTHER("other", "the harness", "process", "processes");

    private final String id;
    private final String label;
    private final String fork;
    private final String forks;

    Harness(String id, String label, String fork, String forks) {
        this.id = id;
        this.label = label;
        this.fork = fork;
        this.forks = forks;
    }

    /** The name that the API and the database know it by. */
    public String id() {
        return id;
    }

    /** What it is called in a sentence. */
    public String label() {
        return label;
    }

    /** What it calls one measurement that is independent of the others: {@code 1 fork}, {@code 3 launches}. */
    public String forks(int count) {
        return count == 1 ? fork : forks;
    }

    /** The harness of an id, empty when there is none. */
    public static Optional<Harness> ofId(String id) {
        return Arrays.stream(values()).filter(harness -> harness.id.equals(id)).findFirst();
    }
}
