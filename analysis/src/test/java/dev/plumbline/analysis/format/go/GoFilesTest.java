package dev.plumbline.analysis.format.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.SampleFolder;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GoFilesTest {

    @Test
    void readsTheFilesBesideTheRepository() throws IOException {
        assertThat(SampleFolder.outcomes("go-bench"))
                .containsEntry("go1.19-base-count6.txt", "go-bench: 6 results")
                .containsEntry("go1.19-base-cpu12.txt", "go-bench: 12 results")
                .containsEntry("go1.19-base-test2json.jsonl", "go-bench: 3 results")
                .allSatisfy((file, outcome) -> assertThat(outcome).as(file).startsWith("go-bench: "));
    }

    @Test
    void hostileOutputIsReadOrRejected() throws IOException {
        HostileDocuments.areReadOrRejected(
                ResultFormat.GO_BENCH,
                DocumentReading.fixtureBytes("go/words-base.txt"),
                DocumentReading.fixtureBytes("go/words-base-verbose.txt"),
                DocumentReading.fixtureBytes("go/words-base.jsonl"));
    }
}
