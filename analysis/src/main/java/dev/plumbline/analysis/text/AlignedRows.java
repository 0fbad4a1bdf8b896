package dev.plumbline.analysis.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Series with their numbers in aligned columns. Each takes one line if names and numbers fit, otherwise its name is above
 * its numbers, so that no name is ever cut. If only a few names are too long, only these have a line of their own.
 */
public final class AlignedRows {

    private static final int INDENT = 2;
    private static final String GAP = "  ";

    /** A mark and the blank after it. */
    private static final int MARK = 2;

    /** Names get a column narrower than the longest of them only if it is at least this wide … */
    private static final int NARROWEST_NAMES = 24;

    /** … and has room for all but this many of them. */
    private static final double TOO_LONG_SHARE = 0.25;

    private final List<Column> columns;
    private final Paint paint;
    private final int width;
    private final int[] widths;
    private final int nameWidth;
    private final boolean oneLine;

    /** What a column is for, which decides how it is coloured. */
    public enum Role {
        VALUE,
        VERDICT,
        EVIDENCE
    }

    /** A column of numbers, aligned to the right. */
    public record Column(String heading, Role role) {}

    /**
     * One series.
     *
     * @param mark the mark of its verdict; empty for none
     * @param tone the verdict's
     * @param name its name
     * @param cells a text for each column
     * @param remark what follows the numbers, in the verdict's tone; may be empty
     */
    public record Entry(String mark, TextTone tone, String name, List<String> cells, String remark) {

        public Entry {
            cells = List.copyOf(cells);
        }
    }

    /** A layout for these series, which have to be all those to be aligned. */
    public AlignedRows(List<Column> columns, List<Entry> entries, int width, Paint paint) {
        this.columns = List.copyOf(columns);
        this.paint = paint;
        this.width = width;
        this.widths = widths(columns, entries);
        int longest = longest(entries);
        int room = width - INDENT - MARK - numbersWidth() - remarkWidth(entries);
        boolean fewAreLonger = room >= NARROWEST_NAMES
                && entries.stream()
                                .filter(entry -> Printable.width(entry.name()) > room)
                                .count()
                        <= TOO_LONG_SHARE * entries.size();
        this.oneLine = longest <= room || fewAreLonger;
        this.nameWidth = Math.min(longest, Math.max(room, 0));
    }

    /** Whether names and numbers are on the same line. */
    public boolean oneLine() {
        return oneLine;
    }

    /** The columns' headings, above the numbers. */
    public String headings() {
        return paint.apply(TextTone.MUTED, " ".repeat(numbersIndent()) + headingTexts());
    }

    /** The columns' headings with a title at the left if both fit on one line, otherwise the title above them. */
    public List<String> headings(String title) {
        int free = numbersIndent() + GAP.length();
        String strong = paint.apply(TextTone.STRONG, title);
        if (Printable.width(title) + GAP.length() > free) {
            return List.of(strong, headings());
        }
        String padding = " ".repeat(numbersIndent() - Printable.width(title));
        return List.of(strong + paint.apply(TextTone.MUTED, padding + headingTexts()));
    }

    /** The lines of one series. */
    public List<String> lines(Entry entry) {
        List<String> lines = new ArrayList<>();
        String start = " ".repeat(INDENT)
                + (entry.mark().isEmpty() ? " ".repeat(MARK) : paint.apply(entry.tone(), entry.mark()) + " ");
        List<String> name = Printable.wrapped(entry.name(), width - INDENT - MARK);
        for (String part : name.subList(0, name.size() - 1)) {
            lines.add(start + part);
            start = " ".repeat(INDENT + MARK);
        }
        String last = name.get(name.size() - 1);
        lines.addAll(lines(entry, start + last, INDENT + MARK + Printable.width(last)));
        return lines;
    }

    /** The lines from the last of the name on, which is {@code start} and takes this many columns. */
    private List<String> lines(Entry entry, String start, int used) {
        String remark = paint.apply(entry.tone(), entry.remark());
        if (!oneLine) {
            String numbers = (" ".repeat(numbersIndent()) + numbers(entry)).stripTrailing();
            if (entry.remark().isEmpty()) {
                return blank(numbers) >= used + GAP.length()
                        ? List.of(start + numbers.substring(used))
                        : List.of(start, numbers);
            }
            int padding = width - used - Printable.width(entry.remark());
            return padding >= GAP.length()
                    ? List.of(start + " ".repeat(padding) + remark, numbers)
                    : List.of(start, " ".repeat(INDENT + MARK) + remark, numbers);
        }
        String tail = (numbers(entry) + GAP + remark).stripTrailing();
        int padding = numbersIndent() - used;
        return padding >= 0
                ? List.of(start + " ".repeat(padding) + tail)
                : List.of(start, " ".repeat(numbersIndent()) + tail);
    }

    /** How many columns are blank at the beginning: the first cells of a summary are empty. */
    private static int blank(String text) {
        return text.length() - text.stripLeading().length();
    }

    private String headingTexts() {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(GAP).append(right(columns.get(column).heading(), widths[column]));
        }
        return line.toString();
    }

    private String numbers(Entry entry) {
        StringBuilder numbers = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            TextTone tone = switch (columns.get(column).role()) {
                case VALUE -> TextTone.PLAIN;
                case VERDICT -> entry.tone();
                case EVIDENCE -> TextTone.MUTED;
            };
            String cell = right(entry.cells().get(column), widths[column]);
            numbers.append(GAP).append(cell.isBlank() ? cell : paint.apply(tone, cell));
        }
        return numbers.toString();
    }

    private int numbersIndent() {
        return oneLine ? INDENT + MARK + nameWidth : Math.max(0, Math.min(INDENT, width - numbersWidth()));
    }

    private int numbersWidth() {
        int sum = 0;
        for (int each : widths) {
            sum += GAP.length() + each;
        }
        return sum;
    }

    private static int longest(List<Entry> entries) {
        return entries.stream()
                .mapToInt(entry -> Printable.width(entry.name()))
                .max()
                .orElse(0);
    }

    private static int remarkWidth(List<Entry> entries) {
        int widest = entries.stream()
                .mapToInt(entry -> Printable.width(entry.remark()))
                .max()
                .orElse(0);
        return widest == 0 ? 0 : GAP.length() + widest;
    }

    private static int[] widths(List<Column> columns, List<Entry> entries) {
        int[] result = columns.stream()
                .mapToInt(column -> Printable.width(column.heading()))
                .toArray();
        for (Entry entry : entries) {
            for (int column = 0; column < result.length; column++) {
                result[column] =
                        Math.max(result[column], Printable.width(entry.cells().get(column)));
            }
        }
        return result;
    }

    private static String right(String text, int width) {
        return " ".repeat(width - Printable.width(text)) + text;
    }
}
