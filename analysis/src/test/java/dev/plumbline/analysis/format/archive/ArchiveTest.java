package dev.plumbline.analysis.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

/** Archives are hostile: what one contains is bounded, and paths lead nowhere. */
class ArchiveTest {

    private static final ReadLimits LIMITS = ReadLimits.defaults();

    private static Map<String, String> files(byte[] archive, ReadLimits limits) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (DocumentInput document =
                        DocumentInput.open(new ByteArrayInputStream(archive), limits.maxDecompressedBytes());
                Archive open = Archive.open(document, limits)) {
            while (open.next()) {
                files.put(open.path(), new String(open.content().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void tarAndZipHaveTheSameFiles() throws IOException {
        Map<String, String> content = Map.of("a/b.json", "one", "é", "", "x".repeat(300) + "/y", "two");

        assertThat(files(Archives.tar(content), LIMITS)).isEqualTo(content);
        assertThat(files(Archives.gzip(Archives.tar(content)), LIMITS)).isEqualTo(content);
        assertThat(files(Archives.zip(content), LIMITS)).isEqualTo(content);
    }

    @Test
    void pathsAreTextsThatLeadNowhere() throws IOException {
        Map<String, String> content = Map.of("../../etc/passwd", "x", "/etc/shadow", "y", "./a\\b", "z");

        assertThat(files(Archives.zip(content), LIMITS))
                .containsOnly(Map.entry("../../etc/passwd", "x"), Map.entry("etc/shadow", "y"), Map.entry("a/b", "z"));
    }

    @Test
    void linksAndDevicesAreSkipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (byte type :
                    new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO, TarConstants.LF_CHR
                    }) {
                TarArchiveEntry link = new TarArchiveEntry("a/new/sample.json", type);
                link.setLinkName("/etc/passwd");
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
            }
        }

        assertThat(files(bytes.toByteArray(), LIMITS)).isEmpty();
    }

    @Test
    void refusesAMillionEntries() throws IOException {
        byte[] header = new byte[512];
        TarArchiveEntry entry = new TarArchiveEntry("x");
        entry.writeEntryHeader(header);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 1_000_000; i++) {
                gzip.write(header);
            }
        }

        assertThatThrownBy(() -> files(bytes.toByteArray(), LIMITS))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("more than 250000 entries");
    }

    @Test
    void refusesABomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 100; i++) {
                zip.putNextEntry(new ZipEntry("skipped-" + i));
                zip.write(new byte[1 << 20]);
            }
        }
        ReadLimits tight = LIMITS.withMaxDecompressedBytes(10 << 20);

        assertThat(bytes.size()).isLessThan(1 << 20);
        assertThatThrownBy(() -> files(bytes.toByteArray(), tight))
                .hasMessageContaining("the archive's files are longer than 10485760 bytes together");
    }

    @Test
    void refusesALongNameThatWouldHaveToBeHeld() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(64 << 20);
            tar.putArchiveEntry(name);
            tar.write(new byte[64 << 20]);
            tar.closeArchiveEntry();
        }

        assertThatThrownBy(() -> files(bytes.toByteArray(), LIMITS))
                .hasMessageContaining("bytes stand between two files of the archive");
    }

    @Test
    void refusesFilesThatAreCompressedOnceMore() {
        byte[] nested = Archives.zip(Map.of("a", "b"));
        Map<String, String> files =
                Map.of("a/new/sample.json", new String(nested, StandardCharsets.ISO_8859_1), "b", "c");

        assertThatThrownBy(() -> Archives.read(ResultFormat.CRITERION, Archives.tar(files)))
                .isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> files(tarOf("a", Archives.gzip(nested)), LIMITS))
                .hasMessageContaining("compressed inside of the archive");
    }

    @Test
    void refusesAnArchiveThatIsCutOff() {
        byte[] tar = Archives.tar(Map.of("a", "b".repeat(2_000)));
        byte[] zip = Archives.zip(Map.of("a", "b".repeat(2_000)));

        for (byte[] cut : new byte[][] {
            Arrays.copyOf(tar, 512), Arrays.copyOf(tar, 700), Arrays.copyOf(tar, 2_560), Arrays.copyOf(zip, 45)
        }) {
            assertThatThrownBy(() -> files(cut, LIMITS))
                    .isInstanceOfSatisfying(
                            DocumentException.class,
                            refused -> assertThat(refused.code()).isEqualTo("truncated-document"));
        }
    }

    @Test
    void saysThatNothingInItIsRead() {
        assertThatThrownBy(() -> Archives.read(ResultFormat.CRITERION, Archives.zip(Map.of("a.json", "[]"))))
                .hasMessageContaining("none of the archive's 1 files is one of a folder of results that is read");
    }

    @Test
    void saysThatAnArchiveIsNotWhatWasStated() {
        InputStream tar = new ByteArrayInputStream(Archives.tar(Map.of("a", "b")));

        assertThatThrownBy(() -> ResultFormat.read(Optional.of(ResultFormat.JMH_JSON), tar, LIMITS, result -> {}))
                .hasMessageContaining("this is an archive, not jmh-json as stated");
    }

    private static byte[] tarOf(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
