package dev.plumbline.analysis.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.analysis.report.verdict.BaselineRange;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.analysis.report.verdict.RunVerdicts;
import dev.plumbline.analysis.report.verdict.SeriesName;
import dev.plumbline.analysis.report.verdict.SeriesVerdict;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Evidence;
import dev.plumbline.analysis.verdict.Level;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Remedy;
import dev.plumbline.analysis.verdict.UnknownReason;
import dev.plumbline.analysis.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunVerdictsJsonTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static SeriesVerdict told(Verdict verdict, BaselineRange baseline) {
        return new SeriesVerdict(
                7,
                new SeriesName("a.B.c", new TreeMap<>(Map.of("size", "10")), "thrpt", 4, "score", "ops/s"),
                verdict,
                baseline,
                Optional.empty());
    }

    @Test
    void aVerdictIsTheSameAfterWriting() throws IOException {
        for (Outcome outcome : Outcome.values()) {
            for (Method method : Method.values()) {
                Verdict verdict = new Verdict(
                        outcome,
                        method,
                        new Level(1.0 / 3, 2, 6),
                        new Level(0.1 + 0.2, 5, 15),
                        new Effect(1.1, Double.NaN, 1.2),
                        new Evidence(1e-300, 0.05, Double.NaN),
                        new Remedy(9, 40, true),
                        List.of(Reason.values()),
                        new Limits(Double.NaN, Double.NaN, 2));
                SeriesVerdict told = told(verdict, new BaselineRange(5, "0a1b2c3", "f0e1d2c"));

                String text = SeriesVerdictJson.write(told).toString();

                assertThat(SeriesVerdictJson.read(MAPPER.readTree(text))).isEqualTo(told);
            }
        }
    }

    /** A client of this version, between a server and a reader of another one. */
    @Test
    void aReasonOfAnotherVersionKeepsItsCode() throws IOException {
        String text = "{\"outcome\": \"regressed\", \"reasons\": [\"phase-of-the-moon\"]}";

        assertThat(SeriesVerdictJson.write(SeriesVerdictJson.read(MAPPER.readTree(text)))
                        .path("reasons"))
                .isEqualTo(MAPPER.readTree("[\"phase-of-the-moon\"]"));
    }

    @Test
    void withoutABaselineThereIsNull() throws IOException {
        Verdict verdict = new Verdict(
                Outcome.INCONCLUSIVE,
                Method.NONE,
                new Level(1, 1, 3),
                Level.NONE,
                Effect.UNKNOWN,
                Evidence.NONE,
                Remedy.NONE,
                List.of(Reason.NO_BASELINE),
                Limits.NONE);

        String text = SeriesVerdictJson.write(told(verdict, BaselineRange.NONE)).toString();

        assertThat(text).contains("\"baseline\":null", "\"ratio\":null", "\"reasons\":[\"no-baseline\"]");
        assertThat(SeriesVerdictJson.read(MAPPER.readTree(text)).verdict()).isEqualTo(verdict);
    }

    @Test
    void aSummaryWithoutASuiteIsTheSameAfterWriting() {
        RunSummary summary = new RunSummary(
                Map.of(Outcome.UNCHANGED, 3, Outcome.INCONCLUSIVE, 2),
                4,
                1,
                new Effect(1.01, 0.99, 1.03),
                SuiteReport.NONE);

        assertThat(RunSummaryJson.parse(RunSummaryJson.write(summary).toString()))
                .isEqualTo(summary);
        assertThatIllegalArgumentException().isThrownBy(() -> RunSummaryJson.parse("{"));
    }

    /** Of an older server: what was not compared had no baseline. */
    @Test
    void whatAnOlderServerDoesNotTellFollowsFromTheRest() {
        RunSummary summary = RunSummaryJson.parse("""
                {"regressed": 0, "improved": 0, "unchanged": 2, "inconclusive": 3, "comparisons": 4}""");

        assertThat(summary.withoutBaseline()).isEqualTo(1);
        assertThat(summary.noisy()).isEqualTo(2);
        assertThat(summary.suite()).isEqualTo(SuiteReport.NONE);
        assertThat(summary.geometricMean()).isEqualTo(Effect.UNKNOWN);
    }

    /** Of a later server: what is unknown here is unclear and not wrong. */
    @Test
    void wordsOfALaterServerDoNotMisleadAnybody() throws IOException {
        RunVerdicts run = RunVerdictsJson.read(
                "acme",
                17,
                MAPPER.readTree("{\"environment\": \"ci\", \"summary\": {\"unchanged\": 1, \"comparisons\": 1}}"),
                MAPPER.readTree("""
                        {"verdicts": [{"benchmark": "a.B.c", "outcome": "doubtful", "method": "oracle", "candidate": 2,
                            "baseline": {"value": 1}, "reasons": ["phase-of-the-moon", "too-few-forks", "<b>"]}]}"""),
                "/r");

        Verdict verdict = run.rows().get(0).verdict();
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.method()).isEqualTo(Method.NONE);
        assertThat(verdict.reasons()).containsExactly(new UnknownReason("phase-of-the-moon"), Reason.TOO_FEW_FORKS);
        assertThat(run.summary().count(Outcome.UNCHANGED)).isEqualTo(1);
        assertThat(run.environment()).isEqualTo("ci");
        assertThat(run.commit()).isEmpty();
    }
}
