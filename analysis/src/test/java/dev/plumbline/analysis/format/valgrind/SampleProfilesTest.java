package dev.plumbline.analysis.format.valgrind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of these tools that lies beside the repository is read or rejected with a place and a reason. */
class SampleProfilesTest {

    private static final Path SHARED = Path.of("..", "..", "shared", "samples");

    static Stream<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String tool : List.of("callgrind", "cachegrind", "gungraun", "tokio-console")) {
            if (Files.isDirectory(SHARED.resolve(tool))) {
                try (Stream<Path> below = Files.walk(SHARED.resolve(tool))) {
                    below.filter(Files::isRegularFile)
                            .filter(file ->
                                    !file.getFileName().toString().matches("(?i)readme.*|provenance.*|.*schema.json"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files.stream();
    }

    @Test
    void thereAreFiles() throws IOException {
        assumeTrue(
                files().findAny().isPresent(), "no sample files of Valgrind's tools beside the repository: " + SHARED);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("files")
    void isReadOrRejectedWithAReason(Path file) throws IOException {
        List<BenchmarkResult> results = new ArrayList<>();
        Optional<ResultFormat> format = Optional.empty();
        try (InputStream in = Files.newInputStream(file)) {
            format = Optional.of(ResultFormat.read(in, ReadLimits.defaults(), results::add));
        } catch (DocumentException problem) {
            assertThat(problem.getMessage()).as(file.toString()).contains(";");
            assertThat(problem.line() > 0 || problem.problem() == ProblemCode.OTHER_DOCUMENT)
                    .as(file + ": " + problem.getMessage())
                    .isTrue();
            return;
        }
        assertThat(results).as(file.toString()).isNotEmpty();
        Optional<ProfileKind> kind = format.flatMap(ResultFormat::profile);
        if (kind.isPresent()) {
            CostByFunction costs = Profiles.functions(kind.get(), Files.readAllBytes(file));
            assertThat((double) costs.total())
                    .as("the functions of " + file + " are its total")
                    .isEqualTo(results.get(0).primary().score());
        }
    }
}
