package dev.plumbline.analysis.format.google;

import dev.plumbline.analysis.format.csv.CsvRecords;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.table.Decimals;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what Google Benchmark writes with {@code --benchmark_format=csv}, also with what it prints on standard error above. Values have
 * six digits there, and nothing says which rows are aggregates: see {@link GoogleRows}.
 */
public final class GoogleCsvReader implements ResultReader {

    /** Columns that every version writes; those behind them are counters. */
    private static final List<String> COLUMNS = List.of(
            "name",
            "iterations",
            "real_time",
            "cpu_time",
            "time_unit",
            "bytes_per_second",
            "items_per_second",
            "label",
            "error_occurred",
            "error_message");

    private static final Set<String> TEXTS = Set.of(
            "name", "iterations", "real_time", "cpu_time", "time_unit", "label", "error_occurred", "error_message");

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                BufferedReader text = new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8))) {
            GoogleContext context = new GoogleContext(limits);
            GoogleResults found = new GoogleResults(limits);
            CsvRecords records =
                    new CsvRecords(text, ',', limits.maxNameLength(), COLUMNS.size() + limits.maxMetrics());
            Map<String, Integer> header = header(records, context);
            GoogleRows rows = new GoogleRows(found);
            Decimals decimals = new Decimals();
            Optional<CsvRecords.Fields> record = records.next();
            while (record.isPresent()) {
                CsvRecords.Fields fields = record.get();
                record = records.next();
                if (fields.size() == header.size()) {
                    rows.add(row(fields, header, decimals));
                } else if (fields.size() != failed(header)) {
                    throw new DocumentException(
                            record.isEmpty() ? ProblemCode.TRUNCATED_DOCUMENT : ProblemCode.INVALID_FIELD,
                            "the row has " + fields.size() + " values, the header " + header.size()
                                    + "; Google Benchmark stops in the middle when counters differ between benchmarks: use"
                                    + " --benchmark_out_format=json",
                            fields.place(0));
                } else {
                    rows.add(row(fields, header, decimals));
                }
            }
            rows.finish();
            CheckedResults checked = new CheckedResults(limits, results);
            found.pass(context.setup(), checked);
            checked.requireSome("the table has no row of a benchmark; see what the program printed");
        }
    }

    /** A benchmark that failed has no cells for the counters. */
    private static int failed(Map<String, Integer> header) {
        return (int) header.keySet().stream().filter(COLUMNS::contains).count();
    }

    /** The columns by name, from 0: the first record that begins with two that every version has. */
    private static Map<String, Integer> header(CsvRecords records, GoogleContext context) throws IOException {
        Optional<CsvRecords.Fields> record = records.next();
        while (record.isPresent()) {
            CsvRecords.Fields fields = record.get();
            if (fields.size() > 2
                    && fields.text(0).equals("name")
                    && fields.text(1).equals("iterations")) {
                return columns(fields);
            }
            context.readPrinted(String.join(",", fields.fields()));
            record = records.next();
        }
        throw new DocumentException(
                ProblemCode.TRUNCATED_DOCUMENT,
                "there is no row that begins with name,iterations; give the output of --benchmark_format=csv",
                Place.UNKNOWN);
    }

    private static Map<String, Integer> columns(CsvRecords.Fields fields) {
        Map<String, Integer> header = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.text(i).isEmpty() || header.putIfAbsent(fields.text(i), i) != null) {
                throw new DocumentException(
                        ProblemCode.DUPLICATE_FIELD,
                        "the header has the column \"" + Place.printable(fields.text(i))
                                + "\" twice or without a name; give each counter its own name",
                        fields.place(i));
            }
        }
        if (!header.containsKey("real_time") || !header.containsKey("cpu_time")) {
            throw new DocumentException(
                    ProblemCode.MISSING_FIELD,
                    "the header has no real_time or no cpu_time; give the table as it was written",
                    fields.place(0));
        }
        return header;
    }

    private static GoogleRow row(CsvRecords.Fields fields, Map<String, Integer> header, Decimals decimals) {
        GoogleRow row = new GoogleRow();
        row.place = fields.place(0);
        row.name = fields.text(0);
        if (row.name.isEmpty()) {
            throw new DocumentException(
                    ProblemCode.MISSING_FIELD, "the row has no name; give the table as it was written", row.place);
        }
        String failed = text("error_occurred", fields, header);
        row.message = text("error_message", fields, header);
        row.outcome = failed.equals("true")
                ? GoogleRow.Outcome.FAILED
                : failed.equals("false") ? GoogleRow.Outcome.SKIPPED : GoogleRow.Outcome.MEASURED;
        row.fit = text("iterations", fields, header).isEmpty();
        if (row.outcome != GoogleRow.Outcome.MEASURED || row.fit) {
            row.fit = row.outcome == GoogleRow.Outcome.MEASURED;
            return row;
        }
        row.timeUnit = text("time_unit", fields, header);
        row.iterations = number("iterations", fields, header, decimals);
        row.realTime = number("real_time", fields, header, decimals);
        row.cpuTime = number("cpu_time", fields, header, decimals);
        for (String column : header.keySet()) {
            if (!TEXTS.contains(column) && !text(column, fields, header).isEmpty()) {
                row.counters.put(column, number(column, fields, header, decimals));
            }
        }
        return row;
    }

    private static String text(String column, CsvRecords.Fields fields, Map<String, Integer> header) {
        Integer place = header.get(column);
        return place == null || place >= fields.size() ? "" : fields.text(place);
    }

    private static double number(
            String column, CsvRecords.Fields fields, Map<String, Integer> header, Decimals decimals) {
        String text = text(column, fields, header).replace("inf", "Infinity");
        Integer place = header.get(column);
        return decimals.number(text, column, fields.place(place == null ? 0 : place))
                .value();
    }
}
