package dev.plumbline.analysis.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesLabelsTest {

    @Test
    void dropsThePackageAndKeepsParamsAndMetric() {
        VerdictRow time = Rows.time(Outcome.UNCHANGED, "com.acme.Text.split", Map.of("size", "10", "kind", "a"), 1, 1);
        VerdictRow bytes = Rows.allocation(Outcome.UNCHANGED, "com.acme.Text.join", 24, 24);

        assertThat(labels(time, bytes))
                .containsExactly("Text.split (kind=a, size=10)", "Text.join · gc.alloc.rate.norm");
    }

    @Test
    void keepsThePackageWhereClassesHaveTheSameName() {
        assertThat(labels(
                        row("a.Text.split", "avgt", 1), row("b.Text.split", "avgt", 1), row("b.Text.join", "avgt", 1)))
                .containsExactly("a.Text.split", "b.Text.split", "Text.join");
    }

    @Test
    void namesModeAndThreadsWhereOnlyTheyDiffer() {
        assertThat(labels(row("a.B.c", "avgt", 1), row("a.B.c", "thrpt", 1)))
                .containsExactly("B.c [avgt]", "B.c [thrpt]");
        assertThat(labels(row("a.B.c", "avgt", 1), row("a.B.c", "avgt", 4)))
                .containsExactly("B.c 1 thread", "B.c 4 threads");
        assertThat(labels(row("a.B.c", "avgt", 8))).containsExactly("B.c 8 threads");
    }

    @Test
    void leavesOutParametersThatAreTheSameEverywhereWhenAskedTo() {
        List<VerdictRow> rows = List.of(
                Rows.time(Outcome.UNCHANGED, "a.B.c", Map.of("size", "10", "kind", "a"), 1, 1),
                Rows.time(Outcome.UNCHANGED, "a.B.c", Map.of("size", "20", "kind", "a"), 1, 1));

        SeriesLabels labels = SeriesLabels.distinguishing(rows, Glyphs.UNICODE);

        assertThat(rows.stream().map(labels::benchmark)).containsExactly("B.c (size=10)", "B.c (size=20)");
        assertThat(labels.commonParameters()).isEqualTo("kind=a");
    }

    @Test
    void letsNoNameTouchTheTerminal() {
        assertThat(labels(row("a.B.\u001b[31mred", "avgt", 1))).containsExactly("B.\ufffd[31mred");
    }

    private static List<String> labels(VerdictRow... rows) {
        SeriesLabels labels = new SeriesLabels(List.of(rows), Glyphs.UNICODE);
        return List.of(rows).stream().map(labels::label).toList();
    }

    private static VerdictRow row(String benchmark, String mode, int threads) {
        return Rows.of(
                new SeriesName(benchmark, new TreeMap<>(), mode, threads, "score", "s/op"),
                Outcome.UNCHANGED,
                1,
                1,
                new Effect(1, 1, 1));
    }
}
