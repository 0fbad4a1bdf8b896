package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.analysis.judge.SuiteSummary;
import dev.plumbline.analysis.report.json.RunSummaryJson;
import dev.plumbline.analysis.report.json.SeriesVerdictJson;
import dev.plumbline.analysis.report.verdict.BaselineRange;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.analysis.report.verdict.SeriesVerdict;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.ClassicTest;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Evidence;
import dev.plumbline.analysis.verdict.Level;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Remedy;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.server.change.ObservedDifference;
import dev.plumbline.server.ingest.Sent;
import dev.plumbline.server.judging.JudgingResult.JudgedSeries;
import dev.plumbline.server.report.RunDetails;
import dev.plumbline.server.report.RunDetailsQueries;
import dev.plumbline.server.report.RunTables;
import dev.plumbline.server.report.StoredVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict is the same value when it was written to the database, read again, sent as JSON and read by the collector. */
class VerdictRoundTripTest {

    private static final SuiteVerdict SUITE =
            new SuiteVerdict(Outcome.REGRESSED, new Effect(1.08, 1.06, 1.1), 0.98, 1.02, 1e-7, 20, 37, 40, true);

    @TempDir
    Path folder;

    private JudgedProject project;
    private long run;

    @BeforeEach
    void open() {
        project = new JudgedProject(folder);
        run = project.upload(Sent.main(1), project.document(1, 1, verdicts().size()));
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void everyOutcomeMethodAndReasonComesBack() throws IOException {
        List<Verdict> verdicts = verdicts();
        store(verdicts, SuiteVerdict.NONE, List.of());

        Map<Long, StoredVerdict> stored = new RunTables(project.database)
                .verdicts(project.id, run).stream()
                        .collect(Collectors.toMap(each -> each.series().seriesId(), Function.identity()));
        assertThat(stored).hasSameSizeAs(verdicts);
        for (int i = 0; i < verdicts.size(); i++) {
            StoredVerdict read = Objects.requireNonNull(stored.get(series().get(i)));
            assertThat(read.verdict()).isEqualTo(verdicts.get(i));
            assertThat(read.rule()).isEqualTo(rule(i));
            SeriesVerdict told = SeriesVerdictJson.read(new JsonMapper()
                    .readTree(SeriesVerdictJson.write(read.told()).toString()));
            assertThat(told.verdict()).isEqualTo(verdicts.get(i));
            if (verdicts.get(i).hasBaseline()) {
                assertThat(told).isEqualTo(read.told());
            } else {
                assertThat(told.baseline()).isEqualTo(BaselineRange.NONE);
            }
        }
    }

    @Test
    void theSummaryComesBack() throws IOException {
        List<ObservedDifference> observed = List.of(new ObservedDifference("cpu", "old", "new"));
        store(verdicts(), SUITE, observed);
        RunSummary expected = RunSummary.of(
                verdicts(),
                12,
                new Effect(1.02, 1.01, 1.03),
                new SuiteReport(SUITE, List.of(new SuiteReport.Difference("cpu", "old", "new"))));

        RunDetails details =
                new RunDetailsQueries(project.database).load(project.id, run).orElseThrow();

        assertThat(details.listing().summary()).isEqualTo(expected);
        assertThat(RunSummaryJson.read(
                        new JsonMapper().readTree(RunSummaryJson.write(expected).toString())))
                .isEqualTo(expected);
    }

    private void store(List<Verdict> verdicts, SuiteVerdict suite, List<ObservedDifference> observed) {
        List<JudgedSeries> judged = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            long baseline = verdicts.get(i).hasBaseline() ? run : 0;
            judged.add(new JudgedSeries(series().get(i), verdicts.get(i), baseline, baseline, rule(i)));
        }
        JudgingResult result = new JudgingResult(
                judged,
                12,
                new SuiteSummary(1.02, 1.01, 1.03, 9),
                new JudgingResult.Suite(suite, 0),
                List.of(),
                new JudgingResult.Shifts(new long[0], List.of()));
        project.database.execute(handle -> new VerdictStore(handle, project.id, run).replace(result, 1, observed));
    }

    private List<Long> series() {
        return project
                .texts("select series_id::text from point where project_id = ? and run_id = ? order by series_id", run)
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private static Optional<ThresholdRule> rule(int place) {
        return place % 2 == 0
                ? Optional.empty()
                : Optional.of(new ThresholdRule(
                        "a.*",
                        "*",
                        "*",
                        new ClassicModel(ClassicTest.PERCENTAGE, Double.NaN, 0.5, 1, 64, Long.MAX_VALUE)));
    }

    /** Each outcome, method and reason at least once, with numbers that are known and numbers that are not. */
    private static List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        List<Outcome> outcomes = List.of(Outcome.values());
        List<Method> methods = List.of(Method.values());
        int place = 0;
        for (Reason reason : Reason.values()) {
            Outcome outcome = outcomes.get(place % outcomes.size());
            Method method = methods.get(place % methods.size());
            boolean known = reason != Reason.NO_BASELINE;
            verdicts.add(new Verdict(
                    outcome,
                    method,
                    reason == Reason.NO_VALUE ? Level.NONE : new Level(1.1e-6 * (place + 1), 2, 6),
                    known ? new Level(1e-6 / 3, 7, 21) : Level.NONE,
                    known ? new Effect(1.1, place % 3 == 0 ? Double.NaN : 1.05, 1.15) : Effect.UNKNOWN,
                    place % 3 == 0 ? Evidence.NONE : new Evidence(1e-9, 0.1 / 3, 0.04),
                    place % 4 == 0 ? Remedy.NONE : new Remedy(place, 2 * place, place % 4 == 1),
                    List.of(reason, Reason.PROJECT_RULE),
                    place % 2 == 0 ? Limits.NONE : new Limits(Double.NaN, Double.NaN, 5e-6)));
            place++;
        }
        return verdicts;
    }
}
