package dev.plumbline.server.http;

import dev.plumbline.server.database.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180). Texts that a spreadsheet would take for a formula get an apostrophe in front; names come
 * from files that anybody may have written.
 */
public final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    public static String of(Table table) {
        StringBuilder csv = new StringBuilder();
        line(table.columns(), csv);
        for (List<? extends @Nullable Object> row : table.rows()) {
            line(row, csv);
        }
        return csv.toString();
    }

    private static void line(List<? extends @Nullable Object> cells, StringBuilder csv) {
        String separator = "";
        for (Object cell : cells) {
            csv.append(separator);
            separator = ",";
            switch (cell) {
                case null -> {}
                case Number number -> csv.append(number);
                case Boolean truth -> csv.append(truth);
                case List<?> texts ->
                    text(String.join(" ", texts.stream().map(String::valueOf).toList()), csv);
                case Table.Json json -> text(json.text(), csv);
                default -> text(cell.toString(), csv);
            }
        }
        csv.append("\r\n");
    }

    private static void text(String text, StringBuilder csv) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(character -> character == ',' || character == '"' || character < ' ');
        if (quoted) {
            csv.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            csv.append(safe);
        }
    }
}
