package dev.plumbline.analysis.format.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analysis.format.DocumentReading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentInputTest {

    private static final long LONGEST = 1 << 20;

    /** Pairs of characters lie across the pieces that are read at once, whichever length the text before them has. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsTextInUtf16AsUtf8(String charset) throws IOException {
        for (int before : new int[] {0, 1, 8_189, 8_190, 8_191, 8_192}) {
            String text = "a".repeat(before) + "𝄞 ± é".repeat(4_000);

            assertThat(read(encoded(text, charset))).isEqualTo(text);
        }
    }

    @Test
    void readsCompressedTextInUtf16() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(encoded("Übung", "UTF-16LE"));
        }
        assertThat(read(bytes.toByteArray())).isEqualTo("Übung");
    }

    @Test
    void countsTheBytesOfUtf8() {
        byte[] document = encoded("€".repeat((int) LONGEST / 2), "UTF-16LE");

        assertThatThrownBy(() -> read(document)).hasMessageContaining("longer than " + LONGEST + " bytes");
    }

    @Test
    void rejectsHalfACharacterOfUtf16() {
        byte[] whole = encoded("Benchmark", "UTF-16LE");

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1)))
                .hasMessageContaining("UTF-16 with half a character");
        assertThatThrownBy(() -> read(encoded("a\ud800b", "UTF-16LE"))).isInstanceOf(DocumentException.class);
    }

    /** PowerShell's {@code >} writes any harness' text so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Benchmark   Mode  Cnt  Score   Error  Units\r\nText.split  avgt   15  2.000 ± 0.100  us/op\r\n",
                "goos: windows\r\ngoarch: amd64\r\nBenchmarkFields-8   \t  100\t  12.5 ns/op\r\n",
                "command,mean,stddev,median,user,system,min,max\r\nsleep 1,1.0,0.1,1.0,0.1,0.1,0.9,1.1\r\n",
                "test tests::parse ... bench:          40 ns/iter (+/- 3)\r\n",
                "{\"plumbline\": 1}\r\n{\"name\": \"a\", \"metrics\": [{\"unit\": \"s\", \"processes\": [1]}]}\r\n"
            })
    void readsTheFormatsInUtf16(String text) {
        assertThat(DocumentReading.results(encoded(text, "UTF-16LE")))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(DocumentReading.results(text));
    }

    private static byte[] encoded(String text, String charset) {
        byte[] bytes = ("\ufeff" + text).getBytes(Charset.forName(charset));
        if (text.contains("\ud800b")) {
            int at = 2 + 2 * text.indexOf('\ud800');
            bytes[at] = 0;
            bytes[at + 1] = (byte) 0xd8;
        }
        return bytes;
    }

    private static String read(byte[] document) throws IOException {
        try (DocumentInput input = DocumentInput.open(new ByteArrayInputStream(document), LONGEST)) {
            input.beginning(100);
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
