package dev.plumbline.server.rename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analysis.rename.RenamePattern;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.Sent;
import dev.plumbline.server.judging.JudgedProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renamed benchmarks go on as one, until the rename is undone. */
class RenamesTest {

    private static final String OPEN_ALARMS = """
        select b.name || ' last in ' || a.run_id
        from alarm a
            join benchmark b using (project_id, benchmark_id)
        where a.project_id = ? and a.alarm_id > ? and a.ended_at is null
        order by 1
        """;

    private static final RenamePattern MOVED = new RenamePattern("acme.old.*", "acme.young.*");

    /** The tables that a rename changes, each row as a text without what says when it was judged. */
    private static final Map<String, String> TABLES = Map.of(
            "point", "select to_jsonb(t)::text from point t where project_id = ? and run_id > ? order by 1",
            "series", "select to_jsonb(t)::text from series t where project_id = ? and series_id > ? order by 1",
            "change_point",
                    "select (to_jsonb(t) - 'regression_id')::text from change_point t where project_id = ? and run_id > ? order by 1",
            "verdict", "select to_jsonb(t)::text from verdict t where project_id = ? and run_id > ? order by 1",
            "regression", """
                    select (to_jsonb(t) - 'updated_at')::text from regression t
                    where project_id = ? and regression_id > ? order by 1
                    """,
            "alarm", "select to_jsonb(t)::text from alarm t where project_id = ? and alarm_id > ? order by 1");

    /** How many points each name has, and as what they were measured. */
    private static final String POINTS = """
            select b.name || coalesce(' as ' || own.name, '') || ' ' || count(*)
            from point p
                join series s using (project_id, series_id)
                join benchmark b using (project_id, benchmark_id)
                left join series o on o.project_id = p.project_id and o.series_id = p.measured_as
                left join benchmark own on own.project_id = o.project_id and own.benchmark_id = o.benchmark_id
            where p.project_id = ? and p.run_id > ?
            group by b.name, own.name
            order by b.name, own.name nulls first
            """;

    private static final String CHANGES = """
            select b.name || ' at ' || c.run_id || ' ' || c.state
            from change_point c join series s using (project_id, series_id) join benchmark b using (project_id, benchmark_id)
            where c.project_id = ? and c.run_id > ?
            order by 1
            """;

    @TempDir
    Path folder;

    private final Random noise = new Random(7);
    private JudgedProject project;
    private Renames renames;

    @BeforeEach
    void open() {
        project = new JudgedProject(folder);
        renames = new Renames(project.database);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aShiftThatCameWithTheMoveIsFoundInTheJoinedHistory() {
        measure(0, 12, "acme.old.", 1);
        List<Long> runs = measure(12, 20, "acme.young.", 1.4);
        project.work();
        assertThat(project.texts(CHANGES, 0)).isEmpty();

        renames.accept(project.id, MOVED, "Ada");

        assertThat(project.work()).containsExactly(runs.getLast());
        assertThat(project.texts(CHANGES, 0))
                .containsExactly(
                        "acme.young.A.first at " + runs.getFirst() + " confirmed",
                        "acme.young.A.second at " + runs.getFirst() + " confirmed");
        assertThat(project.texts(POINTS, 0))
                .containsExactly(
                        "acme.young.A.first 8",
                        "acme.young.A.first as acme.old.A.first 12",
                        "acme.young.A.second 8",
                        "acme.young.A.second as acme.old.A.second 12");
    }

    @Test
    void aMoveWithoutAShiftGivesNone() {
        measure(0, 12, "acme.old.", 1);
        List<Long> runs = measure(12, 20, "acme.young.", 1);
        project.work();

        renames.accept(project.id, MOVED, "Ada");
        project.work();

        assertThat(project.texts(CHANGES, 0)).isEmpty();
        // All 19 earlier runs are the baseline, where there were 7 under the new name.
        assertThat(project.texts(
                        "select distinct baseline_runs::text from verdict where project_id = ? and run_id = ?",
                        runs.getLast()))
                .containsExactly("19");
    }

    @Test
    void undoingAtOnceRestoresEveryRow() {
        measure(0, 8, "acme.old.", 1);
        measure(8, 16, "acme.old.", 1.5);
        measure(16, 22, "acme.young.", 1.5);
        project.work();
        Map<String, List<String>> before = tables();
        assertThat(before.get("change_point")).isNotEmpty();
        assertThat(before.get("regression")).isNotEmpty();

        renames.accept(project.id, MOVED, "Ada");
        assertThat(tables()).isNotEqualTo(before);
        assertThat(project.texts(CHANGES, 0)).allMatch(change -> change.startsWith("acme.young."));
        undoAll();

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void undoingAfterJudgingRestoresEveryRow() {
        measure(0, 8, "acme.old.", 1);
        measure(8, 16, "acme.old.", 1.5);
        measure(16, 22, "acme.young.", 2.2);
        project.work();
        judgeNewestAgain("acme.old.A.first");
        Map<String, List<String>> before = tables();
        List<String> missing = project.texts(OPEN_ALARMS, 0);
        assertThat(missing).hasSize(2);

        renames.accept(project.id, MOVED, "Ada");
        project.work();
        assertThat(project.texts(CHANGES, 0)).hasSize(4);
        assertThat(project.texts(OPEN_ALARMS, 0)).isEmpty();
        undoAll();
        project.work();

        Map<String, List<String>> after = tables();
        // What was missing had returned under its new name, and is missing again: by another alarm.
        assertThat(project.texts(OPEN_ALARMS, 0)).isEqualTo(missing);
        before.remove("alarm");
        after.remove("alarm");
        // The regression that the joined history showed stays as a retracted one, as any that is not found again.
        assertThat(project.texts(
                        "select state from regression where project_id = ? and regression_id > ? order by regression_id",
                        0))
                .containsExactly("confirmed", "retracted");
        before.remove("regression");
        after.remove("regression");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whatIsStillMeasuredUnderTheOldNameGoesToTheJoinedSeries() {
        measure(0, 6, "acme.old.", 1);
        measure(6, 8, "acme.young.", 1);
        renames.accept(project.id, MOVED, "Ada");
        long pullRequest = project.upload(Sent.of("topic", 500).from(3).pullRequest(7), document("acme.old.", 1));
        long release = project.upload(Sent.of("release", 600).from(3), document("acme.old.", 1));
        project.work();

        assertThat(project.texts(POINTS, pullRequest - 1))
                .containsExactly(
                        "acme.young.A.first as acme.old.A.first 2", "acme.young.A.second as acme.old.A.second 2");
        assertThat(project.texts(
                        "select distinct baseline_runs::text from verdict where project_id = ? and run_id = ?",
                        pullRequest))
                .containsExactly("4");

        undoAll();

        assertThat(project.texts(POINTS, pullRequest - 1)).containsExactly("acme.old.A.first 2", "acme.old.A.second 2");
        project.work();
        assertThat(project.outcomes(release)).hasSize(2);
    }

    @Test
    void benchmarksThatWereMeasuredAtOneCommitAreNotJoined() {
        measure(0, 3, "acme.old.", 1);
        project.upload(Sent.main(3), document("acme.old.", 1));
        project.upload(Sent.main(3).key("other shard"), document("acme.young.", 1));

        assertThatThrownBy(() -> renames.accept(project.id, MOVED, "Ada"))
                .hasMessage("'acme.old.A.first' and 'acme.young.A.first' were both measured at one commit, "
                        + "so they are different benchmarks and can't be joined.");
        assertThat(renames.all(project.id)).isEmpty();
    }

    @Test
    void aRunThatMeasuresBothNamesLaterKeepsThemApart() {
        measure(0, 3, "acme.old.", 1);
        measure(3, 5, "acme.young.", 1);
        renames.accept(project.id, MOVED, "Ada");
        JmhDocuments both = new JmhDocuments();
        both.with("acme.old.A.first", 1, 2, 3).with("acme.young.A.first", 1, 2, 3);
        long run = project.upload(Sent.main(5), both.json());
        project.work();

        assertThat(project.texts(POINTS, run - 1)).containsExactly("acme.old.A.first 1", "acme.young.A.first 1");
        undoAll();
        assertThat(project.texts(POINTS, run - 1)).containsExactly("acme.old.A.first 1", "acme.young.A.first 1");
    }

    @Test
    void partsOfOneRunThatNameItDifferentlyAreNotPooled() {
        measure(0, 3, "acme.old.", 1);
        measure(3, 5, "acme.young.", 1);
        renames.accept(project.id, MOVED, "Ada");
        for (List<String> order : List.of(List.of("old", "young"), List.of("young", "old"))) {
            long run = 0;
            for (String name : order) {
                String document = new JmhDocuments()
                        .with("acme." + name + ".A.first", 1, 2, 3)
                        .json();
                run = project.upload(Sent.main(5).run(order.getFirst()), document);
            }
            assertThat(project.texts(POINTS, run - 1))
                    .as("%s", order)
                    .containsExactly("acme.old.A.first 1", "acme.young.A.first 1");
            assertThat(project.texts(
                            "select distinct cardinality(forks)::text from point where project_id = ? and run_id = ?",
                            run))
                    .containsExactly("3");
        }
    }

    @Test
    void aChainOfRenamesIsFollowedAndUndoneFromEitherEnd() {
        measure(0, 3, "a.X.", 1);
        measure(3, 6, "b.X.", 1);
        measure(6, 9, "c.X.", 1);
        Map<String, List<String>> before = tables();
        renames.accept(project.id, new RenamePattern("a.X.*", "b.X.*"), "Ada");
        renames.accept(project.id, new RenamePattern("b.X.*", "c.X.*"), "Ada");
        assertThat(project.texts(POINTS, 0))
                .contains("c.X.A.first 3", "c.X.A.first as a.X.A.first 3", "c.X.A.first as b.X.A.first 3")
                .hasSize(6);

        renames.undo(project.id, renames.all(project.id).getLast().id(), "Ada");
        assertThat(project.texts(POINTS, 0)).contains("a.X.A.first 3", "c.X.A.first as b.X.A.first 3");
        renames.undo(project.id, renames.all(project.id).getLast().id(), "Ada");

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void aRenameBackEndsTheFirstOneUntilItIsUndone() {
        RenamePattern there = new RenamePattern("a.X.*", "b.X.*");
        RenamePattern back = new RenamePattern("b.X.*", "a.X.*");
        measure(0, 3, "a.X.", 1);
        measure(3, 6, "b.X.", 1);
        renames.accept(project.id, there, "Ada");
        // Measured under the old name again, which still means the new one.
        measure(6, 9, "a.X.", 1);
        assertThat(project.texts(POINTS, 0)).contains("b.X.A.first 3", "b.X.A.first as a.X.A.first 6");

        renames.accept(project.id, back, "Ada");
        assertThat(project.texts(POINTS, 0)).contains("a.X.A.first 6", "a.X.A.first as b.X.A.first 3");
        assertThat(renames.all(project.id))
                .singleElement()
                .satisfies(rename -> assertThat(rename.pattern()).isEqualTo(back));

        renames.undo(project.id, renames.all(project.id).getFirst().id(), "Ada");
        assertThat(project.texts(POINTS, 0)).contains("b.X.A.first 3", "b.X.A.first as a.X.A.first 6");
        renames.accept(project.id, back, "Ada");
        renames.accept(project.id, there, "Ada");
        assertThat(project.texts(POINTS, 0)).contains("b.X.A.first 3", "b.X.A.first as a.X.A.first 6");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearestOnes() {
        measure(0, 1, "acme.old.", 1);

        assertThatThrownBy(() -> renames.plan(project.id, new RenamePattern("acme.odl.A.first", "acme.x.A.first")))
                .hasMessage("No benchmark is called 'acme.odl.A.first' in this project. The nearest names are "
                        + "'acme.old.A.first', 'acme.old.A.second'.");
    }

    @Test
    void wildcardsOfSqlAreLiteralAndMarkupIsShownAsItIs() {
        project.upload(
                Sent.main(0),
                new JmhDocuments()
                        .with("a%.B_.m|<b>", 1, 2, 3)
                        .with("axx.Bx.m|<b>", 1, 2, 3)
                        .json());
        project.upload(
                Sent.main(1),
                new JmhDocuments()
                        .with("c%.B_.m|<b>", 1, 2, 3)
                        .with("cxx.Bx.m|<b>", 1, 2, 3)
                        .json());

        RenamePlan plan = renames.accept(project.id, new RenamePattern("a%.B_.*", "c%.B_.*"), "<i>");

        assertThat(plan.pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.from().name()).isEqualTo("a%.B_.m|<b>"));
        String longName = "x".repeat(3_000) + ".B.m";
        assertThatThrownBy(() -> renames.plan(project.id, new RenamePattern(longName, "y.B.m")))
                .hasMessageStartingWith("No benchmark is called 'xxx")
                .satisfies(refused ->
                        assertThat(String.valueOf(refused.getMessage())).hasSizeLessThan(400));
    }

    @Test
    void aMovedPackageIsOfferedAsOnePattern() {
        measure(0, 5, "acme.old.", 1);
        measure(5, 8, "acme.young.", 1.2);
        RenameOfferQueries offers = new RenameOfferQueries(project.database);

        assertThat(offers.offers(project.id)).singleElement().satisfies(offer -> {
            assertThat(offer.pattern()).isEqualTo(MOVED);
            assertThat(offer.pairs()).hasSize(2);
        });

        renames.acceptOffered(project.id, MOVED, "Ada");
        assertThat(offers.offers(project.id)).isEmpty();
        undoAll();
        assertThat(offers.offers(project.id)).hasSize(1);
    }

    @Test
    void whatIsMeasuredOnInAnotherEnvironmentIsNotOffered() {
        measure(0, 5, "acme.old.", 1);
        measure(5, 8, "acme.young.", 1);
        JmhDocuments both = new JmhDocuments();
        both.with("acme.old.A.first", 100, 101, 102).with("acme.young.A.first", 100, 101, 102);
        project.upload(Sent.main(8).in("other"), both.json());

        assertThat(new RenameOfferQueries(project.database).offers(project.id))
                .singleElement()
                .satisfies(offer -> assertThat(offer.pattern())
                        .isEqualTo(new RenamePattern("acme.old.A.second", "acme.young.A.second")));
    }

    @Test
    void anAlarmOfAVanishedBenchmarkGoesWithIt() {
        measure(0, 5, "acme.old.", 1);
        measure(5, 8, "acme.young.", 1);
        project.work();
        Map<String, List<String>> before = tables();
        String alarmed = """
                select b.name from alarm a join benchmark b using (project_id, benchmark_id)
                where a.project_id = ? and a.alarm_id > ?
                order by 1
                """;
        assertThat(project.texts(alarmed, 0)).containsExactly("acme.old.A.first", "acme.old.A.second");

        renames.accept(project.id, MOVED, "Ada");
        assertThat(project.texts(alarmed, 0)).containsExactly("acme.young.A.first", "acme.young.A.second");
        undoAll();

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void uploadsAndJudgingThatGoOnMeanwhileEndUpInTheJoinedSeries() throws Exception {
        measure(0, 3, "acme.old.", 1);
        measure(3, 6, "acme.young.", 1);
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            Future<?> uploads = others.submit(() -> {
                for (int commit = 600; commit < 620; commit++) {
                    project.upload(Sent.of("release", commit).from(2), document("acme.old.", 1));
                }
            });
            Future<?> judging = others.submit(() -> {
                while (!uploads.isDone()) {
                    project.work();
                }
            });
            while (!uploads.isDone()) {
                renames.accept(project.id, MOVED, "Ada");
                undoAll();
            }
            uploads.get();
            judging.get();
        }
        renames.accept(project.id, MOVED, "Ada");

        assertThat(project.texts(POINTS, 0))
                .containsExactly(
                        "acme.young.A.first 3",
                        "acme.young.A.first as acme.old.A.first 23",
                        "acme.young.A.second 3",
                        "acme.young.A.second as acme.old.A.second 23");
    }

    private void undoAll() {
        for (AcceptedRename rename : renames.all(project.id)) {
            assertThat(renames.undo(project.id, rename.id(), "Ada")).isTrue();
            assertThat(renames.undo(project.id, rename.id(), "Ada")).isFalse();
        }
    }

    private void judgeNewestAgain(String benchmark) {
        long run = Long.parseLong(project.texts("""
                select max(p.run_id)::text
                from point p join series s using (project_id, series_id) join benchmark b using (project_id, benchmark_id)
                where p.project_id = ? and p.run_id > ? and b.name = '%s'
                """.formatted(benchmark), 0).getFirst());
        project.jobs.judgeAgain(project.id, run);
        project.work();
    }

    private Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        TABLES.forEach((name, sql) -> tables.put(name, project.texts(sql, 0)));
        return tables;
    }

    /** Measures commits of the base branch. */
    private List<Long> measure(int from, int to, String prefix, double factor) {
        List<Long> runs = new ArrayList<>();
        for (int commit = from; commit < to; commit++) {
            runs.add(project.upload(Sent.main(commit), document(prefix, factor)));
        }
        return runs;
    }

    /** Two benchmarks with three forks each and 1 % of noise. */
    private String document(String prefix, double factor) {
        JmhDocuments document = new JmhDocuments();
        for (String method : List.of("first", "second")) {
            double[] forks = new double[3];
            for (int fork = 0; fork < forks.length; fork++) {
                forks[fork] = 100 * factor * Math.exp(0.01 * noise.nextGaussian());
            }
            document.with(prefix + "A." + method, forks);
        }
        return document.json();
    }
}
