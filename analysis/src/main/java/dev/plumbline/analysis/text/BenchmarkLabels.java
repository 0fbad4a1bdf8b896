package dev.plumbline.analysis.text;

import dev.plumbline.analysis.model.BenchmarkId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Short names of benchmarks that still distinguish them: the package is left out if class and method are enough; for mode and threads,
 * see {@link Namesakes}.
 */
public final class BenchmarkLabels {

    private final Map<String, Set<String>> namesByShort = new HashMap<>();
    private final Map<String, Set<BenchmarkId>> byNameAndParams = new HashMap<>();

    /** Labels for these benchmarks, which have to be all that are shown. */
    public BenchmarkLabels(Collection<BenchmarkId> benchmarks) {
        for (BenchmarkId benchmark : benchmarks) {
            namesByShort
                    .computeIfAbsent(shortName(benchmark), first -> new HashSet<>())
                    .add(benchmark.name());
            byNameAndParams
                    .computeIfAbsent(benchmark.name() + benchmark.params(), first -> new HashSet<>())
                    .add(benchmark);
        }
    }

    /** For example {@code Tokenizer.split (kind=a, size=1000) [thrpt] 4 threads}. */
    public String label(BenchmarkId benchmark) {
        boolean unique =
                namesByShort.getOrDefault(shortName(benchmark), Set.of()).size() <= 1;
        StringBuilder label = new StringBuilder(unique ? shortName(benchmark) : benchmark.name());
        if (!benchmark.params().isEmpty()) {
            label.append(benchmark.params().entrySet().stream()
                    .map(param -> param.getKey() + "=" + param.getValue())
                    .collect(Collectors.joining(", ", " (", ")")));
        }
        Set<BenchmarkId> alike = byNameAndParams.getOrDefault(benchmark.name() + benchmark.params(), Set.of());
        Namesakes namesakes = new Namesakes(
                alike.stream().map(BenchmarkId::mode).distinct().count() > 1,
                alike.stream().map(BenchmarkId::threads).distinct().count() > 1);
        label.append(namesakes.text(benchmark.mode().label(), benchmark.threads()));
        return Printable.line(label.toString());
    }

    private static String shortName(BenchmarkId benchmark) {
        return NameParts.of(benchmark.name()).shortName();
    }
}
