package dev.plumbline.collector.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.WithServer;
import dev.plumbline.collector.folder.CriterionFolders;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every command that reads results takes the folder that a harness wrote. */
class FolderTest extends WithServer {

    @Test
    void uploadsAFolderAsOneDocument() throws IOException {
        CriterionFolders.write(folder.resolve("target/criterion"), "parse", 100);
        server.then(201, FakeServer.STORED);

        assertThat(tool.run("upload", "target/criterion")).as(tool.err()).isZero();

        assertThat(JsonText.object(server.uploads().get(0).metadata())
                        .orElseThrow()
                        .path("format")
                        .asText())
                .isEqualTo("criterion");
    }

    @Test
    void comparesAndAuditsFolders() throws IOException {
        CriterionFolders.write(folder.resolve("base"), "parse", 100);
        CriterionFolders.write(folder.resolve("head"), "parse", 200);

        assertThat(tool.run("compare", "base", "head")).as(tool.err()).isZero();
        assertThat(tool.out()).contains("parse").contains("100 ns").contains("200 ns");
        assertThat(tool.run("audit", "head")).as(tool.err()).isZero();
        assertThat(tool.out()).contains("A single process");
    }

    @Test
    void theFoldersOfSeveralRunsAreAHistory() throws IOException {
        for (int run = 0; run < 12; run++) {
            CriterionFolders.write(folder.resolve("run-" + run), "parse", (run < 6 ? 100 : 200) + run % 3);
        }
        String[] runs = new String[13];
        runs[0] = "changepoints";
        for (int run = 0; run < 12; run++) {
            runs[run + 1] = "run-" + run;
        }

        assertThat(tool.run(runs)).as(tool.err()).isZero();
        assertThat(tool.out()).contains("run-6");
    }

    @Test
    void saysThatAFolderHasNoResults() throws IOException {
        java.nio.file.Files.createDirectories(folder.resolve("empty"));

        assertThat(tool.run("upload", "empty")).isEqualTo(2);
        assertThat(tool.err()).contains("empty: the folder has no results that are read as a folder");
    }
}
