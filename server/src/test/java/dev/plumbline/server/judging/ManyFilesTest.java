package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.Sent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many files a run comes in, the verdicts are those on one file with everything. */
class ManyFilesTest {

    private static final int BENCHMARKS = 400;
    private static final int COMMITS = 4;

    /** The verdicts on the newest run, without the numbers by which this project has its runs. */
    private static final String VERDICTS = """
        select b.name || ' ' || v.outcome || ' ' || v.method || ' ' || v.candidate || ' ' || v.candidate_forks || ' '
            || coalesce(v.baseline::text, '') || ' ' || v.baseline_runs || ' ' || v.baseline_forks || ' '
            || coalesce(v.ratio_low::text, '') || ' ' || coalesce(v.ratio_high::text, '') || ' '
            || coalesce(v.adjusted_p_value::text, '') || ' ' || array_to_string(v.reasons, ',')
        from verdict v
            join series s on s.project_id = v.project_id and s.series_id = v.series_id
            join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
        where v.project_id = ? and v.run_id = ?
        order by 1
        """;

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

    @ParameterizedTest
    @ValueSource(ints = {20, 41, 60, 400})
    void aPullRequestIsJudgedAlikeHoweverManyFilesItsRunsComeIn(int files) {
        List<String> whole = verdicts(project, 1, true);

        try (JudgedProject other = new JudgedProject(folder)) {
            assertThat(verdicts(other, files, true)).isEqualTo(whole);
        }
        assertThat(whole)
                .hasSize(BENCHMARKS)
                .filteredOn(line -> line.contains(" regressed "))
                .hasSize(1);
    }

    @Test
    void filesThatNameNoRunFindTogether() {
        List<String> whole = verdicts(project, 1, false);

        try (JudgedProject other = new JudgedProject(folder)) {
            assertThat(verdicts(other, 60, false)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 40})
    void aLastingSlowdownOfTheBaseBranchIsConfirmedHoweverManyFilesACommitHas(int files) {
        for (int commit = 0; commit < 20; commit++) {
            upload(project, commit, 1, files, 40, commit < 12 ? 1 : 1.3, true);
        }
        project.work();

        assertThat(project.texts("select state from regression where project_id = ? and worse and run_id > ?", 0))
                .containsExactly("confirmed");
    }

    /** The verdicts on a pull request's run. */
    private static List<String> verdicts(JudgedProject project, int files, boolean named) {
        for (int commit = 0; commit < COMMITS; commit++) {
            upload(project, commit, 1, files, BENCHMARKS, 1, named);
        }
        long run = upload(project, 100, 2, files, BENCHMARKS, 1.5, named);
        project.work();
        return project.texts(VERDICTS, run);
    }

    /** Uploads a commit's results in so many files, in any order, the first benchmark so much slower; answers the run. */
    private static long upload(
            JudgedProject project, int commit, int attempt, int files, int benchmarks, double slower, boolean named) {
        Random noise = new Random(commit);
        Map<Integer, JmhDocuments> documents = new HashMap<>();
        for (int benchmark = 0; benchmark < benchmarks; benchmark++) {
            double level = 100 * (benchmark == 0 ? slower : 1);
            double[] forks =
                    noise.doubles(3).map(share -> level * (0.99 + 0.02 * share)).toArray();
            documents
                    .computeIfAbsent(benchmark % files, file -> new JmhDocuments())
                    .with("a.B.m" + benchmark, forks);
        }
        List<Map.Entry<Integer, JmhDocuments>> order = new ArrayList<>(documents.entrySet());
        Collections.shuffle(order, noise);
        long run = 0;
        for (Map.Entry<Integer, JmhDocuments> file : order) {
            Sent sent =
                    commit >= 100 ? Sent.of("topic", commit).from(COMMITS - 1).pullRequest(7) : Sent.main(commit);
            if (named) {
                sent.ci("{\"provider\": \"github-actions\", \"runId\": \"" + commit + "\", \"attempt\": " + attempt
                        + ", \"url\": \"https://ci.example.com/" + file.getKey() + "\"}");
            }
            run = project.upload(sent, file.getValue().json());
        }
        return run;
    }
}
