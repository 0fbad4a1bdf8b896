package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.Sent;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which uploads are one run, and what comes of those that arrive late or measure a benchmark twice. */
class PartsOfARunTest {

    private static final String FORKS = """
        select (select string_agg(round((fork * 1e9)::numeric, 3)::text, ' ') from unnest(p.forks) as each (fork))
        from point p
        where p.project_id = ? and p.run_id = ?
        """;
    private static final String FINDINGS = """
        select code || ' ' || concerned || ' of ' || benchmarks from finding where project_id = ? and run_id = ? order by code
        """;
    private static final String CI = """
        {"provider": "github-actions", "runId": "77", "attempt": %d, "job": "%s"}""";

    @TempDir
    Path folder;

    private JudgedProject project;

    @BeforeEach
    void open() {
        project = new JudgedProject(folder);
    }

    @AfterEach
    void close() {
        project.close();
    }

    private long upload(Sent sent, String benchmark, double... forks) {
        return project.upload(sent, new JmhDocuments().with(benchmark, forks).json());
    }

    @Test
    void theJobsOfOneAttemptOfACiRunAreOneRunAndAnotherAttemptIsAnother() {
        long first = upload(Sent.main(0).ci(CI.formatted(1, "a")), "a.B.one", 10);
        long second = upload(Sent.main(0).ci(CI.formatted(1, "b")), "a.B.two", 20);
        long again = upload(Sent.main(0).ci(CI.formatted(2, "a")), "a.B.one", 10);

        assertThat(second).isEqualTo(first);
        assertThat(again).isNotEqualTo(first);
        assertThat(project.texts(
                        "select uploads || ' ' || result_count from run where project_id = ? and run_id = ?", first))
                .containsExactly("2 2");
    }

    @Test
    void aNameIsOneRunForEachCommitAndEnvironment() {
        long run = upload(Sent.main(0).run("nightly"), "a.B.one", 10);

        assertThat(upload(Sent.main(0).run("nightly"), "a.B.two", 10)).isEqualTo(run);
        assertThat(upload(Sent.main(1).run("nightly"), "a.B.two", 10)).isNotEqualTo(run);
        assertThat(upload(Sent.main(0).in("arm").run("nightly"), "a.B.two", 10)).isNotEqualTo(run);
        assertThat(upload(Sent.main(0).run("weekly"), "a.B.two", 10)).isNotEqualTo(run);
    }

    @Test
    void uploadsThatNameNoRunFindTogetherUntilABenchmarkComesAgain() {
        long first = upload(Sent.main(0), "a.B.one", 10);

        assertThat(upload(Sent.main(0), "a.B.two", 20)).isEqualTo(first);
        long again = upload(Sent.main(0), "a.B.one", 11);
        assertThat(again).isNotEqualTo(first);
        assertThat(upload(Sent.main(0), "a.B.two", 21)).isEqualTo(again);
        assertThat(upload(Sent.main(0), "a.B.three", 30)).isEqualTo(first);
    }

    @Test
    void theSameDocumentAgainIsTheSameUpload() {
        long first = upload(Sent.main(0).run("nightly"), "a.B.one", 10);

        assertThat(upload(Sent.main(0).run("nightly"), "a.B.one", 10)).isEqualTo(first);
        assertThat(project.texts("select uploads::text from run where project_id = ? and run_id = ?", first))
                .containsExactly("1");
    }

    @Test
    void aBenchmarkThatTwoPartsMeasuredAlikePoolsItsForks() {
        long run = upload(Sent.main(0).run("r"), "a.B.one", 12, 10);
        upload(Sent.main(0).run("r"), "a.B.one", 11);

        assertThat(project.texts(FORKS, run)).containsExactly("10.000 11.000 12.000");
        assertThat(project.texts(FINDINGS, run)).noneMatch(finding -> finding.startsWith("measured-twice"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofABenchmarkThatTwoPartsMeasuredOtherwiseOneCountsWhicheverCameFirst(boolean smallFirst) {
        String small = new JmhDocuments()
                .jvmArgument("-Xmx1g")
                .with("a.B.one", 10, 11)
                .with("a.B.two", 5, 6)
                .json();
        String large = new JmhDocuments()
                .jvmArgument("-Xmx2g")
                .with("a.B.one", 20, 21, 22)
                .json();

        project.upload(Sent.main(0).run("r"), smallFirst ? small : large);
        long run = project.upload(Sent.main(0).run("r"), smallFirst ? large : small);

        assertThat(project.texts(FORKS, run)).containsExactlyInAnyOrder("10.000 11.000", "5.000 6.000");
        assertThat(project.texts(FINDINGS, run)).contains("measured-twice 1 of 3");
        assertThat(project.texts(
                        "select cases -> 0 ->> 'detail' from finding where project_id = ? and run_id = ? and code = 'measured-twice'",
                        run))
                .containsExactly("other JVM arguments");
    }

    @Test
    void theFindingsOfThePartsAreOneEach() {
        long run = upload(Sent.main(0).run("r"), "a.B.one", 10);
        upload(Sent.main(0).run("r"), "a.B.two", 10);
        upload(Sent.main(0).run("r"), "a.B.three", 10, 11);

        assertThat(project.texts(FINDINGS, run)).contains("one-fork 2 of 3");
    }

    @Test
    void whatHasTheForksOfSeveralPartsIsNoSingleFork() {
        long run = upload(Sent.main(0).run("r"), "a.B.one", 10);
        assertThat(project.texts(FINDINGS, run)).contains("one-fork 1 of 1");

        upload(Sent.main(0).run("r"), "a.B.one", 11);

        assertThat(project.texts(FINDINGS, run)).noneMatch(finding -> finding.startsWith("one-fork"));
    }

    @Test
    void whatWasObservedOfSeveralMachinesIsNamedInOneOrder() {
        long run = upload(Sent.main(0).run("r").observed("{\"cpu\": \"B\", \"cores\": \"4\"}"), "a.B.one", 10);
        upload(Sent.main(0).run("r").observed("{\"cpu\": \"A\", \"cores\": \"4\"}"), "a.B.two", 10);

        assertThat(project.texts(
                        "select observed ->> 'cpu' || ' with ' || (observed ->> 'cores') from run where project_id = ? and run_id = ?",
                        run))
                .containsExactly("A, B with 4");
    }

    @Test
    void aLatePartIsJudgedWithTheOthersAndSoIsTheRunThatFollows() {
        project.history(0, 5, 1);
        long run = upload(Sent.main(5).run("r"), "a.B.number1", 100, 101, 99);
        long next = project.upload(Sent.main(6), project.document(1, 1, 4));
        project.work();
        assertThat(project.outcomes(run)).hasSize(1);

        upload(Sent.main(5).run("r"), "a.B.number2", 200, 201, 199);

        assertThat(project.work()).contains(run, next);
        assertThat(project.outcomes(run)).hasSize(2);
        assertThat(project.texts(
                        "select (judged_uploads = uploads)::text from run where project_id = ? and run_id = ?", run))
                .containsExactly("true");
    }

    @Test
    void aLatePartOfAnEarlierAttemptJudgesTheLaterOneAgain() {
        project.history(0, 5, 1);
        Sent first = Sent.of("topic", 500).from(4).pullRequest(7).ci(CI.formatted(1, "a"));
        project.upload(first, project.document(1, 1, 2));
        long second = project.upload(
                Sent.of("topic", 500).from(4).pullRequest(7).ci(CI.formatted(2, "a")), project.document(1, 1, 2));
        project.work();

        project.upload(first, project.document(1, 3, 4));

        assertThat(project.work()).contains(second);
        assertThat(project.outcomes(second)).hasSize(4);
    }

    @Test
    void aSeriesThatIsSeldomMeasuredHasItsOwnWindow() {
        // Each commit measures one benchmark, each tenth also a second.
        Random noise = new Random(3);
        long nightly = 0;
        for (int commit = 0; commit <= 400; commit++) {
            JmhDocuments document = new JmhDocuments().with("a.B.often", forks(noise));
            if (commit % 10 == 0) {
                document.with("a.B.seldom", forks(noise));
            }
            nightly = project.upload(Sent.line("main", commit, Math.max(0, commit - 1)), document.json());
        }
        project.jobs.judgeAgain(project.id, nightly);
        project.work();

        assertThat(project.texts("""
                select b.name || ' ' || v.baseline_runs
                from verdict v
                    join series s on s.project_id = v.project_id and s.series_id = v.series_id
                    join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                where v.project_id = ? and v.run_id = ?
                order by 1
                """, nightly)).containsExactly("a.B.often 20", "a.B.seldom 20");
    }

    private static double[] forks(Random noise) {
        return noise.doubles(2).map(share -> 100 + share).toArray();
    }

    @Test
    void aMeasurementAgainThatContradictsTheFirstOnTheBaseBranchIsInconclusive() {
        project.history(0, 12, 1);
        project.history(12, 13, 1.35);
        long again = project.upload(Sent.main(12).key("again"), 1);
        project.work();

        assertThat(project.texts(
                        "select outcome || ' ' || array_to_string(reasons, ' ') from verdict where project_id = ? and run_id = ?",
                        again))
                .allMatch(verdict -> verdict.startsWith("inconclusive") && verdict.contains("runs-differ"));
    }
}
