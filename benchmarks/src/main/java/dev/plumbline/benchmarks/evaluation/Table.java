package dev.plumbline.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table that prints as Markdown which is aligned as text too. */
final class Table {

    private final String title;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title, String... head) {
        this.title = title;
        this.head = List.of(head);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int[] widths = new int[head.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(3, head.get(column).length());
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder("### ").append(title).append("\n\n");
        text.append(line(head, widths));
        text.append('|');
        for (int column = 0; column < widths.length; column++) {
            text.append('-').append("-".repeat(widths[column])).append(column == 0 ? "-|" : ":|");
        }
        text.append('\n');
        for (List<String> row : rows) {
            text.append(line(row, widths));
        }
        return text.append('\n').toString();
    }

    private static String line(List<String> cells, int[] widths) {
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            String blank = " ".repeat(widths[column] - cells.get(column).length());
            padded.add(column == 0 ? cells.get(column) + blank : blank + cells.get(column));
        }
        return padded.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
