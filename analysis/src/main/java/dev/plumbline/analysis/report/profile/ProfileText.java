package dev.plumbline.analysis.report.profile;

import dev.plumbline.analysis.profile.CallTree;
import dev.plumbline.analysis.profile.FunctionWeight;
import dev.plumbline.analysis.profile.Loss;
import dev.plumbline.analysis.profile.Profile;
import dev.plumbline.analysis.profile.ProfiledEvent;
import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.Weight;
import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.text.TextTone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One event of a profile: its hottest functions and its tree. */
public final class ProfileText {

    private final String file;
    private final Profile profile;
    private final ProfiledEvent event;
    private final Glyphs glyphs;
    private final CostWords words;

    private ProfileText(String file, Profile profile, ProfiledEvent event, Glyphs glyphs) {
        this.file = file;
        this.profile = profile;
        this.event = event;
        this.glyphs = glyphs;
        this.words = new CostWords(glyphs);
    }

    /**
     * Lines of text, without a line feed at the end.
     *
     * @param most how many functions are shown
     * @param tree whether the tree is, too: nodes from 1 % of the total on
     */
    public static String render(
            String file, Profile profile, ProfiledEvent event, int most, boolean tree, TableStyle style) {
        ProfileText text = new ProfileText(file, profile, event, style.glyphs());
        List<String> lines = new ArrayList<>();
        lines.add(style.paint().apply(TextTone.STRONG, text.title()));
        text.remarks().forEach(remark -> lines.add(style.paint().apply(TextTone.MUTED, "  " + remark)));
        lines.add("");
        PlainTable table = new PlainTable();
        table.row(List.of("self", "total", text.event.unit().isEmpty() ? "weight" : "self", "function"));
        text.hottest(most).forEach(function -> table.row(text.cells(function)));
        lines.addAll(table.lines());
        if (tree) {
            lines.add("");
            lines.addAll(new TreeText(event, style.glyphs()).lines());
        }
        return String.join("\n", lines);
    }

    /** GitHub-flavoured Markdown, without a line feed at the end. */
    public static String markdown(String file, Profile profile, ProfiledEvent event, int most) {
        ProfileText text = new ProfileText(file, profile, event, Glyphs.UNICODE);
        List<String> lines = new ArrayList<>(List.of("### " + Markdown.escaped(text.title()), ""));
        text.remarks().forEach(remark -> lines.add("- " + Markdown.escaped(remark)));
        lines.addAll(List.of("", "| self | total | weight | function |", "|---:|---:|---:|---|"));
        for (FunctionWeight function : text.hottest(most)) {
            List<String> cells = text.cells(function);
            lines.add("| " + String.join(" | ", cells.subList(0, cells.size() - 1)) + " | "
                    + Markdown.code(function.function()) + " |");
        }
        return String.join("\n", lines);
    }

    private String title() {
        Weight total = event.total();
        boolean sampled = event.sampling() == Sampling.SAMPLED;
        String samples = Count.of(total.samples()) + " samples";
        String weight = words.weight(total.sum(), event.unit(), event.sampling());
        boolean same = sampled && total.sum() == total.samples();
        String name = event.name().equals("samples") ? "" : glyphs.safe(event.name()) + ", ";
        return glyphs.safe(file) + ": " + name + (same ? samples : sampled ? weight + ", " + samples : weight) + " ("
                + profile.format() + ")";
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        Loss loss = event.loss();
        if (loss.truncated() > 0) {
            remarks.add(Count.of(loss.truncated()) + " stacks are cut off at their root");
        }
        if (loss.withoutStack() > 0) {
            remarks.add(Count.of(loss.withoutStack()) + " samples have no stack");
        }
        if (loss.dropped() > 0) {
            remarks.add(Count.of(loss.dropped()) + " samples were lost by the profiler");
        }
        double without = event.shareWithoutSymbols();
        if (without > 0.005) {
            remarks.add(words.share(without) + " is code without symbols, grouped by library");
        }
        if (event.sampling() == Sampling.UNKNOWN) {
            remarks.add("the file doesn't say how many samples there were, so chance can't be told");
        }
        profile.notes().forEach(note -> remarks.add(glyphs.safe(note)));
        if (profile.events().size() > 1) {
            remarks.add("other events: "
                    + profile.events().stream()
                            .filter(other -> !other.name().equals(event.name()))
                            .map(other -> glyphs.safe(other.name()))
                            .collect(Collectors.joining(", "))
                    + " (--event)");
        }
        return remarks;
    }

    private List<FunctionWeight> hottest(int most) {
        return event.functions().values().stream()
                .sorted(Comparator.comparingLong(
                                (FunctionWeight each) -> -each.self().sum())
                        .thenComparingLong(each -> -each.total().sum())
                        .thenComparing(FunctionWeight::function))
                .limit(most)
                .toList();
    }

    private List<String> cells(FunctionWeight function) {
        double all = Math.max(1, event.total().sum());
        return List.of(
                words.share(function.self().sum() / all),
                words.share(function.total().sum() / all),
                words.weight(function.self().sum(), event.unit(), event.sampling()),
                glyphs.safe(function.function()));
    }

    /** The tree, the heaviest branches first. */
    private record TreeText(ProfiledEvent event, Glyphs glyphs) {

        private static final double SMALLEST = 0.01;
        private static final int MOST_LINES = 200;
        private static final int DEEPEST = 60;

        List<String> lines() {
            CallTree tree = event.tree();
            Weight[] totals = tree.totals();
            List<List<Integer>> children = new ArrayList<>();
            for (int node = 0; node < tree.size(); node++) {
                children.add(new ArrayList<>(0));
                if (node > 0 && totals[node].sum() >= SMALLEST * totals[0].sum() && totals[node].sum() > 0) {
                    children.get(tree.parent(node)).add(node);
                }
            }
            List<String> lines = new ArrayList<>();
            add(tree, totals, children, 0, 0, lines);
            return lines;
        }

        private void add(
                CallTree tree, Weight[] totals, List<List<Integer>> children, int node, int depth, List<String> lines) {
            List<Integer> below = children.get(node);
            below.sort(Comparator.comparingLong(child -> -totals[child].sum()));
            for (int child : below) {
                if (lines.size() >= MOST_LINES || depth >= DEEPEST) {
                    return;
                }
                String share = new CostWords(glyphs).share((double) totals[child].sum() / totals[0].sum());
                lines.add(" ".repeat(Math.max(0, 9 - share.length())) + share + "  " + " ".repeat(depth)
                        + glyphs.safe(event.frames().get(tree.frame(child)).function()));
                add(tree, totals, children, child, depth + 1, lines);
            }
        }
    }
}
