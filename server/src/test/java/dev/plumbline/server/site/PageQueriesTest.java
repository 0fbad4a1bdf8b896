package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.HistoryChoiceQueries;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.SeriesContext;
import dev.plumbline.server.history.SeriesContextQueries;
import dev.plumbline.server.history.SeriesHistory;
import dev.plumbline.server.history.SeriesHistoryQueries;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.ingest.SampleHistory;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.report.RunDetails;
import dev.plumbline.server.report.RunDetailsQueries;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.project.ProjectOverview;
import dev.plumbline.server.site.project.ProjectOverviewQueries;
import dev.plumbline.server.site.projects.ProjectListQueries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PageQueriesTest {

    private static Database database;
    private static SampleHistory history;
    private static SampleHistory.Keys keys;
    private static HistoryScope scope;
    private static Project project;

    @BeforeAll
    static void write() {
        database = TestDatabase.open();
        history = new SampleHistory(database);
        history.write("other", "Other", true);
        keys = history.write("acme", "Acme", true);
        scope = new HistoryScope(keys.project(), keys.environment(), keys.branch());
        project = new Project(keys.project(), "acme", "Acme", "main", true, Instant.EPOCH);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void listsProjectsWithTheirOpenRegressions() {
        assertThat(new ProjectListQueries(database).all())
                .filteredOn(listing -> listing.project().slug().equals("acme"))
                .singleElement()
                .satisfies(listing -> {
                    assertThat(listing.benchmarks()).isEqualTo(6);
                    // 59 measured commits, one waiting run and one of the pull request.
                    assertThat(listing.runs()).isEqualTo(61);
                    // Of three regressions one is fixed, and one is only suspected.
                    assertThat(listing.openRegressions()).isEqualTo(1);
                });
    }

    @Test
    void showsTheLatestChangeFirstWithItsCommitRange() {
        List<RegressionSummary> changes = overview("score", "").changes();

        assertThat(changes)
                .extracting(change -> change.commit().sha())
                .containsExactly(
                        SampleHistory.sha(52),
                        SampleHistory.sha(41),
                        SampleHistory.sha(25),
                        SampleHistory.sha(20),
                        SampleHistory.sha(12));
        RegressionSummary tokenizer = changes.get(1);
        assertThat(tokenizer.series()).hasSize(2);
        assertThat(tokenizer.previousSha()).isEqualTo(SampleHistory.sha(39));
        // Commit 40 was not measured.
        assertThat(tokenizer.unmeasured()).isEqualTo(1);
        assertThat(changes.get(4).fixedBy()).map(CommitLabel::sha).contains(SampleHistory.sha(20));
    }

    @Test
    void listsOneMetricAndFindsByNameAndParameterWhateverTheCase() {
        assertThat(overview("score", "").benchmarkCount()).isEqualTo(6);
        assertThat(overview("score", "TOKENIZER").benchmarks()).hasSize(3);
        assertThat(overview("score", "\"1000\"").benchmarks()).hasSize(1);
        assertThat(overview("score", "%").benchmarks()).isEmpty();
        assertThat(overview("gc.alloc.rate.norm", "offer").benchmarks())
                .singleElement()
                .satisfies(listing -> assertThat(listing.series().metric()).isEqualTo("gc.alloc.rate.norm"));
    }

    @Test
    void listsThePrimaryScoreWhenThereIsNoSuchMetric() {
        assertThat(overview("no-such-metric", "").metric()).isEqualTo("score");
    }

    @Test
    void readsTheRecentHistoryOfEverySeriesThatIsShown() {
        ProjectOverview overview = overview("score", "");

        assertThat(overview.histories()).hasSize(7);
        assertThat(overview.histories().values())
                .allSatisfy(recent -> assertThat(recent.points()).hasSizeGreaterThanOrEqualTo(59));
    }

    @Test
    void offersTheBaseBranchFirst() {
        HistoryChoices choices = new HistoryChoiceQueries(database).choices(project, "");

        assertThat(choices.environments())
                .extracting(HistoryChoices.Environment::label)
                .containsExactly("ci-linux-x64");
        assertThat(choices.branches().getFirst().name()).isEqualTo("main");
        assertThat(choices.branches().getLast().pullRequest()).hasValue(12);
    }

    @Test
    void readsASeriesInTheOrderOfTheCommits() {
        long series = history.series(keys.project(), "split", "score");
        SeriesHistory whole = new SeriesHistoryQueries(database).load(scope, series, "", "");

        assertThat(whole.points()).extracting(point -> point.commit().sha()).isSorted();
        assertThat(whole.points()).hasSize((int) whole.total());
        assertThat(whole.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.commit().sha()).isEqualTo(SampleHistory.sha(41)));
    }

    @Test
    void readsAPartOfASeries() {
        long series = history.series(keys.project(), "split", "score");
        SeriesHistory part = new SeriesHistoryQueries(database)
                .load(scope, series, SampleHistory.sha(10).substring(0, 8), SampleHistory.sha(19));

        assertThat(part.points()).hasSize(10);
        assertThat(part.total()).isGreaterThan(50);
    }

    @Test
    void knowsTheNeighboursAndSiblingsOfASeries() {
        long series = history.series(keys.project(), "RingBufferBenchmark.offer", "score");
        SeriesContext context =
                new SeriesContextQueries(database).load(project, series).orElseThrow();

        assertThat(context.previous())
                .map(SeriesIdentity::benchmark)
                .hasValueSatisfying(name -> assertThat(name).endsWith("drain"));
        assertThat(context.next())
                .map(SeriesIdentity::benchmark)
                .hasValueSatisfying(name -> assertThat(name).endsWith("join"));
        assertThat(context.siblings()).extracting(SeriesIdentity::metric).containsExactly("gc.alloc.rate.norm");
    }

    @Test
    void findsNoSeriesOfAnotherProject() {
        long foreign = new ProjectListQueries(database)
                .all().stream()
                        .filter(listing -> listing.project().slug().equals("other"))
                        .mapToLong(listing -> listing.project().id())
                        .findFirst()
                        .orElseThrow();
        long series = history.series(foreign, "split", "score");

        assertThat(new SeriesContextQueries(database).load(project, series)).isEmpty();
    }

    @Test
    void putsTheWorstVerdictFirst() {
        RunDetails run = new RunDetailsQueries(database)
                .load(keys.project(), keys.pullRequestRun(), Optional.empty(), 1)
                .orElseThrow();

        assertThat(run.verdicts()).extracting(StoredVerdict::outcome).startsWith(Outcome.REGRESSED, Outcome.REGRESSED);
        assertThat(run.verdicts().getFirst().verdict().effect().ratio())
                .isGreaterThan(run.verdicts().get(3).verdict().effect().ratio());
        assertThat(run.matching()).isEqualTo(12);
        assertThat(run.pullRequest()).hasValue(12);
        assertThat(run.observed()).containsEntry("cpu", "AMD EPYC 7763");
        assertThat(run.notes()).singleElement().asString().startsWith("result 3");
    }

    @Test
    void listsOneOutcomeOnly() {
        RunDetails run = new RunDetailsQueries(database)
                .load(keys.project(), keys.pullRequestRun(), Optional.of(Outcome.IMPROVED), 1)
                .orElseThrow();

        assertThat(run.verdicts())
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.IMPROVED));
    }

    @Test
    void showsARunThatWaits() {
        RunDetails run = new RunDetailsQueries(database)
                .load(keys.project(), keys.waitingRun(), Optional.empty(), 1)
                .orElseThrow();

        assertThat(run.listing().status()).isEqualTo(RunStatus.WAITING);
        assertThat(run.verdicts()).isEmpty();
    }

    private static ProjectOverview overview(String metric, String search) {
        return new ProjectOverviewQueries(database).load(scope, metric, search, 1);
    }
}
