package dev.plumbline.analysis.format.valgrind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Measurement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Profiles of this project, and how they are read. */
final class Profiles {

    private static final Path FOLDER = Path.of("src", "test", "resources", "valgrind");

    private Profiles() {}

    /** The files, one after the other. */
    static byte[] file(String... names) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (String name : names) {
                all.write(Files.readAllBytes(FOLDER.resolve(name)));
            }
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
        return all.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The results of a document, which has to be recognised as this format. */
    static List<BenchmarkResult> read(ResultFormat format, byte[] document) {
        List<BenchmarkResult> results = new ArrayList<>();
        try {
            assertThat(ResultFormat.read(new ByteArrayInputStream(document), ReadLimits.defaults(), results::add))
                    .isEqualTo(format);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return results;
    }

    /** The one result of a document. */
    static BenchmarkResult one(ResultFormat format, byte[] document) {
        List<BenchmarkResult> results = read(format, document);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    static String rejection(byte[] document) {
        DocumentException problem = catchThrowableOfType(
                DocumentException.class,
                () -> ResultFormat.read(new ByteArrayInputStream(document), ReadLimits.defaults(), result -> {}));
        assertThat(problem).as("it is rejected").isNotNull();
        return problem.code() + ": " + problem.getMessage();
    }

    /** The functions of a profile. */
    static CostByFunction functions(ProfileKind kind, byte[] document) {
        try {
            return CostByFunction.read(kind, new ByteArrayInputStream(document), ReadLimits.defaults());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The secondary metrics: name, score and unit. */
    static List<String> metrics(BenchmarkResult result) {
        return result.secondary().stream().map(Profiles::line).toList();
    }

    private static String line(Measurement measurement) {
        return measurement.metric().name() + " " + (long) measurement.score() + " "
                + measurement.metric().unit().base();
    }

    static List<String> notes(BenchmarkResult result) {
        return result.notes().stream().map(BenchmarkResult.Note::code).toList();
    }
}
