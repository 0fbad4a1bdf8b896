package dev.plumbline.analysis.format.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads tables of results as the product does: by their content. */
public final class Tables {

    private Tables() {}

    /** The results of a text, which has to be recognised as this format. */
    public static List<BenchmarkResult> read(ResultFormat format, String text) {
        return read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The results of a document, which has to be recognised as this format. */
    public static List<BenchmarkResult> read(ResultFormat format, byte[] document) {
        List<BenchmarkResult> results = new ArrayList<>();
        try {
            assertThat(ResultFormat.read(new ByteArrayInputStream(document), ReadLimits.defaults(), results::add))
                    .isEqualTo(format);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return results;
    }

    /** The message that a text is rejected with, with its code before it. */
    public static String rejection(String text) {
        DocumentException problem = catchThrowableOfType(
                DocumentException.class,
                () -> ResultFormat.read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        ReadLimits.defaults(),
                        result -> {}));
        assertThat(problem).as("it is rejected").isNotNull();
        return problem.code() + ": " + problem.getMessage();
    }

    /** The secondary metrics: name, score and base unit. */
    public static List<String> metrics(BenchmarkResult result) {
        return result.secondary().stream().map(Tables::line).toList();
    }

    private static String line(Measurement measurement) {
        return measurement.metric().name() + " " + measurement.score() + " "
                + measurement.metric().unit().base();
    }

    /** The codes of a result's notes. */
    public static List<String> notes(BenchmarkResult result) {
        return result.notes().stream().map(BenchmarkResult.Note::code).toList();
    }

    /** The values of the score's forks. */
    public static List<Double> forks(Measurement measurement) {
        return measurement.forks().stream().map(Fork::value).toList();
    }
}
