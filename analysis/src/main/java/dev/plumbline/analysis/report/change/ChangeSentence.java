package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.CountWords;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a change did in a sentence or two, worst first. It never reads as a pass if too little is known. */
public final class ChangeSentence {

    private static final Glyphs GLYPHS = Glyphs.UNICODE;
    private static final String APART = "Apart from that: ";

    /** So many metrics are named, of those that moved and of those that did not. */
    private static final int NAMED_METRICS = 4;

    private final ChangeReport report;
    private final ChangeCounts counts;
    private final MissingBenchmarks missing;

    /** A piece of text, and whether it stands out. */
    private record Part(String text, boolean strong) {}

    /** The sentence about this report. */
    public ChangeSentence(ChangeReport report) {
        this.report = report;
        this.counts = new ChangeCounts(report.environments());
        this.missing = report.missing();
    }

    /** The sentence as plain text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        parts().forEach(part -> text.append(part.text()));
        return text.toString();
    }

    /** The sentence with its point in bold. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts()) {
            text.append(part.strong() ? "**" + Markdown.escaped(part.text()) + "**" : Markdown.escaped(part.text()));
        }
        return text.toString();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (report.environments().isEmpty()) {
            parts.add(new Part("The commit was not measured.", true));
            parts.add(new Part(" This isn't a pass.", false));
            return parts;
        }
        absent(parts);
        suites(parts);
        if (counts.timed() > 0) {
            times(parts);
        }
        counted(parts);
        if (counts.timed() == 0 && counts.counted().isEmpty()) {
            nothing(parts);
        } else if (counts.withoutBaseline() > 0) {
            parts.add(new Part(
                    " " + counts.withoutBaseline() + " more had no baseline: of "
                            + (counts.withoutBaseline() == 1 ? "it" : "these") + " nothing is known.",
                    false));
        }
        if (!missing.ofMetrics().isEmpty()) {
            parts.add(new Part(" " + missing.ofMetrics(), false));
        }
        waiting(parts);
        return parts;
    }

    /** What has no number comes before what the numbers say. */
    private void absent(List<Part> parts) {
        if (missing.any()) {
            String sentence = missing.sentence();
            List<EnvironmentReport> lacking = report.environments().stream()
                    .filter(environment -> environment.missing().any())
                    .toList();
            String where = lacking.size() == 1 ? in(lacking.get(0)) : "";
            parts.add(new Part(sentence.substring(0, sentence.length() - 1) + where + ".", true));
            parts.add(new Part(" ", false));
        }
    }

    private void nothing(List<Part> parts) {
        if (any(EnvironmentReport.State.JUDGED)) {
            String why = missing.any() ? "." : ": there is no baseline.";
            parts.add(new Part("Nothing was compared" + why, true));
            parts.add(new Part(" This isn't a pass.", false));
        } else if (any(EnvironmentReport.State.WAITING)) {
            parts.add(new Part("Nothing can be said yet.", true));
        } else {
            parts.add(new Part("Nothing was compared: judging failed.", true));
            parts.add(new Part(" This isn't a pass.", false));
        }
    }

    private boolean any(EnvironmentReport.State state) {
        return report.environments().stream().anyMatch(environment -> environment.state() == state);
    }

    private void suites(List<Part> parts) {
        int before = parts.size();
        for (EnvironmentReport environment : report.environments()) {
            SuiteReport suite = environment.suite();
            if (suite.finding()) {
                parts.add(new Part(
                        "The whole suite got " + (suite.outcome() == Outcome.REGRESSED ? "slower" : "faster") + " ("
                                + Change.percent(suite.ratio(), GLYPHS) + ")" + in(environment) + ".",
                        true));
                parts.add(new Part(" ", false));
            }
        }
        if (parts.size() > before) {
            parts.add(new Part(APART, false));
        }
    }

    private String in(EnvironmentReport environment) {
        return report.environments().size() == 1 ? "" : " in " + Printable.line(environment.environment());
    }

    private void times(List<Part> parts) {
        int inconclusive = counts.timed(Outcome.INCONCLUSIVE);
        int all = counts.timed();
        if (all == 1) {
            String one = missing.any() ? "The one that was measured " : "The one benchmark ";
            parts.add(new Part(start(one, parts) + alone() + ".", true));
        } else if (inconclusive == all) {
            String which = missing.any()
                    ? "the " + Count.of(all) + " that were measured"
                    : Count.of(all) + " benchmarks' times";
            parts.add(new Part(start("None of ", parts) + which + " can be told from noise.", true));
        } else {
            among(parts);
        }
        if (inconclusive == all) {
            parts.add(new Part(" This isn't a pass.", false));
        }
    }

    /** With a capital letter at the beginning of a sentence, otherwise without. */
    private static String start(String text, List<Part> before) {
        boolean within =
                !before.isEmpty() && before.get(before.size() - 1).text().equals(APART);
        return within ? text.toLowerCase(Locale.ROOT) : text;
    }

    private String alone() {
        if (counts.timed(Outcome.REGRESSED) > 0) {
            return "got slower";
        }
        if (counts.timed(Outcome.IMPROVED) > 0) {
            return "got faster";
        }
        if (counts.timed(Outcome.CHANGED) > 0) {
            return "changed";
        }
        return counts.timed(Outcome.UNCHANGED) > 0 ? "is as fast as before" : "can't be told from noise";
    }

    private void among(List<Part> parts) {
        int regressed = counts.timed(Outcome.REGRESSED);
        int inconclusive = counts.timed(Outcome.INCONCLUSIVE);
        String size = missing.any()
                ? " of the " + Count.of(counts.timed()) + " that were measured"
                : " of " + Count.of(counts.timed()) + " benchmarks";
        List<String> others = new ArrayList<>();
        add(others, counts.timed(Outcome.IMPROVED), "faster");
        add(others, counts.timed(Outcome.CHANGED), "changed");
        add(others, counts.timed(Outcome.UNCHANGED), "unchanged");
        add(others, inconclusive, "can't be told");
        String rest = String.join(", ", others) + ".";
        if (regressed > 0) {
            parts.add(new Part(Count.of(regressed) + size + " got slower", true));
            parts.add(new Part(others.isEmpty() ? "." : ", " + rest, false));
        } else {
            String slower = inconclusive > 0 ? " is shown to be slower" : " got slower";
            parts.add(new Part(start("None", parts) + size + slower, true));
            parts.add(new Part(": " + rest, false));
        }
    }

    /** What moved in metrics that are counted and not timed: the first few by name, since some harnesses measure fifty. */
    private void counted(List<Part> parts) {
        Map<String, Map<Outcome, Integer>> alike = new LinkedHashMap<>();
        Map<String, Integer> more = new LinkedHashMap<>();
        int named = 0;
        for (Map.Entry<String, Map<Outcome, Integer>> entry : counts.counted().entrySet()) {
            String moved = moved(entry.getValue());
            if (moved.isEmpty()) {
                alike.put(entry.getKey(), entry.getValue());
            } else if (named == NAMED_METRICS) {
                more.merge(moved, 1, Integer::sum);
            } else {
                named++;
                moved(parts, entry.getKey(), entry.getValue());
            }
        }
        if (!more.isEmpty()) {
            List<String> texts = new ArrayList<>();
            more.forEach((moved, metrics) -> texts.add(Count.of(metrics) + (texts.isEmpty() ? " more metrics " : " ") + moved));
            parts.add(new Part(" " + String.join(", ", texts) + ".", false));
        }
        if (counts.timed() == counts.timed(Outcome.INCONCLUSIVE)) {
            alike(parts, alike, named > 0);
        }
    }

    /** What the worst of its benchmarks did in a metric; empty if none moved. */
    private static String moved(Map<Outcome, Integer> outcomes) {
        if (outcomes.getOrDefault(Outcome.REGRESSED, 0) > 0) {
            return "got worse";
        }
        if (outcomes.getOrDefault(Outcome.IMPROVED, 0) > 0) {
            return "got better";
        }
        return outcomes.getOrDefault(Outcome.CHANGED, 0) > 0 ? "changed" : "";
    }

    private static void moved(List<Part> parts, String metric, Map<Outcome, Integer> outcomes) {
        int worse = outcomes.getOrDefault(Outcome.REGRESSED, 0);
        int better = outcomes.getOrDefault(Outcome.IMPROVED, 0);
        String blank = endsWithBlank(parts) ? "" : " ";
        CountWords words = CountWords.of(metric);
        if (worse > 0) {
            parts.add(new Part(blank, false));
            parts.add(new Part(words.worse(worse), true));
            parts.add(new Part(better > 0 ? ", " + Count.of(better) + " " + words.opposite() + "." : ".", false));
        } else if (better > 0) {
            parts.add(new Part(blank + words.better(better) + ".", false));
        } else {
            parts.add(new Part(
                    blank + Count.of(outcomes.getOrDefault(Outcome.CHANGED, 0)) + " changed in "
                            + Printable.line(metric) + ".",
                    false));
        }
    }

    /** The metrics in which nothing moved, where no time says it. */
    private static void alike(List<Part> parts, Map<String, Map<Outcome, Integer>> alike, boolean others) {
        if (alike.size() <= NAMED_METRICS) {
            alike.forEach((metric, outcomes) ->
                    parts.add(new Part((endsWithBlank(parts) ? "" : " ") + same(metric, outcomes), false)));
            return;
        }
        int unchanged = 0;
        int inconclusive = 0;
        for (Map<Outcome, Integer> outcomes : alike.values()) {
            unchanged += outcomes.getOrDefault(Outcome.UNCHANGED, 0);
            inconclusive += outcomes.getOrDefault(Outcome.INCONCLUSIVE, 0);
        }
        List<String> series = new ArrayList<>();
        add(series, unchanged, "unchanged");
        add(series, inconclusive, "can't be told");
        parts.add(new Part(
                (endsWithBlank(parts) ? "" : " ") + "No benchmark is shown to have moved in " + Count.of(alike.size())
                        + (others ? " more" : "") + " metrics: of their series " + String.join(", ", series) + ".",
                false));
    }

    private static boolean endsWithBlank(List<Part> parts) {
        return parts.isEmpty() || parts.get(parts.size() - 1).text().endsWith(" ");
    }

    private static String same(String metric, Map<Outcome, Integer> outcomes) {
        int inconclusive = outcomes.getOrDefault(Outcome.INCONCLUSIVE, 0);
        int unchanged = outcomes.getOrDefault(Outcome.UNCHANGED, 0);
        return Printable.line(metric) + ": " + Count.of(unchanged) + " unchanged"
                + (inconclusive > 0 ? ", " + Count.of(inconclusive) + " can't be told." : ".");
    }

    private void waiting(List<Part> parts) {
        long waiting = report.environments().stream()
                .filter(environment -> environment.state() == EnvironmentReport.State.WAITING)
                .count();
        if (waiting > 0) {
            parts.add(new Part(
                    waiting == 1
                            ? " One run still waits to be judged."
                            : " " + waiting + " runs still wait to be judged.",
                    false));
        }
    }

    private static void add(List<String> parts, int count, String text) {
        if (count > 0) {
            parts.add(Count.of(count) + " " + text);
        }
    }
}
