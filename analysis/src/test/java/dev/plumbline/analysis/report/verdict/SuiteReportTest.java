package dev.plumbline.analysis.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.TextTone;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteReportTest {

    private static SuiteReport moved(Outcome outcome, boolean takenOut, SuiteReport.Difference... observed) {
        return new SuiteReport(
                new SuiteVerdict(
                        outcome, new Effect(1.08, 1.071, 1.089), 0.988, 1.013, Double.NaN, 20, 37, 40, takenOut),
                List.of(observed));
    }

    private static String sentence(SuiteReport suite) {
        return suite.sentence(Glyphs.UNICODE);
    }

    @Test
    void aFindingNamesSizeBenchmarksPredictionAndWhatWasObserved() {
        assertThat(sentence(moved(Outcome.REGRESSED, true, new SuiteReport.Difference("jvm", "JDK 25", "JDK 25.0.1"))))
                .isEqualTo(
                        "The whole suite moved by +8.0 % in time (+7.1 … +8.9 %), 37 of 40 benchmarks together; its history of"
                                + " 20 runs predicts −1.2 … +1.3 %. Observed with it: JVM JDK 25 → JDK 25.0.1.");
    }

    @Test
    void withNothingObservedTheCodeIsSuspectedAsMuchAsTheMachine() {
        assertThat(sentence(moved(Outcome.REGRESSED, true)))
                .endsWith("Nothing observed changed with it: it is the code or the machine.");
    }

    @Test
    void withTooLittleHistoryItIsAWarning() {
        assertThat(sentence(moved(Outcome.INCONCLUSIVE, false)))
                .isEqualTo(
                        "Most benchmarks (37 of 40) moved the same way, by about +8.0 % in time. With so little history that is"
                                + " not taken out of the verdicts: it may be the machine.");
    }

    @Test
    void anOrdinaryMovementIsNotWorthASentence() {
        assertThat(sentence(moved(Outcome.UNCHANGED, true))).isEmpty();
        assertThat(sentence(SuiteReport.NONE)).isEmpty();
    }

    @Test
    void whatWasObservedIsPrintedSafely() {
        assertThat(sentence(moved(Outcome.REGRESSED, true, new SuiteReport.Difference("cpu", "a\u001b[31m", "b\nc"))))
                .doesNotContain("\u001b", "\n");
    }

    @Test
    void theRunsSentenceBeginsWithTheSuite() {
        RunSummary run = RunSummary.of(List.of(), 0, Effect.UNKNOWN, moved(Outcome.REGRESSED, true));
        VerdictSummary summary = new VerdictSummary(run, "ci-linux-x64", Glyphs.UNICODE);

        assertThat(summary.sentence()).startsWith("The whole suite moved by +8.0 %");
        assertThat(summary.tone()).isEqualTo(TextTone.WORSE);
    }

    @Test
    void aRunWithoutASuiteSaysNothingOfIt() {
        assertThat(new VerdictSummary(RunSummary.NONE, "linux", Glyphs.UNICODE).sentence())
                .isEqualTo("Nothing was compared: the run has no series that can be judged. This isn't a pass.");
    }
}
