package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.ClassicTest;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Threshold;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.project.Projects;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project's rules make of its runs. */
class RuleJudgingTest {

    private static final double UNSET = Double.NaN;

    @TempDir
    Path folder;

    private JudgedProject project;

    private final Random noise = new Random(20260101);
    private Thresholds thresholds;

    @BeforeEach
    void open() {
        project = new JudgedProject(folder);
        thresholds = new Thresholds(project.database);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void eachSeriesIsJudgedByTheFirstRuleThatItMatches() {
        rules(
                rule("a.B.one", "lab", ClassicModel.of(ClassicTest.PERCENTAGE, UNSET, 0.8)),
                rule("a.*", "elsewhere", ClassicModel.of(ClassicTest.STATIC, UNSET, 0)),
                rule("*.two", "*", new DefaultTest(0.7, UNSET)));
        history(12, 1);
        long slower = project.uploads.upload(12, document(1.5)).id();

        project.work();

        assertThat(project.texts("""
            select benchmark.name || ' ' || outcome || ' ' || method || ' ' || coalesce(rule ->> 'test', 'none')
            from verdict
                join series using (project_id, series_id)
                join benchmark using (project_id, benchmark_id)
            where project_id = ? and run_id = ?
            order by 1
            """, slower))
                .containsExactly(
                        "a.B.one unchanged classic-percentage percentage",
                        "a.B.three regressed moderated-t none",
                        "a.B.two unchanged moderated-t default");
    }

    @Test
    void aMinimumEffectHoldsForChangePointsAndAClassicModelDoesNot() {
        rules(
                rule("a.B.one", "*", ClassicModel.of(ClassicTest.PERCENTAGE, UNSET, 0.8)),
                rule("a.B.two", "*", new DefaultTest(0.7, UNSET)));
        history(12, 1);
        history(12, 20, 1.5);

        project.work();

        assertThat(project.texts("""
            select distinct benchmark.name
            from change_point
                join series using (project_id, series_id)
                join benchmark using (project_id, benchmark_id)
            where project_id = ? and run_id > ?
            order by 1
            """, 0)).containsExactly("a.B.one", "a.B.three");
    }

    @Test
    void aClassicModelLooksAtAsManyRunsOfTheSegmentAsItAsksFor() {
        rules(
                rule("a.B.one", "*", new ClassicModel(ClassicTest.IQR, UNSET, 9, 25, 64, Long.MAX_VALUE)),
                rule("a.B.two", "*", new ClassicModel(ClassicTest.IQR, UNSET, 9, 2, 5, Long.MAX_VALUE)));
        history(45, 1);
        long topic = project.uploads.uploadTopic("topic", 44, document(1)).id();
        project.work();

        String runs = """
            select benchmark.name || ' ' || baseline_runs || ' ' || outcome
            from verdict
                join series using (project_id, series_id)
                join benchmark using (project_id, benchmark_id)
            where project_id = ? and run_id = ? and benchmark.name <> 'a.B.three'
            order by 1
            """;
        assertThat(project.texts(runs, topic)).containsExactly("a.B.one 45 unchanged", "a.B.two 5 unchanged");
        long early =
                Long.parseLong(project.texts("select min(run_id) + 20 from run where project_id = ? and run_id > ?", 0)
                        .getFirst());
        assertThat(project.texts(runs, early)).containsExactly("a.B.one 20 inconclusive", "a.B.two 5 unchanged");
    }

    @Test
    void aWindowLeavesOutRunsThatAreOlderThanTheRunIsByMore() {
        rules(rule("*", "*", new ClassicModel(ClassicTest.IQR, UNSET, 9, 2, 64, 3600L * 6)));
        history(12, 1);
        long last = project.uploads.upload(12, document(1)).id();
        // An hour between runs: six of them are at most six hours older.
        project.database.execute(handle -> handle.execute(
                "update run set uploaded_at = timestamptz '2026-01-01 00:00Z' + run_id * interval '1 hour'"));

        project.work();

        assertThat(project.texts(
                        "select distinct baseline_runs from verdict where project_id = ? and run_id = ?", last))
                .containsExactly("6");
    }

    @Test
    void newRulesJudgeTheNewestRunOfEachBranchAgainAndNoOther() {
        long[] base = history(6, 1);
        long topic = project.uploads.uploadTopic("topic", 5, document(1)).id();
        long stale = project.uploads.uploadTopic("stale", 4, document(1)).id();
        project.work();
        project.database.execute(handle -> handle.createUpdate(
                        "update run set uploaded_at = now() - interval '40 days' where run_id <> :topic")
                .bind("topic", topic)
                .execute());

        rules(rule("*", "*", new DefaultTest(0.3, UNSET)));

        assertThat(project.texts("select run_id from job where project_id = ? and run_id > ? order by run_id", 0))
                .containsExactly(String.valueOf(base[5]), String.valueOf(topic));
        project.work();
        String ruled = "select count(rule) from verdict where project_id = ? and run_id = ?";
        assertThat(project.texts(ruled, base[5])).containsExactly("3");
        assertThat(project.texts(ruled, base[4])).containsExactly("0");
        assertThat(project.texts(ruled, stale)).containsExactly("0");
    }

    @Test
    void aCounterOnlyChangesUntilARuleSaysWhichWayItGetsBetter() {
        for (int i = 0; i < 12; i++) {
            project.uploads.upload(i, hits(1000));
        }
        long fewer = project.uploads.upload(12, hits(700)).id();
        project.work();
        assertThat(verdict(fewer)).containsExactly("changed NOT_KNOWN");

        rules(new ThresholdRule("*", "*", "*", DefaultTest.STANDARD, Direction.HIGHER_IS_BETTER));
        assertThat(thresholds.of(project.id).rules())
                .extracting(ThresholdRule::direction)
                .containsExactly(Direction.HIGHER_IS_BETTER);
        project.work();
        assertThat(verdict(fewer)).containsExactly("regressed HIGHER_IS_BETTER");
    }

    private List<String> verdict(long run) {
        return project.texts("""
            select outcome || ' ' || direction
            from verdict
                join series using (project_id, series_id)
            where project_id = ? and run_id = ?
            """, run);
    }

    private static String hits(double value) {
        return new JmhDocuments().with("a.B.hits", "#", value, value, value).json();
    }

    @Test
    void rulesOfOneProjectAreNotThoseOfAnother() {
        long other = new Projects(project.database)
                .create("other", "Other", "main", true)
                .id();
        ThresholdRules rules = rules(rule("*", "*", new DefaultTest(0.3, 0.9)));

        assertThat(thresholds.of(other)).isEqualTo(ThresholdRules.NONE);
        thresholds.replace(other, ThresholdRules.NONE, present -> true);
        assertThat(thresholds.of(project.id)).isEqualTo(rules);
    }

    @Test
    void rulesThatAreNotWhatTheCallerBelievesStay() {
        ThresholdRules rules = rules(rule("*", "*", new DefaultTest(0.3, 0.9)));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> thresholds.replace(project.id, ThresholdRules.NONE, present -> false))
                .extracting(StoreException::code)
                .isEqualTo("precondition-failed");
        assertThat(thresholds.of(project.id)).isEqualTo(rules);
    }

    private ThresholdRules rules(ThresholdRule... rules) {
        ThresholdRules all = new ThresholdRules(List.of(rules));
        thresholds.replace(project.id, all, present -> true);
        return all;
    }

    private static ThresholdRule rule(String benchmark, String environment, Threshold threshold) {
        return new ThresholdRule(benchmark, "*", environment, threshold);
    }

    private long[] history(int to, double factor) {
        return history(0, to, factor);
    }

    private long[] history(int from, int to, double factor) {
        long[] runs = new long[to - from];
        for (int i = from; i < to; i++) {
            runs[i - from] = project.uploads.upload(i, document(factor)).id();
        }
        return runs;
    }

    /** Three benchmarks, three forks each with 1 % of noise. */
    private String document(double factor) {
        JmhDocuments document = new JmhDocuments();
        for (String name : List.of("one", "two", "three")) {
            double[] forks = new double[3];
            for (int fork = 0; fork < forks.length; fork++) {
                forks[fork] = 100 * factor * Math.exp(0.01 * noise.nextGaussian());
            }
            document.with("a.B." + name, forks);
        }
        return document.json();
    }
}
