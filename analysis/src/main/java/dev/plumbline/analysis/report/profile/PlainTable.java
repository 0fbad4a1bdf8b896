package dev.plumbline.analysis.report.profile;

import dev.plumbline.analysis.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** Columns of figures, aligned to the right, and a name behind them. */
final class PlainTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row: the figures, and the name as the last cell. */
    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** The rows as lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size() - 1; column++) {
                int blanks = width(column) - Printable.width(row.get(column));
                line.append(GAP).append(" ".repeat(blanks)).append(row.get(column));
            }
            lines.add(line + GAP + row.get(row.size() - 1));
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> Printable.width(row.get(column)))
                .max()
                .orElse(0);
    }
}
