package dev.plumbline.server.site.run;

import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.report.verdict.VerdictSummary;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.server.report.RunListing;
import dev.plumbline.server.site.frame.Tone;

/** What a run says as a whole: how far it has been judged and, once it is, the sentence that the collector and the API also have. */
final class RunSentence {

    private RunSentence() {}

    static String of(RunListing run, MissingBenchmarks missing) {
        return switch (run.status()) {
            case WAITING -> "The run is stored and waiting to be judged.";
            case FAILED ->
                "The run is stored, but judging it failed. The server's log says why; an admin can have it"
                        + " judged again.";
            case PAIRED ->
                "The base side of a pair: it was measured alternately with another run, whose verdict covers"
                        + " both.";
            case JUDGED -> summary(run, missing).sentence();
        };
    }

    static Tone tone(RunListing run, MissingBenchmarks missing) {
        return switch (run.status()) {
            case WAITING, FAILED, PAIRED -> Tone.UNKNOWN;
            case JUDGED ->
                switch (summary(run, missing).tone()) {
                    case WORSE -> Tone.WORSE;
                    case BETTER -> Tone.BETTER;
                    case CAUTION -> Tone.UNKNOWN;
                    case PLAIN, STRONG, MUTED -> Tone.NEUTRAL;
                };
        };
    }

    private static VerdictSummary summary(RunListing run, MissingBenchmarks missing) {
        return new VerdictSummary(run.summary(), missing, run.environment(), Glyphs.UNICODE);
    }
}
