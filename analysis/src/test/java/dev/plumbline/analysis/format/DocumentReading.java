package dev.plumbline.analysis.format;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Measurement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads documents of any format as their content shows it. */
public final class DocumentReading {

    private DocumentReading() {}

    /** The results of a document. */
    public static List<BenchmarkResult> results(byte[] document) {
        List<BenchmarkResult> results = new ArrayList<>();
        try {
            ResultFormat.read(new ByteArrayInputStream(document), ReadLimits.defaults(), results::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return results;
    }

    /** The results of a text. */
    public static List<BenchmarkResult> results(String document) {
        return results(document.getBytes(StandardCharsets.UTF_8));
    }

    /** The results of a file below the test resources. */
    public static List<BenchmarkResult> fixture(String path) {
        return results(bytes(Path.of("src", "test", "resources").resolve(path)));
    }

    /** The bytes of a file. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The bytes of a file below the test resources. */
    public static byte[] fixtureBytes(String path) {
        return bytes(Path.of("src", "test", "resources").resolve(path));
    }

    /** Why a text is rejected. */
    public static DocumentException refusal(String document) {
        return catchThrowableOfType(DocumentException.class, () -> results(document));
    }

    /** The format of a text. */
    public static ResultFormat format(byte[] document) {
        try {
            return ResultFormat.recognise(new ByteArrayInputStream(document), ReadLimits.defaults())
                    .orElseThrow(() -> new AssertionError("not recognised"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The secondary metric of a name. */
    public static Measurement secondary(BenchmarkResult result, String name) {
        return result.secondary().stream()
                .filter(measurement -> measurement.metric().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + result.secondary()));
    }

    /** Other people's files of a tool, which most machines don't have: the test is then skipped. */
    public static List<Path> shared(String tool) {
        Path folder = Path.of("..", "..", "shared", "samples").resolve(tool);
        if (!Files.isDirectory(folder)) {
            folder = Path.of("..", "..", "..", "shared", "samples").resolve(tool);
        }
        assumeTrue(Files.isDirectory(folder), "the samples of " + tool + " are not beside the repository");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !file.toString().endsWith(".md") && !file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
