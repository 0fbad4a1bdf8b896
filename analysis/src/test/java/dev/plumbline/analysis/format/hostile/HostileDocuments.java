package dev.plumbline.analysis.format.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Measurement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Mutilates documents of a format: cut off everywhere, with bytes changed, doubled and left out, and with what breaks parsers in
 * between. Each is read or rejected with a sentence, and nothing else happens. What is read once as its content shows it is read
 * again as the format that it was.
 */
public final class HostileDocuments {

    private static final int ROUNDS = 500;
    private static final int TRUNCATIONS = 150;
    private static final int LONGEST_CHANGE = 40;
    private static final ReadLimits LIMITS = ReadLimits.defaults().withMaxDecompressedBytes(1 << 22);

    /** What is put in between: brackets and words of JSON, of XML and of tables, and numbers and texts that are extreme. */
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
        "0",
        "[[",
        "]]",
        "{}",
        "[]",
        ";",
        "\t",
        "\n",
        "\r\n",
        "/",
        "=",
        "#",
        "|",
        "<",
        ">",
        "</",
        "&lt;",
        "<![CDATA[",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "&b;",
        "<script>alert(1)</script>",
        "1e400",
        "-1e308",
        "1e-400",
        "99999999999999999999",
        "9223372036854775808",
        "-1",
        "0x10",
        "1_000",
        "1,5",
        "\"NaN\"",
        "NaN",
        "Infinity",
        "\"+INF\"",
        "\u0000",
        "\\u0000",
        "\u001b[31m",
        "\u202e",
        "é",
        "\"\\ud800\"",
        "\uFEFF",
        "\"name\": ",
        "\"1\""
    };

    private final ResultFormat format;
    private int read;

    private HostileDocuments(ResultFormat format) {
        this.format = format;
    }

    /**
     * Mutilates documents that are whole.
     *
     * @param documents short ones, of up to some tens of kilobytes
     */
    public static void areReadOrRejected(ResultFormat format, byte[]... documents) throws IOException {
        HostileDocuments hostile = new HostileDocuments(format);
        for (byte[] document : documents) {
            hostile.read(document);
        }
        assertThat(hostile.read).as("the whole documents are read").isEqualTo(documents.length);
        for (byte[] document : documents) {
            hostile.cutOff(document);
        }
        Random random = new Random(12);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutilated = documents[random.nextInt(documents.length)];
            for (int wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
                mutilated = mutilate(mutilated, random);
            }
            hostile.read(mutilated);
        }
        assertThat(hostile.read).as("some changes do no harm").isGreaterThan(documents.length);
    }

    /** The same for documents that are texts. */
    public static void areReadOrRejected(ResultFormat format, String... documents) throws IOException {
        areReadOrRejected(
                format,
                Arrays.stream(documents)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new));
    }

    /** Reads one document, both as its content shows and as the format, and says whether its content was read. */
    static boolean isRead(ResultFormat format, byte[] document) throws IOException {
        HostileDocuments hostile = new HostileDocuments(format);
        hostile.read(document);
        return hostile.read > 0;
    }

    private void cutOff(byte[] document) throws IOException {
        int step = Math.max(1, document.length / TRUNCATIONS);
        for (int length = 0; length < document.length; length += step) {
            read(Arrays.copyOf(document, length));
        }
    }

    private void read(byte[] document) throws IOException {
        try (InputStream in = new ByteArrayInputStream(document)) {
            ResultFormat.read(in, LIMITS, HostileDocuments::requireSound);
            read++;
        } catch (DocumentException rejected) {
            requireSentence(rejected);
        }
        readAs(document, HostileDocuments::requireSound);
    }

    private void readAs(byte[] document, Consumer<BenchmarkResult> results) throws IOException {
        try (InputStream in = new ByteArrayInputStream(document)) {
            format.reader().read(in, LIMITS, results);
        } catch (DocumentException rejected) {
            requireSentence(rejected);
        }
    }

    private static void requireSentence(DocumentException rejected) {
        assertThat(rejected.code()).isNotEmpty();
        assertThat(rejected.getMessage())
                .isNotEmpty()
                .hasSizeLessThan(4_000)
                .doesNotContain("\n", "\r", "\u0000", "\u001b");
    }

    /** What everything behind the readers relies on. */
    private static void requireSound(BenchmarkResult result) {
        assertThat(result.benchmark().name()).isNotEmpty().hasSizeLessThanOrEqualTo(LIMITS.maxNameLength());
        requireSound(result.primary());
        result.secondary().forEach(HostileDocuments::requireSound);
        result.notes().forEach(note -> assertThat(note.message()).doesNotContain("\n", "\u0000", "\u001b"));
    }

    private static void requireSound(Measurement measurement) {
        assertThat(measurement.metric().name()).isNotEmpty();
        for (double value : measurement.forkValues()) {
            assertThat(value).isFinite();
        }
    }

    private static byte[] mutilate(byte[] document, Random random) {
        int from = random.nextInt(document.length + 1);
        int to = Math.min(document.length, from + random.nextInt(LONGEST_CHANGE));
        byte[] splinter = SPLINTERS[random.nextInt(SPLINTERS.length)].getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(document, from);
            case 1 -> splice(document, from, to, new byte[0]);
            case 2 -> splice(document, from, from, splinter);
            case 3 -> splice(document, from, to, splinter);
            case 4 -> splice(document, from, from, Arrays.copyOfRange(document, from, to));
            case 5 ->
                splice(document, from, Math.min(document.length, from + 1), new byte[] {(byte) random.nextInt(256)});
            default -> splice(document, number(document, from), numberEnd(document, from), splinter);
        };
    }

    /** Where the next number begins; the end of the document if there is none. */
    private static int number(byte[] document, int from) {
        int at = from;
        while (at < document.length && !Character.isDigit(document[at])) {
            at++;
        }
        return at;
    }

    private static int numberEnd(byte[] document, int from) {
        int at = number(document, from);
        while (at < document.length && "0123456789.eE+-".indexOf(document[at]) >= 0) {
            at++;
        }
        return at;
    }

    private static byte[] splice(byte[] document, int from, int to, byte[] between) {
        byte[] spliced = Arrays.copyOf(document, from + between.length + document.length - to);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(document, to, spliced, from + between.length, document.length - to);
        return spliced;
    }
}
