package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.Sent;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories of twelve benchmarks in which all, most or one of them move. */
class SuiteShiftTest {

    private static final int BENCHMARKS = 12;

    @TempDir
    Path folder;

    private JudgedProject project;

    private final Random noise = new Random(20260102);

    @BeforeEach
    void open() {
        project = new JudgedProject(folder);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aMachineThatGetsSlowerIsReportedOnceWithWhatWasObserved() {
        upload(0, 14, BENCHMARKS, 1, "25+36");
        long[] slower = upload(14, 22, BENCHMARKS, 1.15, "25.0.1+8");
        project.work();

        assertThat(project.texts(
                        "select kind || ' ' || state || ' ' || run_id from regression where project_id = ? and worse"
                                + " and run_id > ?",
                        0))
                .containsExactly("suite confirmed " + slower[0]);
        assertThat(project.texts(
                        "select moved || ' of ' || series from environment_shift where project_id = ? and run_id > ?",
                        0))
                .containsExactly("12 of 12");
        assertThat(project.texts(
                        "select series_id || ' at ' || run_id || ' ' || state || ' ' || ratio from change_point where"
                                + " project_id = ? and run_id > ? and state = 'confirmed'",
                        0))
                .isEmpty();
        assertThat(suite(slower[0], "outcome")).isEqualTo("regressed");
        assertThat(Double.parseDouble(suite(slower[0], "ratio"))).isBetween(1.12, 1.18);
        assertThat(suite(slower[0], "observed")).contains("vmVersion", "25+36", "25.0.1+8");
        // Once the shift is confirmed its level is what runs are compared with.
        assertThat(suite(slower[7], "outcome")).isNotEqualTo("regressed");
        assertThat(project.outcomes(slower[0])).doesNotContain("regressed", "improved");
    }

    @Test
    void aCodeChangeThatSlowsMostBenchmarksDoesNotVanishAndTheOthersAreNoImprovements() {
        upload(0, 14, BENCHMARKS, 1, "25+36");
        long[] slower = upload(14, 22, 10, 1.12, "25+36");
        project.work();

        assertThat(suite(slower[0], "outcome")).isEqualTo("regressed");
        assertThat(suite(slower[0], "moved")).isEqualTo("10");
        assertThat(suite(slower[0], "observed")).isEqualTo("[]");
        assertThat(project.texts(
                        "select kind from regression where project_id = ? and run_id > ? and state <> 'retracted'", 0))
                .containsExactly("suite");
        for (long run : slower) {
            assertThat(project.outcomes(run)).doesNotContain("improved");
        }
    }

    @Test
    void aPullRequestThatSlowsMostBenchmarksIsAFindingToo() {
        upload(0, 14, BENCHMARKS, 1, "25+36");
        long topic = project.uploads
                .uploadTopic("topic", 13, document(10, 1.12, "25+36"))
                .id();
        project.work();

        assertThat(suite(topic, "outcome")).isEqualTo("regressed");
        assertThat(project.outcomes(topic)).doesNotContain("improved");
        assertThat(project.texts("select run_id::text from environment_shift where project_id = ? and run_id > ?", 0))
                .isEmpty();
    }

    @Test
    void oneBenchmarkThatMovesAloneIsASeriesRegression() {
        upload(0, 14, BENCHMARKS, 1, "25+36");
        long[] slower = upload(14, 22, 1, 1.2, "25+36");
        project.work();

        assertThat(project.texts(
                        "select kind || ' ' || state || ' ' || run_id from regression where project_id = ? and worse"
                                + " and run_id > ?",
                        0))
                .containsExactly("series confirmed " + slower[0]);
        assertThat(suite(slower[0], "outcome")).isNotEqualTo("regressed");
    }

    @Test
    void aShiftThatComesBackIsFixed() {
        upload(0, 14, BENCHMARKS, 1, "25+36");
        upload(14, 26, BENCHMARKS, 1.2, "25+36");
        long[] back = upload(26, 36, BENCHMARKS, 1, "25+36");
        project.work();

        assertThat(project.texts(
                        "select kind || ' ' || state || ' ' || fixed_run_id from regression where project_id = ? and"
                                + " worse and run_id > ?",
                        0))
                .containsExactly("suite fixed " + back[0]);
    }

    @Test
    void withHardlyAnyHistoryMostMovingOneWayIsAWarning() {
        upload(0, 2, BENCHMARKS, 1, "25+36");
        long[] slower = upload(2, 3, BENCHMARKS, 1.2, "25+36");
        project.work();

        assertThat(suite(slower[0], "takenOut")).isEqualTo("false");
        assertThat(suite(slower[0], "outcome")).isEqualTo("inconclusive");
        assertThat(project.outcomes(slower[0])).contains("regressed");
    }

    @Test
    void runsOfTwoHalvesOfASuiteDoNotTakeEachOthersShiftsBack() {
        for (int i = 0; i < 28; i++) {
            project.upload(Sent.main(i).run("a"), half("a", i < 18 ? 1 : 1.2));
            project.upload(Sent.main(i).run("b"), half("b", 1));
        }
        project.work();

        assertThat(project.texts(
                        "select kind || ' ' || state from regression where project_id = ? and worse and run_id > ?", 0))
                .containsExactly("suite confirmed");
    }

    @Test
    void judgingAgainChangesNothing() {
        upload(0, 14, BENCHMARKS, 1, "25+36");
        long[] slower = upload(14, 22, BENCHMARKS, 1.15, "25+36");
        project.work();
        List<String> before = state();
        for (long run : slower) {
            project.jobs.judgeAgain(project.id, run);
        }
        project.work();

        assertThat(state()).isEqualTo(before);
    }

    private List<String> state() {
        return project.texts("""
                select regression_id || ' ' || kind || ' ' || run_id || ' ' || state || ' ' || updated_at
                from regression where project_id = ? and run_id > ?
                union all
                select run_id || ' ' || ratio || ' ' || moved || ' ' || coalesce(regression_id, 0) from environment_shift
                order by 1
                """, 0);
    }

    private long[] upload(int from, int to, int moved, double factor, String version) {
        long[] runs = new long[to - from];
        for (int i = from; i < to; i++) {
            runs[i - from] =
                    project.uploads.upload(i, document(moved, factor, version)).id();
        }
        return runs;
    }

    /** Three forks each with 1 % of noise; runs share another 1 %. */
    private String document(int moved, double factor, String version) {
        JmhDocuments document = new JmhDocuments();
        double shared = Math.exp(0.01 * noise.nextGaussian());
        for (int benchmark = 1; benchmark <= BENCHMARKS; benchmark++) {
            document.with(
                    "a.B.number" + benchmark, forks(100 * benchmark * shared * (benchmark <= moved ? factor : 1)));
        }
        return document.json().replace("25+36", version);
    }

    private String half(String name, double factor) {
        JmhDocuments document = new JmhDocuments();
        for (int benchmark = 1; benchmark <= 6; benchmark++) {
            document.with("a." + name + ".number" + benchmark, forks(100 * benchmark * factor));
        }
        return document.json();
    }

    private double[] forks(double level) {
        double[] forks = new double[3];
        for (int fork = 0; fork < forks.length; fork++) {
            forks[fork] = level * Math.exp(0.01 * noise.nextGaussian());
        }
        return forks;
    }

    private String suite(long run, String field) {
        return project.texts(
                        "select summary -> 'suite' ->> '" + field + "' from run where project_id = ? and run_id = ?",
                        run)
                .getFirst();
    }
}
