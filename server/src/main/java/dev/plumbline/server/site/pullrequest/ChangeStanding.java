package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.report.change.ChangeSentence;
import dev.plumbline.analysis.report.change.CheckDecision;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.server.site.frame.Tone;

/**
 * How a change stands, in the words that its page and the list of pull requests share.
 *
 * @param sentence what it did as a whole
 * @param tone its tone
 * @param check what the check says
 * @param checkTone its tone: never better than nothing in particular if the sentence tells of something worse
 */
record ChangeStanding(String sentence, Tone tone, String check, Tone checkTone) {

    /** Of a pull request whose newest commit isn't known. */
    static final ChangeStanding UNKNOWN = new ChangeStanding("No commit is known.", Tone.UNKNOWN, "none", Tone.UNKNOWN);

    static ChangeStanding of(ChangeReport report) {
        Tone tone = tone(report);
        boolean waiting = !report.judged() && !report.environments().isEmpty();
        return new ChangeStanding(
                new ChangeSentence(report).text(),
                tone,
                waiting ? "pending" : report.checkWords(),
                switch (report.decision().conclusion()) {
                    case SUCCESS -> tone == Tone.WORSE ? Tone.NEUTRAL : Tone.BETTER;
                    case FAILURE -> Tone.WORSE;
                    case NEUTRAL -> Tone.UNKNOWN;
                });
    }

    private static Tone tone(ChangeReport report) {
        boolean fails = report.decision().conclusion() == CheckDecision.Conclusion.FAILURE;
        if (report.worse() > 0 || fails) {
            return Tone.WORSE;
        }
        if (!report.judged()
                || report.missing().any()
                || report.environments().stream().allMatch(EnvironmentReport::nothingCompared)) {
            return Tone.UNKNOWN;
        }
        return report.changed() ? Tone.BETTER : Tone.NEUTRAL;
    }
}
