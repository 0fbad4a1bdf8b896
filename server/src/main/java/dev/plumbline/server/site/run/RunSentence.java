package dev.plumbline.server.site.run;

import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.server.report.RunDetails;
import dev.plumbline.server.report.RunListing;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Tone;
import java.util.ArrayList;
import java.util.List;

/** What the comparison of a run says as a whole. It never reads as a pass where nothing was compared. */
final class RunSentence {

    private RunSentence() {}

    static String of(RunDetails run) {
        RunListing counts = run.listing();
        switch (counts.status()) {
            case "waiting" -> {
                return "The run is stored and waits to be judged.";
            }
            case "failed" -> {
                return "The run is stored, and judging it failed. The server's log says why; an admin can have it"
                        + " judged again.";
            }
            case "paired" -> {
                return "The base's side of a pair: it was measured in turns with another run, whose verdict speaks for"
                        + " both.";
            }
            default -> {}
        }
        if (counts.comparisons() == 0) {
            return "Nothing was compared: there is no baseline for this run yet. This is no pass.";
        }
        String suite = run.suite().sentence(Glyphs.UNICODE);
        return suite.isEmpty() ? ofSeries(run) : suite + " " + ofSeries(run);
    }

    private static String ofSeries(RunDetails run) {
        RunListing counts = run.listing();
        List<String> others = new ArrayList<>();
        add(others, counts.improved(), "improved");
        add(others, run.unchanged(), "unchanged");
        add(others, counts.inconclusive(), "inconclusive");
        String ofAll = " of " + Figures.count(counts.comparisons(), "comparison");
        String rest = others.isEmpty() ? "." : "; " + String.join(", ", others) + ".";
        return counts.regressed() > 0
                ? counts.regressed() + ofAll + " regressed" + rest
                : "No regression was found in " + Figures.count(counts.comparisons(), "comparison") + rest;
    }

    static Tone tone(RunDetails run) {
        RunListing counts = run.listing();
        if (!counts.status().equals("judged") || counts.comparisons() == 0) {
            return Tone.UNKNOWN;
        }
        if (counts.regressed() > 0 || counts.suite().equals("regressed")) {
            return Tone.WORSE;
        }
        return counts.improved() > 0 || counts.suite().equals("improved") ? Tone.BETTER : Tone.NEUTRAL;
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
