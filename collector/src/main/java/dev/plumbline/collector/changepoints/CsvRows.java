package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a text in CSV (RFC 4180), separated by commas, semicolons or tabs; the first row decides by which.
 * Empty lines and those that begin with {@code #} aren't rows.
 */
final class CsvRows {

    private static final int MOST_COLUMNS = 1_000;

    private final Reader text;
    private char separator;
    private int line = 1;
    private int next;

    /**
     * A row.
     *
     * @param line the line it begins at, from 1
     * @param cells its cells, without quotes and without blanks around them
     */
    record Row(int line, List<String> cells) {

        /** The cell of a column, empty if the row has none. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    private CsvRows(Reader text) throws IOException {
        this.text = text;
        this.next = text.read();
    }

    /** All rows. */
    static List<Row> read(Reader text) throws IOException {
        CsvRows reader = new CsvRows(text);
        List<Row> rows = new ArrayList<>();
        int values = 0;
        while (reader.next >= 0) {
            int start = reader.line;
            if (reader.next == '#') {
                reader.skipLine();
                continue;
            }
            List<String> cells = reader.row();
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (!rows.isEmpty() && cells.size() > rows.get(0).cells().size()) {
                throw new DocumentException(
                        ProblemCode.INVALID_FIELD,
                        "this row has " + cells.size() + " cells and the first has "
                                + rows.get(0).cells().size()
                                + "; write decimals with a point, and quotation marks around a text with a '"
                                + reader.separator + "'",
                        new Place(start, 1, 0, ""));
            }
            values += cells.size();
            if (values > SeriesLimits.MOST_VALUES) {
                throw SeriesLimits.tooMany("cells", SeriesLimits.MOST_VALUES, new Place(start, 1, 0, ""));
            }
            rows.add(new Row(start, cells));
        }
        return rows;
    }

    private void skipLine() throws IOException {
        while (next >= 0 && next != '\n') {
            next = text.read();
        }
        advance();
    }

    private List<String> row() throws IOException {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(cell());
            if (cells.size() > MOST_COLUMNS) {
                throw SeriesLimits.tooMany("columns", MOST_COLUMNS, new Place(line, 1, 0, ""));
            }
            if (next != separator || next < 0) {
                advance();
                return cells;
            }
            next = text.read();
        }
    }

    private String cell() throws IOException {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int start = line;
        while (next >= 0) {
            if (next == '"') {
                next = text.read();
                if (quoted && next == '"') {
                    cell.append('"');
                    next = text.read();
                } else {
                    quoted = !quoted;
                }
                continue;
            }
            if (!quoted && (next == '\n' || isSeparator((char) next))) {
                break;
            }
            line += next == '\n' ? 1 : 0;
            cell.append((char) next);
            if (cell.length() > SeriesLimits.LONGEST_TEXT) {
                throw new DocumentException(
                        ProblemCode.TEXT_TOO_LONG,
                        "a cell is longer than " + SeriesLimits.LONGEST_TEXT + " characters"
                                + (quoted ? "; is a quotation mark missing?" : "; is this a CSV file?"),
                        new Place(start, 1, 0, ""));
            }
            next = text.read();
        }
        if (quoted) {
            throw new DocumentException(
                    ProblemCode.TRUNCATED_DOCUMENT,
                    "the text ends inside of quotation marks that begin here; close them",
                    new Place(start, 1, 0, ""));
        }
        return cell.toString().strip();
    }

    /** The first separator found applies to the whole file. */
    private boolean isSeparator(char character) {
        if (separator == 0 && (character == ',' || character == ';' || character == '\t')) {
            separator = character;
        }
        return separator != 0 && character == separator;
    }

    private void advance() throws IOException {
        if (next == '\n') {
            line++;
            next = text.read();
        }
    }
}
