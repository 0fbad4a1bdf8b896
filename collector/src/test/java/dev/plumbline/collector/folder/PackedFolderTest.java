package dev.plumbline.collector.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedFolderTest {

    @TempDir
    Path folder;

    private static byte[] bytes(Path folder) throws IOException {
        try (InputStream packed = PackedFolder.of(folder).open()) {
            return packed.readAllBytes();
        }
    }

    @Test
    void packsTheFilesThatAreReadInTheOrderOfTheirPaths() throws IOException {
        CriterionFolders.write(folder, "parse", 100);
        CriterionFolders.write(folder, "é", 200);
        Files.createDirectories(folder.resolve("parse/base"));
        Files.writeString(folder.resolve("parse/base/sample.json"), "not read");

        assertThat(PackedFolder.of(folder).files().keySet())
                .containsExactly(
                        "parse/new/benchmark.json",
                        "parse/new/estimates.json",
                        "parse/new/sample.json",
                        "é/new/benchmark.json",
                        "é/new/estimates.json",
                        "é/new/sample.json");
    }

    @Test
    void whatIsPackedIsRead() throws IOException {
        CriterionFolders.write(folder, "a".repeat(120), 100);
        CriterionFolders.write(folder, "é", 200);
        List<BenchmarkResult> results = new ArrayList<>();

        ResultFormat.read(new ByteArrayInputStream(bytes(folder)), ReadLimits.defaults(), results::add);

        assertThat(results).extracting(result -> result.benchmark().name()).containsExactly("a".repeat(120), "é");
    }

    @Test
    void equalContentGivesEqualBytes() throws IOException {
        CriterionFolders.write(folder.resolve("one"), "parse", 100);
        CriterionFolders.write(folder.resolve("two"), "parse", 100);
        Files.setLastModifiedTime(folder.resolve("two/parse/new/sample.json"), FileTime.fromMillis(1));

        assertThat(bytes(folder.resolve("one"))).isEqualTo(bytes(folder.resolve("two")));
        CriterionFolders.write(folder.resolve("two"), "parse", 101);
        assertThat(bytes(folder.resolve("one"))).isNotEqualTo(bytes(folder.resolve("two")));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        CriterionFolders.write(folder.resolve("outside"), "parse", 100);
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("parse"), folder.resolve("outside/parse"));
        Files.createDirectories(inside.resolve("x/new"));
        Files.createSymbolicLink(inside.resolve("x/new/sample.json"), folder.resolve("outside/parse/new/sample.json"));

        assertThat(PackedFolder.find(inside)).isEmpty();
    }

    @Test
    void refusesAFolderWithoutResults() {
        assertThatThrownBy(() -> PackedFolder.of(folder))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("the folder has no results");
    }
}
