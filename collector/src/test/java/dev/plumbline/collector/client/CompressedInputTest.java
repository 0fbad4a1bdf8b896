package dev.plumbline.collector.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedInputTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
    void givesTheSameContentBack(int length) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);

        byte[] compressed = compress(content);

        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(plain.readAllBytes()).isEqualTo(content);
        }
        assertThat(compress(content)).isEqualTo(compressed);
    }

    @Test
    void sendsACompressedFileAsItIs(@TempDir Path folder) throws IOException {
        byte[] compressed = compress(new byte[] {'[', ']'});
        Path file = Files.write(folder.resolve("result.json.gz"), compressed);

        try (InputStream sent = new Payload(file, "result.json.gz", "{}").compressed()) {
            assertThat(sent.readAllBytes()).isEqualTo(compressed);
        }
    }

    private static byte[] compress(byte[] content) throws IOException {
        try (InputStream stream = new CompressedInput(new ByteArrayInputStream(content))) {
            return stream.readAllBytes();
        }
    }
}
