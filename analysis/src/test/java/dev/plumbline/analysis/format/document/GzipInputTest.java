package dev.plumbline.analysis.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipInputTest {

    private static byte[] member(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    @Test
    void readsAnyNumberOfEmptyMembers() throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.write(member("[1,"));
        byte[] empty = member("");
        for (int i = 0; i < 20_000; i++) {
            document.write(empty);
        }
        document.write(member(" 2]"));

        try (DocumentInput in = DocumentInput.open(new ByteArrayInputStream(document.toByteArray()), 100)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("[1, 2]");
        }
    }
}
