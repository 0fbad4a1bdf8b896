package dev.plumbline.analysis.format.jmh;

import static dev.plumbline.analysis.format.jmh.Reading.gzip;
import static dev.plumbline.analysis.format.jmh.Reading.refusal;
import static dev.plumbline.analysis.format.jmh.ResultText.metric;
import static dev.plumbline.analysis.format.jmh.ResultText.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmhRefusalTest {

    @Test
    void namesLineColumnResultAndBenchmark() {
        DocumentException refusal = refusal("[" + result().json() + ",\n" + """
                {"benchmark": "com.acme.Foo.baz",
                 "threads": 0}]""");

        assertThat(refusal.code()).isEqualTo("invalid-field");
        assertThat(refusal.resultNumber()).isEqualTo(2);
        assertThat(refusal.benchmark()).isEqualTo("com.acme.Foo.baz");
        // the first result takes six lines, the seventh begins the second, the eighth has threads
        assertThat(refusal.line()).isEqualTo(8);
        assertThat(refusal.column()).isEqualTo(13);
        assertThat(refusal)
                .hasMessage("result 2 (com.acme.Foo.baz): threads is 0, expected a whole number from 1 to 2147483647"
                        + " (line 8, column 13)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "\uFEFF"})
    void refusesAnEmptyDocument(String document) {
        assertThat(refusal(document).code()).isEqualTo("empty-document");
    }

    @Test
    void refusesAnEmptyGzip() {
        assertThat(refusal(gzip(new byte[0])).code()).isEqualTo("empty-document");
    }

    @Test
    void refusesATruncatedDocumentAndNamesTheResult() {
        String whole = result().document();
        DocumentException refusal = refusal(whole.substring(0, whole.indexOf("rawData") + 20));

        assertThat(refusal.code()).isEqualTo("truncated-document");
        assertThat(refusal.resultNumber()).isEqualTo(1);
        assertThat(refusal.benchmark()).isEqualTo("com.acme.Foo.bar");
        assertThat(refusal.line()).isEqualTo(5);
    }

    @Test
    void refusesATruncatedGzip() {
        byte[] whole = gzip(result().document().getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(Arrays.copyOf(whole, whole.length - 12)).code()).isEqualTo("truncated-document");
        assertThat(refusal(Arrays.copyOf(whole, 5)).code()).isEqualTo("truncated-document");
    }

    @Test
    void refusesACorruptGzip() {
        byte[] corrupt = gzip(result().document().getBytes(StandardCharsets.UTF_8));
        corrupt[corrupt.length - 6] ^= 0x55;
        byte[] notGzip = {0x1f, (byte) 0x8b, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99};

        assertThat(refusal(corrupt).code()).isEqualTo("invalid-gzip");
        assertThat(refusal(notGzip).code()).isEqualTo("invalid-gzip");
    }

    @Test
    void refusesAGzipBombAtTheBound() {
        byte[] bomb = gzip(new byte[8 << 20]);
        byte[] spaces = new byte[8 << 20];
        Arrays.fill(spaces, (byte) ' ');

        ReadLimits limits = ReadLimits.defaults().withMaxDecompressedBytes(1 << 20);
        assertThat(refusal(gzip(spaces), limits).code()).isEqualTo("document-too-large");
        assertThat(refusal(spaces, limits).code()).isEqualTo("document-too-large");
        assertThat(refusal(bomb, limits).code()).isEqualTo("not-utf-8");
    }

    @Test
    void refusesBinaryAndOtherEncodings() {
        String document = result().document();

        DocumentException unmarked = refusal(document.getBytes(StandardCharsets.UTF_16LE));
        assertThat(unmarked.code()).isEqualTo("not-utf-8");
        assertThat(unmarked).hasMessageContaining("UTF-16 without a mark");
        assertThat(refusal(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0}).code()).isEqualTo("not-utf-8");
        assertThat(refusal(new byte[] {0, 1, 2, 3, 4}).code()).isEqualTo("not-utf-8");
        byte[] latin1 = result().secondary("·gc.count", metric("1", "counts", "[[1], [1]]"))
                .document()
                .getBytes(StandardCharsets.ISO_8859_1);
        DocumentException refusal = refusal(latin1);
        assertThat(refusal.code()).isEqualTo("not-utf-8");
        assertThat(refusal.resultNumber()).isEqualTo(1);
        assertThat(refusal.line()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{]",
                "[{\"benchmark\" \"x\"}]",
                "hello",
                "[{'benchmark': 1}]",
                "[{\"benchmark\": \"a\nb\"}]",
                "<html>",
                "[NaN]"
            })
    void refusesWhatIsNoJson(String document) {
        assertThat(refusal(document).code()).isEqualTo("not-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "1", "\"text\"", "null", "[1]", "[[]]", "[{}]", "[{\"name\": \"x\", \"value\": 1}]"})
    void refusesJsonThatIsNotJmhs(String document) {
        assertThat(refusal(document).code()).isEqualTo("not-a-jmh-document");
    }

    @Test
    void refusesAnArrayWithoutResults() {
        assertThat(refusal("[]").code()).isEqualTo("no-results");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "x", ",", "{\"a\": 1}", "]"})
    void refusesWhatFollowsTheResults(String more) {
        assertThat(refusal(result().document() + "\n" + more).code()).isEqualTo("trailing-content");
    }

    @Test
    void refusesDeepNesting() {
        String deep = result().with("unknown", "[".repeat(100_000)).document();
        DocumentException refusal = refusal(deep);

        assertThat(refusal.code()).isEqualTo("nesting-too-deep");
        assertThat(refusal.resultNumber()).isEqualTo(1);
        assertThat(refusal("[".repeat(100_000)).code()).isIn("not-a-jmh-document", "nesting-too-deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"benchmark", "mode", "primaryMetric"})
    void refusesAResultWithoutARequiredField(String field) {
        assertThat(refusal(result().without(field).document()).code()).isEqualTo("missing-field");
    }

    @Test
    void refusesAMetricWithoutScoreOrUnit() {
        assertThat(refusal(result().with("primaryMetric", "{\"scoreUnit\": \"s/op\"}")
                                .document())
                        .code())
                .isEqualTo("missing-field");
        assertThat(refusal(result().with("primaryMetric", "{\"score\": 1}").document())
                        .code())
                .isEqualTo("missing-field");
    }

    @Test
    void refusesFieldsOfAnotherKind() {
        assertThat(refusal(result().with("benchmark", "1").document()).code()).isEqualTo("invalid-field");
        assertThat(refusal(result().with("benchmark", "\"\"").document()).code())
                .isEqualTo("invalid-field");
        assertThat(refusal(result().with("mode", "\"all\"").document()))
                .hasMessageContaining("thrpt, avgt, sample or ss");
        assertThat(refusal(result().with("threads", "1.5").document()).code()).isEqualTo("invalid-field");
        assertThat(refusal(result().with("threads", "99999999999").document()).code())
                .isEqualTo("invalid-field");
        assertThat(refusal(result().with("params", "[]").document()).code()).isEqualTo("invalid-field");
        assertThat(refusal(result().with("params", "{\"a\": {}}").document()).code())
                .isEqualTo("invalid-field");
        assertThat(refusal(result().with("primaryMetric", "1").document()).code())
                .isEqualTo("invalid-field");
        assertThat(refusal(result().with("primaryMetric", metric("\"fast\"", "s/op", "[]"))
                        .document()))
                .hasMessageContaining("score is \"fast\", expected a number");
        assertThat(refusal(result().with("primaryMetric", metric("1", "s/op", "[1, 2]"))
                                .document())
                        .code())
                .isEqualTo("invalid-field");
        assertThat(refusal(result().with("primaryMetric", metric("1", "s/op", "[[1, {}]]"))
                                .document())
                        .code())
                .isEqualTo("invalid-field");
    }

    @Test
    void refusesNumbersThatNoDoubleHolds() {
        DocumentException refusal = refusal(
                result().with("primaryMetric", metric("1e400", "s/op", "[[1]]")).document());

        assertThat(refusal.code()).isEqualTo("number-out-of-range");
        assertThat(refusal).hasMessageContaining("score is 1e400");
        assertThat(refusal(result().with("primaryMetric", metric("1", "s/op", "[[-1e160]]"))
                                .document())
                        .code())
                .isEqualTo("number-out-of-range");
        assertThat(refusal(result().with("threads", "1" + "0".repeat(500)).document())
                        .code())
                .isEqualTo("invalid-field");
        assertThat(refusal(result().with("threads", "1" + "0".repeat(5_000)).document())
                        .code())
                .isEqualTo("text-too-long");
    }

    @Test
    void refusesADuplicateResultByName() {
        DocumentException refusal = refusal("["
                + result().with("params", "{\"a\": \"1\", \"b\": \"2\"}").json() + ","
                + result().with("params", "{\"a\": \"2\", \"b\": \"2\"}").json() + ","
                + result().with("params", "{\"b\": \"2\", \"a\": \"1\"}").json() + "]");

        assertThat(refusal.code()).isEqualTo("duplicate-result");
        assertThat(refusal)
                .hasMessageStartingWith(
                        "result 3 (com.acme.Foo.bar): it has the benchmark, parameters, mode and threads"
                                + " of result 1");
    }

    @Test
    void refusesADuplicateMetricByName() {
        DocumentException refusal = refusal(result().secondary("gc.count", metric("1", "counts", "[[1], [1]]"))
                .secondary("·gc.count", metric("1", "counts", "[[1], [1]]"))
                .document());

        assertThat(refusal.code()).isEqualTo("duplicate-metric");
        assertThat(refusal).hasMessageContaining("gc.count twice, once as ·gc.count");
    }

    @Test
    void refusesADuplicateFieldThatItReads() {
        String twice = result().json().replaceFirst("\"threads\"", "\"mode\": \"ss\", \"threads\"");

        assertThat(refusal("[" + twice + "]").code()).isEqualTo("duplicate-field");
        assertThat(refusal(result().with("params", "{\"a\": \"1\", \"a\": \"2\"}")
                                .document())
                        .code())
                .isEqualTo("duplicate-field");
        assertThat(refusal(result().with("primaryMetric", "{\"score\": 1, \"score\": 2, \"scoreUnit\": \"s\"}")
                                .document())
                        .code())
                .isEqualTo("duplicate-field");
    }

    @Test
    void refusesTextThatNoDatabaseKeeps() {
        assertThat(refusal(result().with("benchmark", "\"a\\u0000b\"").document())
                        .code())
                .isEqualTo("invalid-text");
        assertThat(refusal(result().with("params", "{\"a\": \"\\ud800\"}").document())
                        .code())
                .isEqualTo("invalid-text");
    }

    @Test
    void refusesMoreThanTheLimitsAllow() {
        ReadLimits few = new ReadLimits(1, 1 << 20, 40, 3, 60, 1, 1, 8, 8);
        byte[] two = ("[" + result().json() + ","
                        + result().with("threads", "2").json() + "]")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(two, few).code()).isEqualTo("too-many-results");
        assertThat(refused(result().with("benchmark", "\"" + "x".repeat(41) + "\""), few))
                .isEqualTo("text-too-long");
        assertThat(refused(result().with("vmName", "\"" + "x".repeat(61) + "\""), few))
                .isEqualTo("text-too-long");
        assertThat(refused(result().with("jvmArgs", "[\"" + "x".repeat(50) + "\", \"" + "x".repeat(50) + "\"]"), few))
                .isEqualTo("text-too-long");
        assertThat(refused(result().with("params", "{\"a\": \"1\", \"b\": \"2\"}"), few))
                .isEqualTo("too-many-values");
        assertThat(refused(result().secondary("a", metric("1", "B", "[]")).secondary("b", metric("1", "B", "[]")), few))
                .isEqualTo("too-many-values");
        assertThat(refused(result().with("primaryMetric", metric("1", "s/op", "[[1, 2, 3, 4, 5, 6, 7, 8]]")), few))
                .isEqualTo("too-many-values");
        assertThat(refused(result().with("primaryMetric", metric("1", "s/op", "[[],[],[],[],[],[],[],[],[]]")), few))
                .isEqualTo("too-many-values");
        String histogram =
                "{\"score\": 1, \"scoreUnit\": \"s/op\", \"rawDataHistogram\": [[[[1, 1], [2, 1], [3, 1], [4, 1]]]]}";
        assertThat(refused(result().with("primaryMetric", histogram), few)).isEqualTo("too-many-values");
        assertThat(refused(result().with("unknown", "[[[[[[[[[]]]]]]]]]"), few)).isEqualTo("nesting-too-deep");
    }

    @Test
    void aFailureOfTheSourceIsNoRefusal() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] target, int offset, int count) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> new JmhReader().read(broken, ReadLimits.defaults(), ignored -> {}))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Test
    void aHostileNameStaysOnOneShortLineOfTheMessage() {
        DocumentException refusal =
                refusal(result().with("benchmark", "\"\\u001b[31m\\n\\u202e" + "x".repeat(1_000) + "\"")
                        .with("threads", "0")
                        .document());

        assertThat(refusal.getMessage())
                .doesNotContain("\n", "\u001b", "\u202e")
                .hasSizeLessThan(400);
        assertThat(refusal.benchmark()).startsWith("\u001b[31m");
    }

    private static String refused(ResultText text, ReadLimits limits) {
        return refusal(text.document().getBytes(StandardCharsets.UTF_8), limits).code();
    }
}
