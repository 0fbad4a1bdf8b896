package dev.plumbline.analysis.format.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold for every format, whoever adds it: a document is read or rejected with a sentence, and costs no more than its length. */
class EveryFormatTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d[\\d.,]*");
    private static final String[] NUMBERS = {
        "1e400",
        "-1e308",
        "9223372036854775808",
        "NaN",
        "Infinity",
        "-0",
        "1e-400",
        "9".repeat(2_000),
        "\"+INF\"",
        "{}",
        "[1]"
    };
    private static final Pattern NAME = Pattern.compile("(?<=[\"/ :=])[a-zA-Z]{1,20}(?=[\"/ :.\n])");
    private static final String[] NAMES = {
        "<script>alert(1)</script>", "\u001b[31mred", "\u202eleft", "a\u0000b", "", "\ud83d\ude00", "x".repeat(5_000)
    };
    private static final int NESTED = 10_000;
    private static final int LONGEST = 1 << 18;

    @ParameterizedTest
    @EnumSource
    void isCutOffAtEveryByte(ResultFormat format) throws IOException {
        byte[] whole = SmallDocuments.of(format);

        assertThat(HostileDocuments.isRead(format, whole))
                .as("the whole document is read")
                .isTrue();
        for (int length = 0; length < whole.length; length += whole.length > 4_000 ? 23 : 1) {
            HostileDocuments.isRead(format, Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNumbersAndNamesThatAreNone(ResultFormat format) throws IOException {
        String whole = text(format);
        for (MatchResult number : NUMBER.matcher(whole).results().toList()) {
            replace(format, whole, number, NUMBERS);
        }
        for (MatchResult name : NAME.matcher(whole).results().toList()) {
            replace(format, whole, name, NAMES);
        }
    }

    /** A field, a line, an element or half the document twice. */
    @ParameterizedTest
    @EnumSource
    void hasEverythingTwice(ResultFormat format) throws IOException {
        String whole = text(format);
        HostileDocuments.isRead(format, bytes(whole + whole));
        for (int at = whole.indexOf('\n'); at >= 0; at = whole.indexOf('\n', at + 1)) {
            int end = whole.indexOf('\n', at + 1);
            String line = whole.substring(at, end < 0 ? whole.length() : end);
            HostileDocuments.isRead(format, bytes(whole.substring(0, at) + line + whole.substring(at)));
        }
        for (MatchResult field : Pattern.compile("\"\\w+\":(\"[^\"]*\"|[\\d.]+|null),")
                .matcher(whole)
                .results()
                .toList()) {
            HostileDocuments.isRead(
                    format, bytes(whole.substring(0, field.start()) + field.group() + whole.substring(field.start())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNestedDeeply(ResultFormat format) throws IOException {
        String whole = text(format);
        for (String bracket : new String[] {"[", "{\"a\":", "<a>", "(", "├─ "}) {
            for (MatchResult place :
                    Pattern.compile("[:=,>│\n]").matcher(whole).results().toList()) {
                if (place.start() % 11 == 0) {
                    HostileDocuments.isRead(
                            format,
                            bytes(whole.substring(0, place.end())
                                    + bracket.repeat(NESTED)
                                    + whole.substring(place.end())));
                }
            }
        }
    }

    /** A document that doesn't end: it is read no further than the limit, whatever it repeats, and memory doesn't grow with it. */
    @ParameterizedTest
    @EnumSource
    void hasNoEnd(ResultFormat format) throws IOException {
        byte[] whole = SmallDocuments.of(format);
        ReadLimits limits = ReadLimits.defaults().withMaxDecompressedBytes(LONGEST);
        for (String endless : new String[] {"a", "\"", "[", " ", "\n", "1", "{\"a\":1},", "é"}) {
            for (int begin : new int[] {0, whole.length / 2, whole.length}) {
                Endless rest = new Endless(bytes(endless));
                try (InputStream in = new SequenceInputStream(new ByteArrayInputStream(whole, 0, begin), rest)) {
                    format.reader().read(in, limits, result -> {});
                } catch (DocumentException rejected) {
                    assertThat(rejected.getMessage()).hasSizeLessThan(4_000);
                }
                assertThat(rest.read)
                        .as("%s after %s bytes of %s", endless, begin, format)
                        .isLessThan(2 * LONGEST);
            }
        }
    }

    private static void replace(ResultFormat format, String whole, MatchResult place, String[] others)
            throws IOException {
        for (String other : others) {
            HostileDocuments.isRead(
                    format, bytes(whole.substring(0, place.start()) + other + whole.substring(place.end())));
        }
    }

    /** The document as text; an archive of texts in ASCII is one, too. */
    private static String text(ResultFormat format) {
        return new String(SmallDocuments.of(format), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes that repeat for ever. */
    private static final class Endless extends InputStream {

        private final byte[] repeated;
        private long read;

        Endless(byte[] repeated) {
            this.repeated = repeated;
        }

        @Override
        public int read() {
            return repeated[(int) (read++ % repeated.length)] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = (byte) read();
            }
            return count;
        }
    }
}
