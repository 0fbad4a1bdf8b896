package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.text.TextTone;
import java.util.ArrayList;
import java.util.List;

/** The functions whose costs differ most, in full digits: as aligned text and as Markdown. */
public final class CostDifferenceText {

    private static final int MOST = 10;
    private static final String GAP = "  ";

    private final CostDifference difference;
    private final Glyphs glyphs;
    private final List<CostDifference.Function> shown;

    private CostDifferenceText(CostDifference difference, Glyphs glyphs) {
        this.difference = difference;
        this.glyphs = glyphs;
        this.shown = difference.changes().stream().limit(MOST).toList();
    }

    /** Lines of text, without a line feed at the end. */
    public static String render(CostDifference difference, TableStyle style) {
        CostDifferenceText text = new CostDifferenceText(difference, style.glyphs());
        List<String> lines = new ArrayList<>();
        lines.add(style.paint().apply(TextTone.STRONG, text.title()));
        if (!text.shown.isEmpty()) {
            lines.addAll(text.table(style));
        }
        lines.add(style.paint().apply(TextTone.MUTED, GAP + text.rest()));
        return String.join("\n", lines);
    }

    /** GitHub-flavoured Markdown, without a line feed at the end. */
    public static String markdown(CostDifference difference) {
        CostDifferenceText text = new CostDifferenceText(difference, Glyphs.UNICODE);
        List<String> lines = new ArrayList<>();
        lines.add("### " + Markdown.escaped(text.title()));
        lines.add("");
        if (!text.shown.isEmpty()) {
            lines.add("| " + String.join(" | ", text.headings()) + " | function |");
            lines.add("|" + "---:|".repeat(text.headings().size()) + "---|");
            for (CostDifference.Function function : text.shown) {
                lines.add("| " + String.join(" | ", text.cells(function)) + " | " + Markdown.code(function.name())
                        + text.remark(function) + " |");
            }
            lines.add("");
        }
        lines.add(Markdown.escaped(text.rest()));
        return String.join("\n", lines);
    }

    private String title() {
        return glyphs.safe(difference.event()) + " by function: " + Count.of(difference.base()) + " " + glyphs.arrow()
                + " " + Count.of(difference.head()) + " (" + signed(difference.total()) + ")";
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("change"));
        if (difference.hasCalls()) {
            headings.add("with callees");
        }
        headings.addAll(List.of("base", "head"));
        return headings;
    }

    private List<String> cells(CostDifference.Function function) {
        List<String> cells = new ArrayList<>(List.of(signed(function.self())));
        if (difference.hasCalls()) {
            cells.add(signed(function.inclusive()));
        }
        cells.add(Count.of(function.base().self()));
        cells.add(Count.of(function.head().self()));
        return cells;
    }

    private String remark(CostDifference.Function function) {
        return function.added() ? " (new)" : function.removed() ? " (gone)" : "";
    }

    private List<String> table(TableStyle style) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings());
        shown.forEach(function -> rows.add(cells(function)));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < rows.get(i).size(); column++) {
                int place = column;
                int width = rows.stream()
                        .mapToInt(row -> row.get(place).length())
                        .max()
                        .orElse(0);
                String cell = rows.get(i).get(column);
                line.append(GAP).append(" ".repeat(width - cell.length())).append(cell);
            }
            if (i == 0) {
                lines.add(style.paint().apply(TextTone.MUTED, line + GAP + "function"));
            } else {
                CostDifference.Function function = shown.get(i - 1);
                lines.add(line + GAP + glyphs.safe(function.name()) + remark(function));
            }
        }
        return lines;
    }

    private String rest() {
        int others = difference.changes().size() - shown.size();
        if (difference.changes().isEmpty()) {
            return "no function's own count differs";
        }
        if (others == 0) {
            return "these are all functions whose own count differs";
        }
        long rest = difference.changes().stream()
                .skip(MOST)
                .mapToLong(CostDifference.Function::self)
                .sum();
        return others + (others == 1 ? " other function differs by " : " other functions differ by ") + signed(rest)
                + " together";
    }

    private String signed(long count) {
        return count < 0 ? glyphs.minus() + Count.of(-count) : "+" + Count.of(count);
    }
}
