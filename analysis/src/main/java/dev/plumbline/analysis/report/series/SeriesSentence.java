package dev.plumbline.analysis.report.series;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.TextTone;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** One sentence about the change points of one series or several. */
final class SeriesSentence {

    /** A shift is confirmed by three runs, and there has to be something before it. */
    private static final int FEWEST_RUNS = 6;

    private final List<SeriesReport> series;

    SeriesSentence(List<SeriesReport> series) {
        this.series = List.copyOf(series);
    }

    /** The tone of the sentence, according to the newest change points. */
    TextTone tone() {
        if (changes().isEmpty()) {
            return TextTone.STRONG;
        }
        if (count(Outcome.REGRESSED) > 0) {
            return TextTone.WORSE;
        }
        return TextTone.of(count(Outcome.CHANGED) > 0 ? Outcome.CHANGED : Outcome.IMPROVED);
    }

    /** For example {@code 2 change points in 150 runs: 1 for the worse, 1 for the better.} */
    String text() {
        List<ChangePoint> changes = changes();
        String where = series.size() == 1
                ? " in " + count(series.get(0).runs().size(), "run")
                : " in " + with() + " of " + Count.of(series.size()) + " series";
        if (changes.isEmpty()) {
            int longest =
                    series.stream().mapToInt(each -> each.runs().size()).max().orElse(0);
            String none = series.size() == 1
                    ? "No change point" + where
                    : "No change point in " + Count.of(series.size()) + " series";
            return none + (longest < FEWEST_RUNS ? ": fewer than " + FEWEST_RUNS + " can't show one." : ".");
        }
        List<String> parts = new ArrayList<>();
        add(parts, count(Outcome.REGRESSED), " for the worse");
        add(parts, count(Outcome.IMPROVED), " for the better");
        if (!parts.isEmpty()) {
            add(parts, count(Outcome.CHANGED), " neither");
        }
        long suspected = changes.stream()
                .filter(change -> change.state() == ChangePoint.State.SUSPECTED)
                .count();
        String sentence = count(changes.size(), "change point")
                + where
                + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
        return sentence
                + (suspected == 0 ? "." : "; " + suspected + " suspected, which the next runs confirm or take back.");
    }

    private List<ChangePoint> changes() {
        return series.stream().flatMap(each -> each.changePoints().stream()).toList();
    }

    private long count(Outcome outcome) {
        return series.stream()
                .mapToLong(each -> each.changePoints().stream()
                        .filter(change -> each.outcome(change) == outcome)
                        .count())
                .sum();
    }

    private long with() {
        return series.stream().filter(each -> !each.changePoints().isEmpty()).count();
    }

    private static void add(List<String> parts, long count, String text) {
        if (count > 0) {
            parts.add(count + text);
        }
    }

    private static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
