package dev.plumbline.analysis.format.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.archive.Archives;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every real file of Criterion and Divan is read whole, or refused with the reason. */
class RustSampleFilesTest {

    private static final Path SHARED = Path.of("..", "..", "shared", "samples");
    private static final Set<String> NO_RESULTS = Set.of("README.md", "PROVENANCE.tsv");

    /** How many lines with a result a text has that is read, and how such a line looks. */
    private static final Map<String, String> RESULT_LINES = Map.of(
            "criterion-text", "(?m)^.*\\stime: +\\[\\d.*$",
            "libtest-bench", "(?m)^test .* bench: .*$",
            "cargo-criterion", "\"reason\":\"benchmark-complete\"",
            "divan", "(?m)[├╰]─ .*\\d [pnµm]?s .*│.*│.*│.*│.*$");

    @Test
    void filesOfOtherProjectsLieBesideTheRepository() {
        assumeTrue(Files.isDirectory(SHARED.resolve("criterion")), "no files of other projects at " + SHARED);
        assertThat(entries("criterion")).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> readsEveryFolderAndText() {
        return Stream.of("criterion", "divan")
                .flatMap(tool -> entries(tool).stream())
                .map(entry -> DynamicTest.dynamicTest(entry.getFileName().toString(), () -> check(entry)));
    }

    private static void check(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            checkFolder(Archives.files(entry));
        } else {
            checkText(Files.readString(entry));
        }
    }

    /** The samples' median and slope are what Criterion estimated, which is the proof that the samples are understood. */
    private static void checkFolder(Map<String, String> files) throws IOException {
        Map<String, JsonNode> estimates = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith("new/benchmark.json")) {
                estimates.put(
                        json.readTree(file.getValue()).get("full_id").textValue(),
                        json.readTree(files.get(file.getKey().replace("benchmark.json", "estimates.json"))));
            }
        }
        assertThat(estimates).isNotEmpty();

        List<BenchmarkResult> results = Archives.read(ResultFormat.CRITERION, Archives.gzip(Archives.tar(files)));

        assertThat(results).hasSameSizeAs(estimates.keySet());
        for (BenchmarkResult result : results) {
            String value = result.benchmark().params().get(CriterionBenchmark.VALUE);
            JsonNode estimate = Objects.requireNonNull(
                    estimates.get(result.benchmark().name() + (value == null ? "" : "/" + value)));
            assertRelative(result.primary().score(), seconds(estimate, "median"));
            assertRelative(
                    result.secondary().get(0).score(),
                    seconds(estimate, estimate.path("slope").isNull() ? "mean" : "slope"));
        }
    }

    private static void assertRelative(double value, double expected) {
        assertThat(value / expected).isEqualTo(1, within(1e-9));
    }

    private static double seconds(JsonNode estimates, String name) {
        JsonNode estimate = estimates.has(name)
                ? estimates.get(name)
                : estimates.get(name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1));
        return estimate.get("point_estimate").doubleValue() * 1e-9;
    }

    private static void checkText(String text) {
        String plain = text.replaceAll("\u001b\\[[0-9;]*m", "");
        long lines = RESULT_LINES.values().stream()
                .mapToLong(pattern -> java.util.regex.Pattern.compile(pattern)
                        .matcher(plain)
                        .results()
                        .count())
                .sum();
        try {
            assertThat(RESULT_LINES.keySet().stream()
                            .flatMap(format -> read(format, text).stream())
                            .count())
                    .isEqualTo(lines)
                    .isPositive();
        } catch (DocumentException refusal) {
            if (refusal.code().equals("duplicate-result")) {
                assertThat(refusal.line()).as("two runs in one text").isPositive();
            } else {
                assertThat(lines).as(refusal.getMessage()).isZero();
                assertThat(refusal.code()).isIn("no-results", "not-json");
            }
        }
    }

    /** The results in a format, none if it shows another one. */
    private static List<BenchmarkResult> read(String format, String text) {
        try {
            return Archives.read(
                    ResultFormat.ofId(format).orElseThrow(), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (AssertionError other) {
            return List.of();
        }
    }

    private static List<Path> entries(String tool) {
        Path folder = SHARED.resolve(tool);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            entry -> !NO_RESULTS.contains(entry.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
