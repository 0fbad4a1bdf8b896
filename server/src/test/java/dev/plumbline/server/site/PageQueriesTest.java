package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.catalog.BenchmarkFilter;
import dev.plumbline.server.catalog.BenchmarkListQueries;
import dev.plumbline.server.catalog.BenchmarkListing;
import dev.plumbline.server.catalog.BenchmarkPart;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
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
import dev.plumbline.server.history.SuiteTrend;
import dev.plumbline.server.ingest.SampleHistory;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionFilter;
import dev.plumbline.server.regression.RegressionOverview;
import dev.plumbline.server.regression.RegressionOverviewQueries;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.regression.RegressionState;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.report.EnvironmentState;
import dev.plumbline.server.report.EnvironmentStates;
import dev.plumbline.server.report.RunDetails;
import dev.plumbline.server.report.RunDetailsQueries;
import dev.plumbline.server.report.RunFilter;
import dev.plumbline.server.report.RunListQueries;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.projects.ProjectListQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
                    // Of three regressions one is fixed, and one is only suspected.
                    assertThat(listing.openRegressions()).isEqualTo(1);
                });
    }

    @Test
    void theOverviewHasWhatIsOpenAndTheRestApart() {
        RegressionOverview overview = new RegressionOverviewQueries(database)
                .load(keys.project(), 10, 10, Instant.now().minusSeconds(60));

        assertThat(shas(overview.open())).containsExactly(SampleHistory.sha(41));
        assertThat(shas(overview.suspected())).containsExactly(SampleHistory.sha(52));
        assertThat(shas(overview.fixed())).containsExactly(SampleHistory.sha(12));
        assertThat(shas(overview.improvements()))
                .containsExactlyInAnyOrder(SampleHistory.sha(20), SampleHistory.sha(25));
        RegressionSummary tokenizer = overview.open().regressions().getFirst();
        assertThat(tokenizer.series()).hasSize(2);
        assertThat(tokenizer.previousSha()).isEqualTo(SampleHistory.sha(39));
        // Commit 40 was not measured.
        assertThat(tokenizer.unmeasured()).isEqualTo(1);
        assertThat(overview.fixed().regressions().getFirst().fixedBy())
                .map(CommitLabel::sha)
                .contains(SampleHistory.sha(20));
        // Only the history of what moved most of the open one is drawn.
        assertThat(overview.histories()).hasSize(1);
    }

    @Test
    void theOverviewCountsWhatTheListOfRegressionsCounts() {
        RegressionFilter open = new RegressionFilter(
                RegressionState.OPEN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true));

        assertThat(new RegressionOverviewQueries(database)
                        .load(keys.project(), 10, 10, Instant.EPOCH)
                        .open()
                        .total())
                .isEqualTo(new RegressionQueries(database)
                        .list(keys.project(), open, new PageOf(0, 1))
                        .total());
    }

    private static List<String> shas(RegressionQueries.Listing listing) {
        return listing.regressions().stream()
                .map(change -> change.commit().sha())
                .toList();
    }

    @Test
    void anEnvironmentIsAsItsNewestRunOnTheBaseBranchAndAllItsBenchmarksTogether() {
        EnvironmentState state = new EnvironmentStates(database).of(project, 1).getFirst();

        assertThat(state.last().id()).isEqualTo(keys.waitingRun());
        assertThat(state.last().environment()).isEqualTo("ci-linux-x64");
        List<SuiteTrend.Point> points = state.suite().points();
        assertThat(points).hasSizeGreaterThan(30).allSatisfy(point -> {
            assertThat(point.low()).isLessThanOrEqualTo(point.ratio());
            assertThat(point.high()).isGreaterThanOrEqualTo(point.ratio());
            assertThat(point.benchmarks()).isEqualTo(6);
        });
        // Commit 41 made two of six benchmarks slower, by 30 and by 34 %: together by the sixth root of 1.3 * 1.34, 9.7
        // %. The noise
        // of each run is a deterministic 1.2 %, of the mean of six about 1 %.
        int after = points.size() - 19;
        assertThat(points.get(after).ratio() / points.get(after - 2).ratio())
                .isCloseTo(Math.pow(1.3 * 1.34, 1.0 / 6), within(0.02));
    }

    @Test
    void listsOneMetricAndFindsByWordsInAnyOrderWhateverTheCase() {
        assertThat(benchmarks("score", "").total()).isEqualTo(6);
        assertThat(found("TOKENIZER")).hasSize(3);
        assertThat(found("split tokenizer")).hasSize(2);
        assertThat(found("tokenizer offer")).isEmpty();
        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(benchmarks("gc.alloc.rate.norm", "offer").benchmarks())
                .singleElement()
                .satisfies(listing -> assertThat(listing.series().metric()).isEqualTo("gc.alloc.rate.norm"));
    }

    @Test
    void findsByTheValueOfAParameterAndByStars() {
        assertThat(found("size=10")).hasSize(1);
        assertThat(found("size=10*")).hasSize(2);
        assertThat(found("size=")).hasSize(2);
        assertThat(found("s*e=1000 split")).hasSize(1);
        assertThat(found("color=10")).isEmpty();
        assertThat(found("token*split")).hasSize(2);
        assertThat(found("RingBufferBenchmark.*")).hasSize(2);
    }

    @Test
    void ordersByChangeNoiseAndLastChange() {
        assertThat(ordered(BenchmarkFilter.Order.LAST_CHANGE).getFirst().changed())
                .hasValueSatisfying(
                        changed -> assertThat(changed.commit().sha()).isEqualTo(SampleHistory.sha(41)));
        assertThat(ordered(BenchmarkFilter.Order.CHANGE))
                .extracting(listing -> listing.latest()
                        .map(latest -> Math.abs(Math.log(latest.ratio())))
                        .orElse(-1.0))
                .isSortedAccordingTo(Comparator.reverseOrder());
        BenchmarkPart noisiest = new BenchmarkListQueries(database)
                .load(scope, new BenchmarkFilter("score", "", "", BenchmarkFilter.Order.NOISE), new PageOf(0, 50));
        assertThat(noisiest.noise()).hasSize(6);
        assertThat(noisiest.benchmarks())
                .extracting(listing -> noisiest.noise().get(listing.series().seriesId()))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void listsOneVerdictOnly() {
        BenchmarkPart part = new BenchmarkListQueries(database)
                .load(
                        scope,
                        new BenchmarkFilter("score", "", "inconclusive", BenchmarkFilter.Order.NAME),
                        new PageOf(0, 50));

        assertThat(part.benchmarks())
                .isNotEmpty()
                .allSatisfy(listing -> assertThat(listing.latest())
                        .hasValueSatisfying(
                                latest -> assertThat(latest.outcome()).isEqualTo(Outcome.INCONCLUSIVE)));
    }

    @Test
    void listsThePrimaryScoreWhenThereIsNoSuchMetric() {
        assertThat(benchmarks("no-such-metric", "").metric()).isEqualTo("score");
    }

    @Test
    void readsTheRecentHistoryOfEverySeriesThatIsShown() {
        BenchmarkPart part = benchmarks("score", "");

        assertThat(part.histories()).hasSize(6);
        assertThat(part.histories().values())
                .allSatisfy(recent -> assertThat(recent.points()).hasSizeGreaterThanOrEqualTo(59));
    }

    @Test
    void goesFromPartToPartOfTheRunsBesideARun() {
        RunListQueries runs = new RunListQueries(database);
        RunListQueries.Part newest = runs.list(keys.project(), everyRun(), place(0, 0), 20);
        long last = newest.runs().getLast().run().id();
        RunListQueries.Part older = runs.list(keys.project(), everyRun(), place(last, 0), 20);
        RunListQueries.Part back = runs.list(
                keys.project(),
                everyRun(),
                place(0, older.runs().getFirst().run().id()),
                20);

        assertThat(newest.newer()).isFalse();
        assertThat(newest.older()).isTrue();
        assertThat(older.newer()).isTrue();
        assertThat(older.runs()).doesNotContainAnyElementsOf(newest.runs());
        assertThat(back.runs()).isEqualTo(newest.runs());
        assertThat(back.newer()).isFalse();
    }

    @Test
    void listsTheRunsOfABranchACommitAnAuthorAVerdictAndADay() {
        RunListQueries runs = new RunListQueries(database);

        assertThat(listed(runs, filter("pull/12", "", "", ""))).containsExactly(keys.pullRequestRun());
        assertThat(listed(runs, filter("no such branch", "", "", ""))).isEmpty();
        assertThat(listed(runs, filter("", "no such environment", "", ""))).isEmpty();
        assertThat(listed(runs, filter("", "", SampleHistory.sha(10).substring(0, 8), "")))
                .hasSize(1);
        assertThat(listed(runs, filter("", "", "", "HOPPER"))).hasSizeGreaterThan(10);
        assertThat(listed(runs, judged(RunFilter.Verdict.UNJUDGED))).contains(keys.waitingRun());
        assertThat(listed(runs, judged(RunFilter.Verdict.UNCHANGED))).doesNotContain(keys.waitingRun());
        LocalDate day = LocalDate.of(2026, 9, 3);
        // Runs come every nine hours from 18:00 on 1 September on: two or three on a day.
        assertThat(listed(
                        runs, new RunFilter("main", "", "", "", Optional.empty(), Optional.of(day), Optional.of(day))))
                .hasSizeBetween(2, 3);
    }

    private static RunFilter everyRun() {
        return filter("", "", "", "");
    }

    private static RunFilter filter(String branch, String environment, String commit, String author) {
        return new RunFilter(branch, environment, commit, author, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static RunFilter judged(RunFilter.Verdict verdict) {
        return new RunFilter("", "", "", "", Optional.of(verdict), Optional.empty(), Optional.empty());
    }

    private static RunListQueries.Place place(long before, long after) {
        return new RunListQueries.Place(
                before == 0 ? OptionalLong.empty() : OptionalLong.of(before),
                after == 0 ? OptionalLong.empty() : OptionalLong.of(after));
    }

    private static List<Long> listed(RunListQueries runs, RunFilter filter) {
        return runs.list(keys.project(), filter, place(0, 0), 100).runs().stream()
                .map(listed -> listed.run().id())
                .toList();
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
        SeriesHistory whole = new SeriesHistoryQueries(database).load(scope, series);

        assertThat(whole.points()).extracting(point -> point.commit().sha()).isSorted();
        assertThat(whole.points()).hasSize((int) whole.total());
        assertThat(whole.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.commit().sha()).isEqualTo(SampleHistory.sha(41)));
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
                .load(keys.project(), keys.pullRequestRun())
                .orElseThrow();

        assertThat(run.verdicts()).extracting(StoredVerdict::outcome).startsWith(Outcome.REGRESSED, Outcome.REGRESSED);
        assertThat(run.verdicts().getFirst().verdict().effect().ratio())
                .isGreaterThan(run.verdicts().get(3).verdict().effect().ratio());
        assertThat(run.verdicts()).hasSize(12);
        assertThat(run.pullRequest()).hasValue(12);
        assertThat(run.observed()).containsEntry("cpu", "AMD EPYC 7763");
        assertThat(run.notes()).singleElement().asString().startsWith("result 3");
    }

    @Test
    void showsARunThatWaits() {
        RunDetails run = new RunDetailsQueries(database)
                .load(keys.project(), keys.waitingRun())
                .orElseThrow();

        assertThat(run.listing().status()).isEqualTo(RunStatus.WAITING);
        assertThat(run.verdicts()).isEmpty();
    }

    private static BenchmarkPart benchmarks(String metric, String search) {
        return new BenchmarkListQueries(database)
                .load(scope, new BenchmarkFilter(metric, search, "", BenchmarkFilter.Order.NAME), new PageOf(0, 50));
    }

    private static List<BenchmarkListing> found(String search) {
        return benchmarks("score", search).benchmarks();
    }

    private static List<BenchmarkListing> ordered(BenchmarkFilter.Order order) {
        return new BenchmarkListQueries(database)
                .load(scope, new BenchmarkFilter("score", "", "", order), new PageOf(0, 50))
                .benchmarks();
    }
}
