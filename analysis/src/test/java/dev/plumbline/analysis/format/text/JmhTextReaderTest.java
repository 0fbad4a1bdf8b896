package dev.plumbline.analysis.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.table.Tables;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmhTextReaderTest {

    private static final String TABLE = """
            Benchmark                               (kind)  (size)    Mode   Cnt      Score   Error   Units
            Codec.encode                               a b      10    avgt    15     12.500 ± 0.250   ns/op
            Codec.encode:·gc.alloc.rate.norm           a b      10    avgt    15    ≈ 10⁻⁶             B/op
            Codec.encode:·gc.count                     a b      10    avgt    15        ≈ 0          counts
            Codec.encode:·stack                        a b      10    avgt              NaN             ---
            Codec.time                                           1      ss            7.500           ms/op
            Codec.wait                                 N/A       2  sample  5000      3.000 ± 0.100   us/op
            Codec.wait:wait·p0.50                      N/A       2  sample            2.500           us/op
            Codec.wait:p0.9999                         N/A       2  sample            9.500           us/op
            """;

    @Test
    void readsTheTable() {
        List<BenchmarkResult> results = DocumentReading.read(ResultFormat.JMH_TEXT, TABLE);
        assertThat(results)
                .extracting(result -> result.benchmark().key())
                .containsExactly(
                        "Codec.encode{kind=a b,size=10}[avgt,1]",
                        "Codec.time{kind=,size=1}[ss,1]",
                        "Codec.wait{size=2}[sample,1]");
        assertThat(results.get(0).primary().score()).isCloseTo(12.5e-9, within(1e-18));
        assertThat(results.get(0).primary().forkValues()).hasSize(1);
        assertThat(Tables.metrics(results.get(0)))
                .containsExactly("gc.alloc.rate.norm 1.0E-6 B/op", "gc.count 0.0 counts");
        assertThat(Tables.notes(results.get(0))).containsExactly("mean-only", "threads-assumed", "text-only");
        assertThat(results.get(1).primary().scoreError()).isNaN();
        assertThat(Tables.metrics(results.get(2))).containsExactly("p0.50 2.4999999999999998E-6 s/op");
    }

    /** The table as build tools and Windows pass it on: with a prefix, with other line ends, in other code pages. */
    @Test
    void readsTheSameFromOtherSurroundings() {
        List<BenchmarkResult> expected = DocumentReading.read(ResultFormat.JMH_TEXT, TABLE);
        String inAsciiOnly = TABLE.replace('±', '?').replace('·', '?').replace("≈ 10⁻⁶", "? 10??");
        for (String text : List.of(
                "\uFEFF" + TABLE.replace("\n", "\r\n"),
                "[INFO] compiling\n" + TABLE.replaceAll("(?m)^", "[INFO] "),
                TABLE.replaceAll("(?m)^(?=.)", "2024-05-06T07:08:09.123Z ").replaceFirst("09", "10"),
                TABLE.replaceAll("(?m)^", " * "),
                TABLE.replaceAll("(?m)^(.+)$", "\u001b[0m[\u001b[36minfo\u001b[0m] $1\u001b[0m"),
                inAsciiOnly,
                new String(TABLE.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                TABLE + "\nBenchmark result is saved to jmh-result.txt\n",
                TABLE.replace("12.500 ± 0.250", "12,500 ± 0,250").replaceAll("(\\d)\\.(\\d{3} )", "$1,$2"))) {
            List<BenchmarkResult> read = DocumentReading.read(ResultFormat.JMH_TEXT, text);
            assertThat(read)
                    .extracting(BenchmarkResult::benchmark)
                    .isEqualTo(expected.stream().map(BenchmarkResult::benchmark).toList());
            assertThat(read.get(0).primary().score())
                    .isEqualTo(expected.get(0).primary().score());
            assertThat(read.get(0).primary().scoreError())
                    .isEqualTo(expected.get(0).primary().scoreError());
            assertThat(read.get(0).secondary().get(0).metric().name()).isEqualTo("gc.alloc.rate.norm");
            assertThat(Tables.metrics(read.get(2))).containsExactly("p0.50 2.4999999999999998E-6 s/op");
        }
        byte[] windows = TABLE.replace("≈ 10⁻⁶", "? 10??").replace("≈", "?").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(DocumentReading.read(ResultFormat.JMH_TEXT, windows)
                        .get(0)
                        .primary()
                        .scoreError())
                .isCloseTo(0.25e-9, within(1e-18));
    }

    /** JMH before 1.5 had no sign before the error, and abbreviated every package. */
    @Test
    void readsTheTableOfJmh10() {
        List<BenchmarkResult> results = DocumentReading.read(ResultFormat.JMH_TEXT, """
                Benchmark                  (size)   Mode   Samples        Score  Score error    Units
                c.a.Codec.encode               10  thrpt         5 19543238.471   305242.943    ops/s
                c.a.Codec.decode               10  thrpt         1       93.412          NaN    ops/s
                """);
        assertThat(results.get(0).primary().score()).isEqualTo(19543238.471);
        assertThat(results.get(0).primary().scoreError()).isEqualTo(305242.943);
        assertThat(results.get(1).primary().scoreError()).isNaN();
    }

    /** A time of ≈ 10⁻⁴ ms may be three times another that is written the same. */
    @Test
    void doesNotTakeAnOrderOfMagnitudeForATime() {
        BenchmarkResult result =
                DocumentReading.read(ResultFormat.JMH_TEXT, """
                Benchmark  Mode  Cnt  Score   Error  Units
                Codec.get  avgt    5  ≈ 10⁻⁴         ms/op
                """).get(0);
        assertThat(result.primary().score()).isNaN();
        assertThat(result.notes().get(0).message())
                .isEqualTo(
                        "result 1 (Codec.get): the table has only the order of magnitude of score; have it in a smaller"
                                + " unit, with -tu, or with -rf json");
    }

    @Test
    void rejectsWithAPlaceAndARemedy() {
        assertThat(DocumentReading.rejection("# JMH version: 1.37\n# Benchmark: a.B.c\nIteration   1: 12.3 ns/op\n"))
                .isEqualTo(
                        "truncated-document: the text has no table of results, which JMH prints at its end; wait until"
                                + " JMH is done and give the whole text, or the file of -rf json (line 3, column 1)");
        String header = "Benchmark  (a)  (b)  Mode  Cnt  Score   Error  Units\n";
        assertThat(DocumentReading.rejection(header)).startsWith("no-results: the table has no rows");
        assertThat(DocumentReading.rejection(header + "Codec.get    x    y  avgt    5  12.3"))
                .isEqualTo(
                        "truncated-document: this row isn't as JMH writes one; give the whole table as JMH printed it,"
                                + " or the file of -rf json (line 2, column 1)");
        assertThat(DocumentReading.rejection(header + "Codec.get    x    y  avgt    5  12.345 ± 0.100  ns/"))
                .startsWith("truncated-document: the last row ends in the middle");
        assertThat(DocumentReading.rejection(
                        header + "Codec.get    x    y  avgt    5  12.345 ± 0.100  ns/op\nCodec.pu"))
                .startsWith("truncated-document: this row isn't as JMH writes one")
                .contains("(line 3, column 1)");
        assertThat(DocumentReading.rejection(header + "Codec.get    x    y  avgt    5  1,012.345 ± 0.100  ns/op\n"))
                .startsWith("invalid-field: this row isn't as JMH writes one");
        assertThat(DocumentReading.rejection(header + "Codec.get x z y avgt 5 12.345 ± 0.100 ns/op\n"))
                .startsWith("invalid-field: the row has 3 values for 2 parameters, and its columns aren't below those");
        assertThat(DocumentReading.rejection(
                        header + "Codec.get    x    y  avgt    5  12.345 ± 0.100  ns/op\n".repeat(2)))
                .startsWith("duplicate-result: result 2 (Codec.get): ");
        assertThat(DocumentReading.rejection(TABLE.replace("12.500 ± 0.250", "12,500 ± 0,250")))
                .startsWith("invalid-field: a number has a '.', those from line 2 on have a ','");
    }
}
