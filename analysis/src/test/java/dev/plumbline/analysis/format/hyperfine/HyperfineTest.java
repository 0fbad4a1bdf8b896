package dev.plumbline.analysis.format.hyperfine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.SampleFolder;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.format.table.Tables;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HyperfineTest {

    private static final ResultFormat JSON = ResultFormat.HYPERFINE_JSON;
    private static final ResultFormat CSV = ResultFormat.HYPERFINE_CSV;

    @Test
    void takesEachRunAsAProcess() throws IOException {
        List<BenchmarkResult> results = DocumentReading.readFixture(JSON, "hyperfine/words.json");

        assertThat(results)
                .extracting(result -> result.benchmark().key() + " "
                        + result.primary().forks().size())
                .containsExactly("sh words.sh \\{n\\}{n=100}[ss,1] 12", "sh words.sh \\{n\\}{n=300}[ss,1] 12");
        assertThat(results.get(0).secondary())
                .extracting(other ->
                        other.metric().name() + " " + other.metric().unit().base())
                .containsExactly("user s", "system s");
    }

    @Test
    void countsACommandAsFailedThatDidntEndWell() throws IOException {
        List<BenchmarkResult> results = DocumentReading.readFixture(JSON, "hyperfine/failing.json");

        assertThat(results).extracting(result -> result.benchmark().name()).containsExactly("fails", "works well");
        assertThat(results.get(0).primary().score()).isNaN();
        assertThat(results.get(0).primary().forkValues()).isEmpty();
        assertThat(results.get(0).notes().get(0).message()).contains("3 runs didn't end with exit code 0");
        assertThat(results.get(1).primary().forkValues()).hasSize(3);
        assertThat(DocumentReading.read(JSON, result("\"times\": [1, 2], \"exit_codes\": [0, null]"))
                        .get(0)
                        .primary()
                        .score())
                .isNaN();
    }

    @Test
    void readsOldAndNewVersions() throws IOException {
        BenchmarkResult old = DocumentReading.read(JSON, result("\"user\": 0.5, \"parameter\": \"4\""))
                .get(0);
        assertThat(old.primary().forkValues()).containsExactly(1.5);
        assertThat(old.benchmark().params()).containsEntry("parameter", "4");
        assertThat(Tables.notes(old)).containsExactly("mean-only");

        BenchmarkResult recent = DocumentReading.read(
                        JSON, result("\"times\": [1, 2], \"memory_usage_byte\": [4096, 8192], \"exit_codes\": [0, 0]"))
                .get(0);
        assertThat(Tables.metrics(recent)).containsExactly("memory_usage_byte 6144.0 B");
        assertThat(recent.secondary().get(0).forkValues()).containsExactly(4096, 8192);
    }

    @Test
    void readsTheMeansOfATable() throws IOException {
        List<BenchmarkResult> results = DocumentReading.readFixture(CSV, "hyperfine/words.csv");

        assertThat(results).hasSize(2);
        assertThat(results.get(0).benchmark().key()).isEqualTo("sh words.sh \\{n\\}{n=100}[ss,1]");
        assertThat(results.get(0).primary().forkValues()).hasSize(1);
        assertThat(Tables.notes(results.get(0))).containsExactly("mean-only");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(DocumentReading.rejection(
                        new String(DocumentReading.fixtureBytes("hyperfine/words.md"), StandardCharsets.UTF_8)))
                .isEqualTo("other-document: this is a table that hyperfine formatted, not a document with results; its"
                        + " figures are rounded: give the file of --export-json FILE");
        assertThat(DocumentReading.rejection("{\"results\": [{\"command\": \" \", \"mean\": 1}]}"))
                .startsWith("missing-field: result 1 ( ): the result has no command; ");
        assertThat(DocumentReading.rejection("command,mean,stddev,user\na,1,")).startsWith("truncated-document: ");
        assertThat(DocumentReading.rejection("command,mean,stddev,user\n")).startsWith("no-results: ");
        assertThat(DocumentReading.rejection(result("\"times\": [true]")))
                .startsWith("invalid-field: result 1 (a): an element of times is a truth value, expected a number");
    }

    @Test
    void readsTheFilesBesideTheRepository() throws IOException {
        assertThat(SampleFolder.outcomes("hyperfine"))
                .containsEntry("hyperfine-words.json", "hyperfine-json: 2 results")
                .containsEntry("hyperfine-words.csv", "hyperfine-csv: 2 results")
                .allSatisfy((file, outcome) -> assertThat(outcome)
                        .as(file)
                        .startsWith(file.endsWith(".md") ? "other-document: " : "hyperfine-"));
    }

    @Test
    void hostileFilesAreReadOrRejected() throws IOException {
        HostileDocuments.areReadOrRejected(
                JSON,
                DocumentReading.fixtureBytes("hyperfine/words.json"),
                DocumentReading.fixtureBytes("hyperfine/failing.json"));
        HostileDocuments.areReadOrRejected(CSV, DocumentReading.fixtureBytes("hyperfine/words.csv"));
    }

    private static String result(String fields) {
        return "{\"results\": [{\"command\": \"a\", \"mean\": 1.5, " + fields + "}]}";
    }
}
