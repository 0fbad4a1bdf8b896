package dev.plumbline.analysis.format.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LargeDocumentTest {

    private static final long LENGTH = 200L << 20;

    @Test
    void twoHundredMegabytesAreReadInAHeapOfSixtyFour() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeDocument.class.getName(),
                        String.valueOf(LENGTH))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).matches("(\\d{4,}) made, \\1 read\\R");
    }
}
