package dev.plumbline.benchmarks.evaluation.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.benchmarks.evaluation.frontier.Objections.Objection;
import dev.plumbline.benchmarks.evaluation.frontier.Objections.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrontierTest {

    private static final String OURS = "ours";
    private static final double[] RATES = {0.01};

    @Test
    void eachHalfIsShownWithTheThresholdOfTheOther() {
        // In the first half objections are 0 to 99, in the second twice as many. One alarm in 100 leaves 98 and 196.
        List<Shown> halves = rule(1, 2, 50).tunedOnTheOther(0.01);

        assertThat(halves).containsExactly(new Shown(100, 0, 0), new Shown(100, 50, 75));
    }

    @Test
    void whereThereIsNothingToTuneOnThereAreNoAlarms() {
        Objections first = rule(1, 2, 500).half(true);

        assertThat(first.half(false).thresholdFor(0.5)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(first.tunedOnTheOther(0.01)).containsExactly(new Shown(100, 0, 0), new Shown(0, 0, 0));
    }

    @Test
    void aRuleThatFindsMoreInEverySeriesIsAheadWhicheverAreDrawn() {
        Map<String, Objections> rules = new LinkedHashMap<>();
        rules.put(OURS, rule(1, 1, 60));
        rules.put("theirs", rule(1, 1, 20));

        assertThat(new FrontierMargins(rules, OURS, RATES, 7).table("margins").markdown())
                .contains("| theirs ", " ahead ", "+40.0, +40.0");
    }

    @Test
    void aRuleThatFindsTheSameIsLevel() {
        Map<String, Objections> rules = new LinkedHashMap<>();
        rules.put(OURS, rule(1, 1, 60));
        rules.put("theirs", rule(1, 1, 60));

        assertThat(new FrontierMargins(rules, OURS, RATES, 7).table("margins").markdown())
                .contains("+0.0 (+0 to +0) level", "+0.0, +0.0");
    }

    /** Ten series of ten runs in each half, whose objections are 0 to 99 times a factor, and the regression adds to them. */
    private static Objections rule(double first, double second, double injected) {
        List<Objection> objections = new ArrayList<>();
        for (int run = 0; run < 100; run++) {
            objections.add(new Objection(true, run % 10, first * run, first * run + injected));
            objections.add(new Objection(false, 10 + run % 10, second * run, second * run + injected));
        }
        return new Objections(objections);
    }
}
