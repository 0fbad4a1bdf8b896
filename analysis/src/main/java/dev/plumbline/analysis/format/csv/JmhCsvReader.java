package dev.plumbline.analysis.format.csv;

import dev.plumbline.analysis.format.csv.CsvHeader.Column;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.table.Decimals;
import dev.plumbline.analysis.format.table.MeasuredForks;
import dev.plumbline.analysis.format.table.TableNumber;
import dev.plumbline.analysis.format.table.TableResults;
import dev.plumbline.analysis.format.table.TableRow;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Mode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads what JMH writes with {@code -rf csv} and {@code -rf scsv}: a row for each metric, with its mean and error and
 * without forks. What separates the values follows from the header.
 */
public final class JmhCsvReader implements ResultReader {

    /** How far the first column's name reaches at most. */
    private static final int LONGEST_NAME = 100;

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                BufferedReader text = new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8))) {
            CsvRecords records = new CsvRecords(
                    text, separator(text), limits.maxNameLength(), Column.values().length + limits.maxParams());
            CsvHeader header = CsvHeader.of(records.next()
                    .orElseThrow(() -> new DocumentException(
                            ProblemCode.EMPTY_DOCUMENT,
                            "the document contains only white space; give the file of jmh -rf csv",
                            Place.UNKNOWN)));
            readRows(records, header, new TableResults(limits, rows -> MeasuredForks.NONE, results));
        }
    }

    /** What stands behind the first column's name; a comma when it can't be seen. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_NAME + 1);
        char separator = ',';
        for (int i = 0; i < LONGEST_NAME; i++) {
            int next = text.read();
            if (next < 0 || ";\t,".indexOf(next) >= 0) {
                separator = next < 0 ? separator : (char) next;
                break;
            }
        }
        text.reset();
        return separator;
    }

    private static void readRows(CsvRecords records, CsvHeader header, TableResults results) throws IOException {
        Decimals decimals = new Decimals();
        Optional<CsvRecords.Fields> record = records.next();
        Place last = Place.UNKNOWN;
        while (record.isPresent()) {
            CsvRecords.Fields fields = record.get();
            last = fields.place(0);
            record = records.next();
            if (fields.size() != header.size()) {
                throw new DocumentException(
                        record.isEmpty() && fields.size() < header.size()
                                ? ProblemCode.TRUNCATED_DOCUMENT
                                : ProblemCode.INVALID_FIELD,
                        "the row has " + fields.size() + " values, the header " + header.size()
                                + "; give the whole file as JMH wrote it",
                        last);
            }
            results.add(row(fields, header, decimals));
        }
        results.finish();
        if (results.count() == 0) {
            throw new DocumentException(
                    ProblemCode.NO_RESULTS, "the table has no rows: JMH completed no benchmark", last);
        }
    }

    private static TableRow row(CsvRecords.Fields fields, CsvHeader header, Decimals decimals) {
        Row row = new Row(fields, header);
        Map<String, String> params = new TreeMap<>();
        header.params().forEach((param, column) -> {
            if (!fields.text(column).isEmpty()) {
                params.put(param, fields.text(column));
            }
        });
        if (row.text(Column.SCORE).isBlank()) {
            throw row.refuse(Column.SCORE, "is empty; JMH always writes a number, or NaN");
        }
        return new TableRow(
                fields.place(0),
                row.text(Column.BENCHMARK).strip(),
                params,
                row.mode(),
                (int) row.count(Column.THREADS, 1, Integer.MAX_VALUE),
                row.count(Column.SAMPLES, 0, Long.MAX_VALUE),
                decimals.number(row.text(Column.SCORE), Column.SCORE.label(), row.place(Column.SCORE)),
                row.has(Column.ERROR)
                        ? decimals.number(row.text(Column.ERROR), Column.ERROR.label(), row.place(Column.ERROR))
                        : TableNumber.NONE,
                row.text(Column.UNIT).strip());
    }

    /** The values of a row by their columns. */
    private record Row(CsvRecords.Fields fields, CsvHeader header) {

        boolean has(Column column) {
            return header.columns().containsKey(column);
        }

        String text(Column column) {
            return fields.text(header.columns().getOrDefault(column, 0));
        }

        Place place(Column column) {
            return fields.place(header.columns().getOrDefault(column, 0));
        }

        Mode mode() {
            return Mode.ofJmh(text(Column.MODE).strip())
                    .orElseThrow(() -> refuse(
                            Column.MODE,
                            "is \"" + Place.printable(text(Column.MODE)) + "\", expected thrpt, avgt, sample or ss"));
        }

        /** A whole number; 0 where there is no such column. */
        long count(Column column, long least, long most) {
            if (!has(column)) {
                return 0;
            }
            String digits = text(column).strip();
            if (!digits.matches("\\d{1,18}") || Long.parseLong(digits) > most || Long.parseLong(digits) < least) {
                throw refuse(column, "is \"" + Place.printable(digits) + "\", expected a whole number from " + least);
            }
            return Long.parseLong(digits);
        }

        DocumentException refuse(Column column, String sentence) {
            return new DocumentException(ProblemCode.INVALID_FIELD, column.label() + " " + sentence, place(column));
        }
    }
}
