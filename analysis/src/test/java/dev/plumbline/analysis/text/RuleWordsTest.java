package dev.plumbline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.ClassicTest;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.ThresholdRule;
import org.junit.jupiter.api.Test;

class RuleWordsTest {

    private static final double UNSET = Double.NaN;

    @Test
    void saysWhichSeriesAndWhatTheDefaultTestIsGiven() {
        assertThat(RuleWords.of(new ThresholdRule("com.acme.*", "score", "*", new DefaultTest(0.05, 0.999))))
                .isEqualTo("com.acme.*, score: minimum effect 5 %, confidence 99.9 %");
        assertThat(RuleWords.of(new ThresholdRule("com.acme.*", "*", "*", DefaultTest.STANDARD)))
                .isEqualTo("com.acme.*: the default test");
    }

    @Test
    void saysWhatAClassicModelIsGiven() {
        assertThat(RuleWords.of(new ThresholdRule(
                        "*", "score", "ci", new ClassicModel(ClassicTest.T_TEST, 0.98, 0.99, 10, 64, 2_592_000))))
                .isEqualTo("*, score, in ci: t-test, lower boundary 0.98, upper boundary 0.99, at least 10 runs,"
                        + " at most 64 runs, runs of the last 30 days");
        assertThat(RuleWords.of(new ThresholdRule("*", "*", "*", ClassicModel.of(ClassicTest.STATIC, UNSET, 1.5e-7))))
                .isEqualTo("*: static, upper boundary 1.5E-7");
    }

    @Test
    void controlCharactersOfANameDoNotReachTheTerminal() {
        assertThat(RuleWords.of(new ThresholdRule("a\u001b[31m", "*", "*", DefaultTest.STANDARD)))
                .doesNotContain("\u001b");
    }
}
