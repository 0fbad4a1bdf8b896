package dev.plumbline.analysis.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of a tool is read whole, or rejected with what it is and what to give instead. */
class OtherPeoplesFilesTest {

    /** What is no document with results, or broken on purpose. */
    private static final Set<String> REJECTED = Set.of(
            "dotnet__BenchmarkDotNet__openmetrics.MemoryDiagnoser_ExportsAllocatedBytesPerOperation.txt",
            "dotnet__BenchmarkDotNet__openmetrics.ParametrizedBenchmarks_LabelExpansion.txt",
            "vitest3-head-compared-console.txt",
            "vitest5-console.txt",
            "vitest5-bench-count.json",
            "benchmarks.json",
            "machine.json",
            "bencherdev__bencher__six.console.txt",
            "aaaaaaaa-py2.7-Cython-numpy1.8.json",
            "bbbbbbbb-py2.7-Cython-numpy1.8.json");

    @ParameterizedTest
    @ValueSource(strings = {"benchmarkdotnet", "catch2", "vitest", "asv", "androidx-benchmark"})
    void areReadWholeOrRejectedWithARemedy(String tool) throws IOException {
        for (Path file : SampleFolder.files(tool)) {
            boolean rejected = false;
            try {
                requireWhole(file, DocumentReading.results(DocumentReading.bytes(file)));
            } catch (DocumentException refusal) {
                rejected = true;
                assertThat(refusal.getMessage()).as(file.toString()).isNotEmpty();
            }
            assertThat(rejected)
                    .as(file.toString())
                    .isEqualTo(REJECTED.contains(file.getFileName().toString()));
        }
    }

    private static void requireWhole(Path file, List<BenchmarkResult> results) {
        assertThat(results).as(file.toString()).isNotEmpty();
        assertThat(results.stream().map(result -> result.benchmark().key()).collect(Collectors.toSet()))
                .as("every benchmark of %s has a name of its own", file)
                .hasSameSizeAs(results);
        for (BenchmarkResult result : results) {
            boolean failed =
                    result.notes().stream().anyMatch(note -> note.code().equals("not-measured"));
            assertThat(Double.isFinite(result.primary().score()))
                    .as("%s %s", file, result.benchmark().key())
                    .isNotEqualTo(failed);
        }
    }
}
