package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a text in CSV (RFC 4180), separated by commas, semicolons or tabs; the first row decides by which: a
 * comma that stands between digits in a row with semicolons or tabs is a decimal one.
 * Empty lines and those that begin with {@code #} aren't rows.
 */
public final class CsvRows {

    private static final int MOST_COLUMNS = 1_000;
    private static final int BEGINNING = 8_192;

    private final Reader text;
    private final char separator;
    private int line = 1;
    private int next;

    /**
     * A row.
     *
     * @param line the line it begins at, from 1
     * @param cells its cells, without quotes and without blanks around them
     */
    public record Row(int line, List<String> cells) {

        /** The cell of a column, empty if the row has none. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    private CsvRows(Reader text, char separator) throws IOException {
        this.text = text;
        this.separator = separator;
        this.next = text.read();
    }

    /** All rows. */
    public static List<Row> read(Reader text) throws IOException {
        CsvRows reader = new CsvRows(text, separator(text));
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
            if (!quoted && (next == '\n' || next == separator)) {
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

    /** What separates the cells of the first row that has a separator in this beginning of the text; a comma if none has. */
    private static char separator(Reader text) throws IOException {
        text.mark(BEGINNING);
        char[] beginning = new char[BEGINNING - 1];
        int length = 0;
        for (int got = 0; got >= 0 && length < beginning.length; length += Math.max(0, got)) {
            got = text.read(beginning, length, beginning.length - length);
        }
        text.reset();
        String start = new String(beginning, 0, length).replaceAll("\"[^\"]*\"", "");
        return start.lines()
                .filter(row -> !row.startsWith("#"))
                .map(row -> row.replaceAll(row.matches(".*[;\t].*") ? "(?<=\\d),(?=\\d)" : "(?!)", ""))
                .flatMapToInt(row -> row.chars()
                        .filter(character -> character == ',' || character == ';' || character == '\t')
                        .limit(1))
                .mapToObj(character -> (char) character)
                .findFirst()
                .orElse(',');
    }

    private void advance() throws IOException {
        if (next == '\n') {
            line++;
            next = text.read();
        }
    }
}
