package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.kind.DocumentKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a file of series says.
 *
 * @param series the series; at least one
 * @param remarks what else to know about it
 */
public record SeriesFile(List<GivenSeries> series, List<String> remarks) {

    /** The beginning of a script that assigns its data to a variable, as github-action-benchmark's data.js does. */
    private static final int LONGEST_ASSIGNMENT = 200;

    /** How much of a file is looked at to recognise it. */
    private static final int BEGINNING = 1 << 14;

    public SeriesFile {
        series = List.copyOf(series);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a file, plain or gzip-compressed, whose kind follows from its first character.
     *
     * @param columns the columns of a CSV file that have the values, by name or number; empty to find them out
     * @throws DocumentException when it is refused
     */
    public static SeriesFile read(InputStream file, List<String> columns) throws IOException {
        try (DocumentInput input = DocumentInput.open(file, SeriesLimits.MOST_BYTES);
                BufferedReader text = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            requireSeries(DocumentKind.of(input.beginning(BEGINNING)));
            int first = firstCharacter(text);
            if (first == '[' || first == '{') {
                return JsonSeries.read(text);
            }
            if (skipAssignment(text)) {
                return JsonSeries.read(text);
            }
            return new SeriesFile(CsvSeries.read(text, columns), List.of());
        } catch (DocumentException broken) {
            if (broken.problem() == ProblemCode.EMPTY_DOCUMENT && broken.line() == 0) {
                throw new DocumentException(
                        ProblemCode.EMPTY_DOCUMENT,
                        "there is nothing in it; give a value for each run, oldest first",
                        Place.UNKNOWN);
            }
            throw broken;
        }
    }

    private static void requireSeries(DocumentKind kind) {
        if (!kind.remedyForSeries().isEmpty()) {
            throw new DocumentException(
                    ProblemCode.OTHER_DOCUMENT,
                    "this is " + kind.noun() + ", not a series; " + kind.remedyForSeries(),
                    Place.UNKNOWN);
        }
    }

    private static int firstCharacter(BufferedReader text) throws IOException {
        while (true) {
            text.mark(1);
            int character = text.read();
            if (character < 0 || !Character.isWhitespace(character)) {
                text.reset();
                return character;
            }
        }
    }

    /** Skips {@code window.BENCHMARK_DATA =}; stays where it is if there is no such thing. */
    private static boolean skipAssignment(BufferedReader text) throws IOException {
        text.mark(LONGEST_ASSIGNMENT);
        char[] start = new char[LONGEST_ASSIGNMENT - 1];
        int length = 0;
        int read = 0;
        while (read >= 0 && length < start.length) {
            length += read;
            read = text.read(start, length, start.length - length);
        }
        text.reset();
        String beginning = new String(start, 0, length);
        int brace = beginning.indexOf('{');
        if (brace < 0 || !beginning.substring(0, brace).matches("\\s*(window\\.|var |let |const )?[\\w.]+\\s*=\\s*")) {
            return false;
        }
        return text.skip(brace) == brace;
    }
}
