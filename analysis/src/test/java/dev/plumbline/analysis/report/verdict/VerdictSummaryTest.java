package dev.plumbline.analysis.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.TextTone;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictSummaryTest {

    private static final VerdictRow REGRESSED = Rows.time(Outcome.REGRESSED, "a.B.c", Map.of(), 1e-6, 1.3e-6);
    private static final VerdictRow IMPROVED = Rows.time(Outcome.IMPROVED, "a.B.d", Map.of(), 1e-6, 0.7e-6);
    private static final VerdictRow UNCHANGED = Rows.time(Outcome.UNCHANGED, "a.B.e", Map.of(), 1e-6, 1e-6);
    private static final VerdictRow NOISY = Rows.noisy("a.B.f", 0.041, 9);
    private static final VerdictRow NEW = Rows.withoutBaseline("a.B.g");

    @Test
    void countsRegressionsFirst() {
        assertThat(sentence(REGRESSED, IMPROVED, UNCHANGED, NOISY))
                .isEqualTo("1 of 4 series regressed; 1 improved, 1 unchanged, 1 inconclusive.");
        assertThat(tone(REGRESSED, IMPROVED)).isEqualTo(TextTone.WORSE);
    }

    @Test
    void saysThatNothingRegressed() {
        assertThat(sentence(UNCHANGED, UNCHANGED)).isEqualTo("No regression in 2 series; 2 unchanged.");
        assertThat(sentence(IMPROVED)).isEqualTo("No regression in 1 series; 1 improved.");
        assertThat(tone(IMPROVED, UNCHANGED)).isEqualTo(TextTone.BETTER);
    }

    @Test
    void neverHidesWhatCannotBeTold() {
        assertThat(sentence(UNCHANGED, NOISY))
                .isEqualTo("No regression was found, but 1 of 2 series can't be told from noise; 1 unchanged.");
        assertThat(tone(UNCHANGED, NOISY)).isEqualTo(TextTone.CAUTION);
        assertThat(sentence(NOISY, NOISY))
                .isEqualTo("No regression was found, but 2 of 2 series can't be told from noise.");
    }

    /** One fork beside one fork has a baseline and no test: the series counts among those that can't be told. */
    @Test
    void countsWhatHasABaselineAndNoTest() {
        VerdictRow oneFork = Rows.untested("a.B.h");

        assertThat(sentence(oneFork, UNCHANGED))
                .isEqualTo("No regression was found, but 1 of 2 series can't be told from noise; 1 unchanged.");
        assertThat(sentence(oneFork)).startsWith("No regression was found, but 1 of 1 series can't be told");
    }

    @Test
    void saysLoudlyThatThereIsNoBaseline() {
        assertThat(sentence(NEW, NEW))
                .isEqualTo("Nothing was compared: there is no baseline yet for ci-linux-x64. This isn't a pass.");
        assertThat(tone(NEW)).isEqualTo(TextTone.CAUTION);
        assertThat(sentence(UNCHANGED, NEW))
                .isEqualTo("No regression in 1 series; 1 unchanged. 1 more had no baseline: of these nothing is"
                        + " known.");
    }

    @Test
    void doesNotPassAnEmptyRun() {
        assertThat(sentence())
                .isEqualTo("Nothing was compared: the run has no series that can be judged. This isn't a pass.");
        assertThat(tone()).isEqualTo(TextTone.CAUTION);
    }

    @Test
    void givesTheGeometricMeanWithItsDirection() {
        RunSummary run =
                RunSummary.of(List.of(UNCHANGED.verdict()), 1, new Effect(1.031, 1.01, 1.052), SuiteReport.NONE);

        assertThat(new VerdictSummary(run, "linux-x64", Glyphs.UNICODE).geometricMean())
                .contains("Geometric mean of the scores: +3.1 % (+1.0 … +5.2 %), + is worse");
    }

    private static String sentence(VerdictRow... rows) {
        return summary(rows).sentence();
    }

    private static TextTone tone(VerdictRow... rows) {
        return summary(rows).tone();
    }

    private static VerdictSummary summary(VerdictRow... rows) {
        RunVerdicts run = Rows.run(rows);
        return new VerdictSummary(run.summary(), run.environment(), Glyphs.UNICODE);
    }
}
