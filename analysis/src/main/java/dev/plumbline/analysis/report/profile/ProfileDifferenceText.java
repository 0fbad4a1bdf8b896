package dev.plumbline.analysis.report.profile;

import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.difference.CostChange;
import dev.plumbline.analysis.profile.difference.CostChange.Finding;
import dev.plumbline.analysis.profile.difference.FunctionChange;
import dev.plumbline.analysis.profile.difference.ProfileDifference;
import dev.plumbline.analysis.profile.difference.ProfileDifference.Measure;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.text.TextTone;
import java.util.ArrayList;
import java.util.List;

/** What got hotter and colder between two profiles. */
public final class ProfileDifferenceText {

    private final ProfileDifference difference;
    private final Glyphs glyphs;
    private final CostWords words;
    private final List<FunctionChange> shown;

    private ProfileDifferenceText(ProfileDifference difference, int most, Glyphs glyphs) {
        this.difference = difference;
        this.glyphs = glyphs;
        this.words = new CostWords(glyphs);
        this.shown = difference.functions().stream()
                .filter(each -> each.self().difference() != 0 || each.total().finding() != Finding.UNPROVEN)
                .limit(most)
                .toList();
    }

    /**
     * Lines of text, without a line feed at the end.
     *
     * @param most how many functions are shown
     */
    public static String render(ProfileDifference difference, int most, TableStyle style) {
        ProfileDifferenceText text = new ProfileDifferenceText(difference, most, style.glyphs());
        List<String> lines = new ArrayList<>();
        lines.add(style.paint().apply(TextTone.STRONG, text.title()));
        lines.add("  " + text.sentence());
        if (text.shown.isEmpty()) {
            return String.join("\n", lines);
        }
        lines.add("");
        PlainTable table = new PlainTable();
        table.row(text.headings());
        for (FunctionChange function : text.shown) {
            List<String> cells = text.cells(function);
            cells.add(style.glyphs().safe(function.function()) + remark(function));
            table.row(cells);
        }
        List<String> rows = table.lines();
        lines.add(style.paint().apply(TextTone.MUTED, rows.get(0)));
        for (int i = 1; i < rows.size(); i++) {
            lines.add(style.paint().apply(tone(text.shown.get(i - 1).self()), rows.get(i)));
        }
        lines.add("");
        lines.add(style.paint().apply(TextTone.MUTED, "  " + text.legend()));
        return String.join("\n", lines);
    }

    /** GitHub-flavoured Markdown, without a line feed at the end. */
    public static String markdown(ProfileDifference difference, int most) {
        ProfileDifferenceText text = new ProfileDifferenceText(difference, most, Glyphs.UNICODE);
        List<String> lines = new ArrayList<>();
        lines.addAll(List.of("### " + Markdown.escaped(text.title()), "", Markdown.escaped(text.sentence())));
        if (!text.shown.isEmpty()) {
            List<String> headings = text.headings();
            lines.addAll(List.of(
                    "",
                    "| " + String.join(" | ", headings) + " |",
                    "|" + "---:|".repeat(headings.size() - 1) + "---|"));
            for (FunctionChange function : text.shown) {
                lines.add("| " + String.join(" | ", text.cells(function)) + " | " + Markdown.code(function.function())
                        + remark(function) + " |");
            }
            lines.addAll(List.of("", Markdown.escaped(text.legend())));
        }
        return String.join("\n", lines);
    }

    private String title() {
        return glyphs.safe(difference.event()) + ": "
                + words.weight(difference.base().sum(), difference.unit(), difference.sampling()) + " " + glyphs.arrow()
                + " "
                + words.weight(difference.head().sum(), difference.unit(), difference.sampling());
    }

    private String sentence() {
        long hotter = count(Finding.HOTTER);
        long colder = count(Finding.COLDER);
        return switch (difference.sampling()) {
            case EXACT ->
                hotter + colder == 0
                        ? "no function's own count differs"
                        : hotter + " functions count more themselves, " + colder + " less, exactly";
            case UNKNOWN -> "the files don't say how many samples there were, so chance can't be told";
            case SAMPLED ->
                hotter + colder == 0
                        ? "no function's own share differs beyond chance"
                        : hotter + " hotter and " + colder + " colder by their own cost, beyond chance";
        };
    }

    private long count(Finding finding) {
        return difference.functions().stream()
                .filter(each -> each.self().finding() == finding)
                .count();
    }

    private List<String> headings() {
        String measure = switch (difference.measure()) {
            case SHARE -> "share";
            case PER_OPERATION -> "per operation";
            case COUNT -> "count";
        };
        return List.of("", "self", "interval", "base", "head", "total", "function (" + measure + ")");
    }

    private List<String> cells(FunctionChange function) {
        CostChange self = function.self();
        Measure measure = difference.measure();
        String unit = difference.unit();
        return new ArrayList<>(List.of(
                mark(self),
                words.difference(self.difference(), measure, unit),
                words.interval(self, measure, unit),
                words.cost(self.base(), measure, unit),
                words.cost(self.head(), measure, unit),
                words.difference(function.total().difference(), measure, unit) + totalMark(function.total())));
    }

    private String mark(CostChange change) {
        return switch (change.finding()) {
            case HOTTER -> "hotter";
            case COLDER -> "colder";
            case UNPROVEN -> "";
        };
    }

    /** A star where the total differs beyond chance. */
    private String totalMark(CostChange total) {
        return total.finding() == Finding.UNPROVEN || difference.sampling() == Sampling.EXACT ? "" : "*";
    }

    private static String remark(FunctionChange function) {
        return !function.inBase() ? " (new)" : !function.inHead() ? " (gone)" : "";
    }

    private String legend() {
        String totals = "total: with what it calls";
        return switch (difference.sampling()) {
            case EXACT -> totals;
            case UNKNOWN -> totals;
            case SAMPLED ->
                "intervals: " + Math.round(100 * difference.confidence())
                        + " % from the samples; hotter, colder and * hold for all functions together; " + totals
                        + (difference.measure() == Measure.SHARE
                                ? "; shares: what gets hotter makes the rest look colder"
                                : "");
        };
    }

    private static TextTone tone(CostChange change) {
        return switch (change.finding()) {
            case HOTTER -> TextTone.WORSE;
            case COLDER -> TextTone.BETTER;
            case UNPROVEN -> TextTone.PLAIN;
        };
    }
}
