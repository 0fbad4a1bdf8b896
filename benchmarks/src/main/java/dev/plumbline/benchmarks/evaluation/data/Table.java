package dev.plumbline.benchmarks.evaluation.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A table of figures, its first column flush left. */
public final class Table {

    private final String title;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String title, String... head) {
        this.title = title;
        this.head = List.of(head);
    }

    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** As a table of Markdown, aligned so that it is read as text too. */
    public String markdown() {
        int[] widths = widths(cell -> cell);
        StringBuilder markdown = new StringBuilder("### ").append(title).append("\n\n");
        markdown.append(line(head, widths, "| ", " | ", " |\n"));
        markdown.append('|');
        for (int column = 0; column < widths.length; column++) {
            markdown.append('-').append("-".repeat(widths[column])).append(column == 0 ? "-|" : ":|");
        }
        markdown.append('\n');
        for (List<String> row : rows) {
            markdown.append(line(row, widths, "| ", " | ", " |\n"));
        }
        return markdown.append('\n').toString();
    }

    /** For a terminal: no marks, columns apart by blanks. */
    public String text() {
        int[] widths = widths(Table::plain);
        StringBuilder text = new StringBuilder(title).append("\n\n");
        text.append(line(head, widths, "  ", "  ", "\n"));
        for (List<String> row : rows) {
            text.append(line(row.stream().map(Table::plain).toList(), widths, "  ", "  ", "\n"));
        }
        return text.append('\n').toString();
    }

    private static String plain(String cell) {
        return cell.replace("**", "");
    }

    private int[] widths(UnaryOperator<String> shown) {
        int[] widths = new int[head.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(3, head.get(column).length());
            for (List<String> row : rows) {
                widths[column] =
                        Math.max(widths[column], shown.apply(row.get(column)).length());
            }
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths, String before, String between, String after) {
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            String blank = " ".repeat(widths[column] - cells.get(column).length());
            padded.add(column == 0 ? cells.get(column) + blank : blank + cells.get(column));
        }
        return padded.stream().collect(Collectors.joining(between, before, after));
    }
}
