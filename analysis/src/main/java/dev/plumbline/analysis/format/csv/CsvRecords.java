package dev.plumbline.analysis.format.csv;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of a CSV text (RFC 4180) with any separator, one after the other; empty lines are left out. */
public final class CsvRecords {

    private final Reader text;
    private final char separator;
    private final int longestField;
    private final int mostFields;
    private int next;
    private int line = 1;
    private int column = 1;

    /**
     * A record.
     *
     * @param fields what is between the separators, without quotes
     * @param places where each begins
     */
    public record Fields(List<String> fields, List<Place> places) {

        /** How many there are. */
        public int size() {
            return fields.size();
        }

        /** A field by its place from 0. */
        public String text(int field) {
            return fields.get(field);
        }

        /** Where a field begins. */
        public Place place(int field) {
            return places.get(field);
        }

        private boolean isEmpty() {
            return size() == 1 && text(0).isBlank();
        }
    }

    /**
     * The records of a text.
     *
     * @param text buffered
     * @param separator what stands between fields
     * @param longestField characters of a field at most
     * @param mostFields fields of a record at most
     */
    public CsvRecords(Reader text, char separator, int longestField, int mostFields) throws IOException {
        this.text = text;
        this.separator = separator;
        this.longestField = longestField;
        this.mostFields = mostFields;
        this.next = text.read();
    }

    /** The next record that isn't empty; none at the end of the text. */
    public Optional<Fields> next() throws IOException {
        while (next >= 0) {
            Fields fields = record();
            if (!fields.isEmpty()) {
                return Optional.of(fields);
            }
        }
        return Optional.empty();
    }

    private Fields record() throws IOException {
        List<String> fields = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        while (true) {
            if (fields.size() == mostFields) {
                throw refuse(ProblemCode.TOO_MANY_VALUES, "the row has more than " + mostFields + " values", here());
            }
            places.add(here());
            fields.add(next == '"' ? quoted() : plain());
            if (next != separator) {
                break;
            }
            advance();
        }
        if (next >= 0 && next != '\n' && next != '\r') {
            throw refuse(
                    ProblemCode.INVALID_FIELD,
                    "something follows a closing quotation mark; write quotation marks in a value twice",
                    here());
        }
        if (next == '\r') {
            advance();
        }
        if (next == '\n') {
            advance();
        }
        return new Fields(fields, places);
    }

    private String plain() throws IOException {
        StringBuilder field = new StringBuilder();
        Place begin = here();
        while (next >= 0 && next != separator && next != '\n' && next != '\r') {
            append(field, begin);
        }
        return field.toString();
    }

    private String quoted() throws IOException {
        StringBuilder field = new StringBuilder();
        Place begin = here();
        advance();
        while (true) {
            if (next < 0) {
                throw refuse(
                        ProblemCode.TRUNCATED_DOCUMENT,
                        "the value that begins here has no closing quotation mark; give the whole file",
                        begin);
            }
            if (next == '"') {
                advance();
                if (next != '"') {
                    return field.toString();
                }
            }
            append(field, begin);
        }
    }

    private void append(StringBuilder field, Place begin) throws IOException {
        if (field.length() == longestField) {
            throw refuse(
                    ProblemCode.TEXT_TOO_LONG,
                    "a value has more than " + longestField + " characters; shorten it",
                    begin);
        }
        field.append((char) next);
        advance();
    }

    /** Goes on by one character; columns count bytes in UTF-8, of a pair of surrogates two each. */
    private void advance() throws IOException {
        if (next == '\n') {
            line++;
            column = 1;
        } else {
            column += next < 0x80 ? 1 : next < 0x800 || Character.isSurrogate((char) next) ? 2 : 3;
        }
        next = text.read();
    }

    private Place here() {
        return new Place(line, column, 0, "");
    }

    private static DocumentException refuse(ProblemCode problem, String sentence, Place place) {
        return new DocumentException(problem, sentence, place);
    }
}
