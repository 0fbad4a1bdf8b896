package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ingest.JmhDocuments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditAtJudgingTest {

    private static final String DIFFERENCES = """
            select code || ' ' || concerned || '/' || benchmarks || ' ' || what || ' ' || baseline_run_id
            from finding where project_id = ? and run_id = ? and baseline_run_id is not null order by code
            """;
    private static final String OWN = """
            select code || ' ' || concerned || '/' || benchmarks || ' ' || what
            from finding where project_id = ? and run_id = ? and baseline_run_id is null order by code
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

    @Test
    void aRunIsAuditedWhenItIsTakenIn() {
        long run = project.uploads
                .upload(0, document().replace("\"jvmArgs\":[]", "\"jvmArgs\":[\"-ea\"]"))
                .id();

        assertThat(project.texts(OWN, run))
                .containsExactly(
                        "assertions-on 2/2 Assertions were switched on: -ea",
                        "short-warm-up 2/2 Less than 5 s of warm-up: 3 × 1 s");
    }

    @Test
    void whatARunAndItsBaselineDifferInIsSaidWhenItIsJudged() {
        long before = project.uploads.upload(0, document()).id();
        long same = project.uploads.upload(1, document()).id();
        long other = project.uploads
                .upload(
                        2,
                        document()
                                .replace("\"25+36\"", "\"26+35\"")
                                .replace("\"25\"", "\"26\"")
                                .replaceFirst("\"jvmArgs\":\\[\\]", "\"jvmArgs\":[\"-Xmx1g\"]"))
                .id();

        project.work();

        assertThat(project.texts(DIFFERENCES, before)).isEmpty();
        assertThat(project.texts(DIFFERENCES, same)).isEmpty();
        assertThat(project.texts(DIFFERENCES, other))
                .containsExactly(
                        "flags-differ 1/2 Different JVM arguments from the baseline's: none → -Xmx1073741824 " + same,
                        "jdk-differs 2/2 A different Java release from the baseline's: 25+36 → 26+35 " + same);
    }

    @Test
    void judgingAgainSaysItOnce() {
        project.uploads.upload(0, document());
        long other = project.uploads
                .upload(1, document().replace("\"1.37\"", "\"1.36\""))
                .id();
        project.work();
        List<String> first = project.texts(DIFFERENCES, other);

        project.jobs.judgeAgain(project.id, other);
        project.work();

        assertThat(first).hasSize(1);
        assertThat(project.texts(DIFFERENCES, other)).isEqualTo(first);
    }

    @Test
    void aNewBenchmarkWithASetupOfItsOwnIsNoDifference() {
        project.uploads.upload(0, new JmhDocuments().with("a.B.one", 10, 11, 12).json());
        long other = project.uploads
                .upload(
                        1,
                        new JmhDocuments()
                                .with("a.B.one", 10, 11, 12)
                                .with("a.B.more", 5, 6, 7, 5, 6, 7, 6)
                                .json())
                .id();

        project.work();

        assertThat(project.texts(DIFFERENCES, other)).isEmpty();
    }

    private static String document() {
        return new JmhDocuments()
                .with("a.B.one", 10, 11, 12)
                .with("a.B.two", 5, 6, 7)
                .json();
    }
}
