package dev.plumbline.analysis.format.hyperfine;

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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what hyperfine writes with {@code --export-csv}: a row for each command, with its means and without its runs. */
public final class HyperfineCsvReader implements ResultReader {

    private static final String PARAMETER = "parameter_";
    private static final int COLUMNS = 20;

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                BufferedReader text = new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8))) {
            CheckedResults checked = new CheckedResults(limits, results);
            CsvRecords records = new CsvRecords(text, ',', limits.maxNameLength(), COLUMNS + limits.maxParams());
            Map<String, Integer> header = header(records.next()
                    .orElseThrow(() -> new DocumentException(
                            ProblemCode.EMPTY_DOCUMENT,
                            "the document contains only white space; give the file of --export-csv",
                            Place.UNKNOWN)));
            Decimals decimals = new Decimals();
            Optional<CsvRecords.Fields> record = records.next();
            while (record.isPresent()) {
                CsvRecords.Fields fields = record.get();
                record = records.next();
                if (fields.size() != header.size()) {
                    throw new DocumentException(
                            record.isEmpty() && fields.size() < header.size()
                                    ? ProblemCode.TRUNCATED_DOCUMENT
                                    : ProblemCode.INVALID_FIELD,
                            "the row has " + fields.size() + " values, the header " + header.size()
                                    + "; give the whole file as hyperfine wrote it",
                            fields.place(0));
                }
                command(fields, header, decimals).pass(fields.place(0), checked);
            }
            checked.requireSome("the table has no rows: hyperfine measured no command; see what it printed");
        }
    }

    private static Map<String, Integer> header(CsvRecords.Fields fields) {
        Map<String, Integer> header = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if (header.putIfAbsent(fields.text(i), i) != null) {
                throw new DocumentException(
                        ProblemCode.DUPLICATE_FIELD,
                        "the header has the column " + Place.printable(fields.text(i)) + " twice; keep one of them",
                        fields.place(i));
            }
        }
        if (!header.containsKey("command") || !header.containsKey("mean")) {
            throw new DocumentException(
                    ProblemCode.MISSING_FIELD,
                    "the header has no column command or mean; give the file as hyperfine wrote it",
                    fields.place(0));
        }
        return header;
    }

    private static HyperfineCommand command(CsvRecords.Fields fields, Map<String, Integer> header, Decimals decimals) {
        HyperfineCommand command = new HyperfineCommand();
        command.command = fields.text(header.getOrDefault("command", 0));
        if (command.command.isBlank()) {
            throw new DocumentException(
                    ProblemCode.MISSING_FIELD,
                    "the row has no command; give the file as hyperfine wrote it",
                    fields.place(0));
        }
        command.mean = number("mean", fields, header, decimals);
        command.user = number("user", fields, header, decimals);
        command.system = number("system", fields, header, decimals);
        header.forEach((column, place) -> {
            if (column.startsWith(PARAMETER) && column.length() > PARAMETER.length()) {
                command.parameters.put(column.substring(PARAMETER.length()), fields.text(place));
            }
        });
        return command;
    }

    private static double number(
            String column, CsvRecords.Fields fields, Map<String, Integer> header, Decimals decimals) {
        Integer place = header.get(column);
        return place == null
                ? Double.NaN
                : decimals.number(fields.text(place), column, fields.place(place))
                        .value();
    }
}
