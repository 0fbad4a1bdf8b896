package dev.plumbline.analysis.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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
    HYPERFINE("hyperfine", "hyperfine", "execution", "executions"),
    CATCH2("catch2", "Catch2", "process", "processes"),
    VITEST("vitest", "vitest", "process", "processes"),
    ASV("asv", "asv", "process", "processes"),
    KOTLINX("kotlinx-benchmark", "kotlinx-benchmark", "process", "processes"),
    ANDROIDX("androidx-benchmark", "androidx.benchmark", "process", "processes"),
    /** Any other, which writes Plumbline's own form. */
    OTHER("other", "the harness", "process", "processes");

    private static final Pattern FORKS = Pattern.compile("\\b([Ff])ork(s?)\\b");

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

    /** A sentence that speaks of forks, in the harness' own word for them. */
    public String spoken(String sentence) {
        return FORKS.matcher(sentence).replaceAll(found -> {
            String word = found.group(2).isEmpty() ? fork : forks;
            return found.group(1).equals("F")
                    ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
                    : word;
        });
    }

    /** How to have it measure independently more than once: the beginning of a sentence. */
    public String measureMore() {
        return switch (this) {
            case JMH -> "Measure with -f 3 or more";
            case GO -> "Measure with -count 3 or more";
            case HYPERFINE -> "Measure with -r 3 or more";
            case BENCHMARK_DOTNET -> "Measure with --launchCount 3 or more";
            case CRITERION,
                    LIBTEST,
                    DIVAN,
                    GUNGRAUN,
                    CALLGRIND,
                    CACHEGRIND,
                    TOKIO_CONSOLE,
                    JFR,
                    GOOGLE_BENCHMARK,
                    PYTEST_BENCHMARK,
                    CATCH2,
                    VITEST,
                    ASV,
                    KOTLINX,
                    ANDROIDX,
                    OTHER -> "Measure three times or more and give the files of a side together (--as-forks)";
        };
    }

    /** The command that measures with it in the project's folder; empty if each project has its own. */
    public Optional<String> command() {
        return switch (this) {
            case CRITERION, LIBTEST, DIVAN -> Optional.of("cargo bench");
            case GO -> Optional.of("go test -run '^$' -bench . ./...");
            case PYTEST_BENCHMARK -> Optional.of("pytest --benchmark-only");
            case JMH,
                    GUNGRAUN,
                    CALLGRIND,
                    CACHEGRIND,
                    TOKIO_CONSOLE,
                    JFR,
                    GOOGLE_BENCHMARK,
                    BENCHMARK_DOTNET,
                    HYPERFINE,
                    CATCH2,
                    VITEST,
                    ASV,
                    KOTLINX,
                    ANDROIDX,
                    OTHER -> Optional.empty();
        };
    }

    /** The harness of an id, empty when there is none. */
    public static Optional<Harness> ofId(String id) {
        return Arrays.stream(values()).filter(harness -> harness.id.equals(id)).findFirst();
    }
}
