package dev.plumbline.analysis.format.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever happens to a document, it is read or refused; nothing else comes out. */
class MutilatedDocumentTest {

    private static final int ROUNDS = 400;
    private static final int LONGEST = 60_000;
    private static final String[] SPLINTERS = {
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "\\",
        "null",
        "true",
        "-",
        "1e400",
        "\"NaN\"",
        "\"+INF\"",
        "0",
        "\u0000",
        "é",
        "\"\\ud800\"",
        "[[",
        "]]",
        "{}",
        "[]",
        "99999999999999999999",
        "1e-400",
        "\"threads\": ",
        "\"score\": ",
        "\uFEFF"
    };

    @RepeatedTest(10)
    void isReadOrRefused(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<byte[]> documents = documents();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] document = documents.get(random.nextInt(documents.size()));
            int wounds = 1 + random.nextInt(3);
            for (int i = 0; i < wounds; i++) {
                document = mutilate(document, random);
            }
            readOrRefuse(random.nextInt(8) == 0 ? mutilate(Reading.gzip(document), random) : document);
        }
    }

    @Test
    void everyPrefixIsReadOrRefused() {
        byte[] document = handwritten();
        for (int length = 0; length < document.length; length++) {
            DocumentException refusal = Reading.refusal(Arrays.copyOf(document, length));

            assertThat(refusal.code()).isIn("empty-document", "truncated-document", "not-json");
        }
    }

    private static void readOrRefuse(byte[] document) {
        try {
            Reading.all(document, ReadLimits.defaults().withMaxDecompressedBytes(1 << 22));
        } catch (DocumentException refusal) {
            assertThat(refusal.code()).isNotEmpty();
            assertThat(refusal.getMessage()).isNotEmpty().doesNotContain("\n");
        }
    }

    private static byte[] mutilate(byte[] document, Random random) {
        int from = random.nextInt(document.length + 1);
        int to = Math.min(document.length, from + random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(document, from);
            case 1 -> splice(document, from, to, new byte[0]);
            case 2 ->
                splice(
                        document,
                        from,
                        from,
                        SPLINTERS[random.nextInt(SPLINTERS.length)].getBytes(StandardCharsets.UTF_8));
            case 3 ->
                splice(
                        document,
                        from,
                        to,
                        SPLINTERS[random.nextInt(SPLINTERS.length)].getBytes(StandardCharsets.UTF_8));
            case 4 -> splice(document, from, from, Arrays.copyOfRange(document, from, to));
            default ->
                splice(document, from, Math.min(document.length, from + 1), new byte[] {(byte) random.nextInt(256)});
        };
    }

    private static byte[] splice(byte[] document, int from, int to, byte[] between) {
        byte[] spliced = Arrays.copyOf(document, from + between.length + document.length - to);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(document, to, spliced, from + between.length, document.length - to);
        return spliced;
    }

    /** Real documents that are not long, and one with everything. */
    private static List<byte[]> documents() {
        List<byte[]> documents = new ArrayList<>();
        documents.add(handwritten());
        Stream.concat(SampleFiles.below(SampleFiles.OWN).stream(), SampleFiles.shared().stream())
                .map(SampleFiles::bytes)
                .filter(bytes -> bytes.length <= LONGEST)
                .forEach(documents::add);
        return documents;
    }

    private static byte[] handwritten() {
        String list = ResultText.result()
                .with("params", "{\"size\": \"10\", \"kind\": \"é😀\"}")
                .with("jvmArgs", "[\"-Xmx1g\"]")
                .secondary("·gc.count", ResultText.total("3.0", "counts", "[[0.0, 0.0], [1.0, 2.0]]"))
                .secondary("gc.time", ResultText.total("7.0", "ms", "[[], [3.0, 4.0]]"))
                .json();
        String histogram = ResultText.result()
                .with("mode", "\"sample\"")
                .with(
                        "primaryMetric",
                        "{\"score\": 2.0, \"scoreError\": \"NaN\", \"scoreUnit\": \"s/op\","
                                + " \"rawDataHistogram\": [[[[1.0, 3], [2.0, 5]]], [[[4.0, 3]]]]}")
                .json();
        return ("[" + list + ",\n" + histogram + "]").getBytes(StandardCharsets.UTF_8);
    }
}
