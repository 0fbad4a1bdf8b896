package dev.plumbline.analysis.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

    /** The results of a document, which has to be recognised as this format. */
    public static List<BenchmarkResult> read(ResultFormat format, byte[] document) {
        List<BenchmarkResult> results = new ArrayList<>();
        try {
            assertThat(ResultFormat.read(new ByteArrayInputStream(document), ReadLimits.defaults(), results::add))
                    .isEqualTo(format);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return results;
    }

    /** The results of a text, which has to be recognised as this format. */
    public static List<BenchmarkResult> read(ResultFormat format, String text) {
        return read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The results of a file below the test resources, which has to be recognised as this format. */
    public static List<BenchmarkResult> readFixture(ResultFormat format, String path) {
        return read(format, fixtureBytes(path));
    }

    /** The message that a text is rejected with, with its code before it. */
    public static String rejection(String text) {
        DocumentException problem = refusal(text);
        assertThat(problem).as("it is rejected").isNotNull();
        return problem.code() + ": " + problem.getMessage();
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
}
