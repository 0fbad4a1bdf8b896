package dev.plumbline.analysis.report.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.report.verdict.Rows;
import dev.plumbline.analysis.report.verdict.SeriesName;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A comment speaks of forks in the word of the harness that measured, and says how to measure with that. */
class HarnessWordsTest {

    private static final BenchmarkId SPLIT =
            new BenchmarkId("acme/text.BenchmarkSplit", Map.of(), Mode.AVERAGE_TIME, 1);

    private static VerdictRow by(Harness harness, VerdictRow row) {
        return new VerdictRow(
                SeriesName.of(SPLIT, Metric.reported(Metric.SCORE, Unit.of("s/op")), harness), row.verdict());
    }

    private static String comment(Harness harness) {
        return ChangeComment.render(
                Reports.report(Reports.environment(
                        by(harness, Rows.time(Outcome.REGRESSED, "a", Map.of(), 960e-9, 1240e-9)),
                        by(harness, Rows.noisy("b", 0.081, 12)))),
                65_536);
    }

    @Test
    void aGoBenchmarkHasCounts() {
        assertThat(comment(Harness.GO))
                .contains("3 counts)", "36 / 3 counts", "| counts that would settle it |", "12 counts would settle it")
                .contains("counts are base / head")
                .contains("plumbline duet ../base . -- go test -run '^$' -bench . ./...")
                .doesNotContain("java -jar");
    }

    @ParameterizedTest
    @EnumSource(value = Harness.class, names = "JMH", mode = EnumSource.Mode.EXCLUDE)
    void noOtherHarnessHasForks(Harness harness) {
        assertThat(comment(harness).toLowerCase(Locale.ROOT)).doesNotContain("fork", "jmh");
    }

    @Test
    void severalHarnessesShareOurOwnWord() {
        String comment = ChangeComment.render(
                Reports.report(Reports.environment(
                        by(Harness.GO, Rows.time(Outcome.REGRESSED, "a", Map.of(), 960e-9, 1240e-9)),
                        by(Harness.CRITERION, Rows.time(Outcome.REGRESSED, "b", Map.of(), 960e-9, 1240e-9)))),
                65_536);

        assertThat(comment).contains("36 / 3 counts", "36 / 3 processes", "forks are base / head");
    }
}
