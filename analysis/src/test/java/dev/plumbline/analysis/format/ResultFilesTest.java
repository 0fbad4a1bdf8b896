package dev.plumbline.analysis.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every result file of JMH that lies beside the repository, whatever its format, is read or rejected with a reason. */
class ResultFilesTest {

    private static final Path SHARED = Path.of("..", "..", "shared", "samples");

    static Stream<Path> files() throws IOException {
        return Stream.concat(below(SHARED.resolve("jmh")), below(SHARED.resolve("jmh-own")));
    }

    private static Stream<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("(?i)readme.*|provenance.*"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void thereAreFiles() throws IOException {
        assumeTrue(files().findAny().isPresent(), "no sample files of JMH beside the repository: " + SHARED);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("files")
    void isReadOrRejectedWithAReason(Path file) throws IOException {
        AtomicInteger results = new AtomicInteger();
        try (InputStream in = Files.newInputStream(file)) {
            ResultFormat format = ResultFormat.read(in, ReadLimits.defaults(), result -> {
                results.incrementAndGet();
                assertThat(result.primary().forkValues().length)
                        .as(result.benchmark().key())
                        .isLessThanOrEqualTo(
                                Math.max(1, result.primary().forks().size()));
            });
            assertThat(results).as(file + " as " + format).hasPositiveValue();
        } catch (DocumentException problem) {
            assertThat(problem.getMessage()).as(file.toString()).contains(";");
            assertThat(problem.line() > 0
                            || problem.problem() == ProblemCode.OTHER_DOCUMENT
                            || problem.problem() == ProblemCode.NOT_UTF_8
                            || problem.problem() == ProblemCode.EMPTY_DOCUMENT)
                    .as(file + ": " + problem.getMessage())
                    .isTrue();
        }
    }
}
