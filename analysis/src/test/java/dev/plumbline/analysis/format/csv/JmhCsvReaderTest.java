package dev.plumbline.analysis.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.table.Tables;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmhCsvReaderTest {

    private static final String HEADER =
            "\"Benchmark\",\"Mode\",\"Threads\",\"Samples\",\"Score\",\"Score Error (99.9%)\",\"Unit\"";

    @Test
    void readsAMeanThatCountsAsOneFork() {
        BenchmarkResult result = DocumentReading.read(
                        ResultFormat.JMH_CSV,
                        HEADER + ",\"Param: kind\",\"Param: size\"\r\n"
                                + "\"com.acme.Codec.encode\",\"avgt\",4,15,12.500000,0.250000,\"ns/op\",\"a, \"\"b\"\"\",10\r\n")
                .get(0);
        assertThat(result.benchmark().key()).isEqualTo("com.acme.Codec.encode{kind=a\\, \"b\",size=10}[avgt,4]");
        assertThat(result.primary().score()).isCloseTo(12.5e-9, within(1e-18));
        assertThat(result.primary().scoreError()).isCloseTo(0.25e-9, within(1e-18));
        assertThat(result.primary().forkValues()).hasSize(1);
        assertThat(result.setup().forks()).isEqualTo(-1);
        assertThat(result.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("mean-only");
            assertThat(note.message())
                    .isEqualTo("the table has a mean and no forks, so it counts as one fork; -rf json keeps them");
        });
    }

    @Test
    void readsTheMetricsBelowAScoreInBothSpellings() {
        List<BenchmarkResult> results = DocumentReading.read(
                ResultFormat.JMH_CSV,
                HEADER + "\r\n"
                        + "\"a.B.c\",\"sample\",1,5000,3.000000,0.1,\"us/op\"\r\n"
                        + "\"a.B.c:c·p0.50\",\"sample\",1,1,2.500000,NaN,\"us/op\"\r\n"
                        + "\"a.B.c:c·p0.9999\",\"sample\",1,1,9.5,NaN,\"us/op\"\r\n"
                        + "\"a.B.c:·gc.alloc.rate.norm\",\"sample\",1,15,24.000000,0.001000,\"B/op\"\r\n"
                        + "\"a.B.c:·gc.count\",\"sample\",1,15,3.000000,NaN,\"counts\"\r\n"
                        + "\"a.B.d\",\"thrpt\",1,15,2.000000,0.1,\"ops/us\"\r\n"
                        + "\"a.B.d:gc.alloc.rate.norm\",\"thrpt\",1,15,24.000000,0.001000,\"B/op\"\r\n"
                        + "\"a.B.d:get\",\"thrpt\",1,15,1.500000,0.1,\"ops/us\"\r\n"
                        + "\"a.B.d:stack\",\"thrpt\",1,1,NaN,NaN,\"---\"\r\n");
        // 5,000 samples are enough for p0.50 and not for p0.9999, which takes 100,000.
        assertThat(Tables.metrics(results.get(0)))
                .containsExactly(
                        "p0.50 2.4999999999999998E-6 s/op", "gc.alloc.rate.norm 24.0 B/op", "gc.count 3.0 counts");
        assertThat(Tables.metrics(results.get(1)))
                .containsExactly("gc.alloc.rate.norm 24.0 B/op", "get 1500000.0 ops/s");
        assertThat(Tables.notes(results.get(1))).containsExactly("mean-only", "text-only");
    }

    /** In French and Russian, JMH writes commas: quoted between commas, plain between semicolons. */
    @Test
    void readsDecimalCommas() {
        BenchmarkResult quoted = DocumentReading.read(ResultFormat.JMH_CSV, """
                "Benchmark","Mode","Threads","Samples","Score","Score Error (99,9%)","Unit"
                "a.B.c","thrpt",1,5,"3099,563546","10,500000","ops/s"
                """).get(0);
        BenchmarkResult semicolons =
                DocumentReading.read(ResultFormat.JMH_SCSV, """
                "Benchmark";"Mode";"Threads";"Samples";"Score";"Score Error (99,9%)";"Unit"
                "a.B.c";"thrpt";1;5;3099,563546;10,500000;"ops/s"
                """).get(0);
        assertThat(quoted.primary().score()).isEqualTo(3099.563546);
        assertThat(semicolons.primary().score()).isEqualTo(3099.563546);
        assertThat(semicolons.primary().scoreError()).isEqualTo(10.5);
    }

    @Test
    void readsWhatASpreadsheetSavedAndWhatJmh10Wrote() {
        BenchmarkResult saved =
                DocumentReading.read(ResultFormat.JMH_SCSV, "\uFEFF" + """
                Benchmark;Mode;Threads;Samples;Score;Score Error (99,9%);Unit;Param: size
                a.B.c;ss;2;1;7,5;NaN;s/op;

                """).get(0);
        assertThat(saved.benchmark().key()).isEqualTo("a.B.c[ss,2]");
        assertThat(saved.primary().scoreError()).isNaN();
        BenchmarkResult old = DocumentReading.read(
                        ResultFormat.JMH_CSV, HEADER + "\r\n\"a.B.c\",\"avgt\",1,5,1.25E-5,NaN,\"ms/op\"\r\n")
                .get(0);
        assertThat(old.primary().score()).isCloseTo(1.25e-8, within(1e-17));
        assertThat(Tables.notes(old)).containsExactly("mean-only");
    }

    /** The label's dot as JMH wrote it on Windows, in one byte that isn't UTF-8. */
    @Test
    void readsADotOfAnotherCodePage() {
        String text = HEADER + "\r\n\"a.B.c\",\"avgt\",1,5,1.25,NaN,\"ms/op\"\r\n"
                + "\"a.B.c:\u00b7gc.alloc.rate.norm\",\"avgt\",1,5,8.0,NaN,\"B/op\"\r\n";
        byte[] latin = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(Tables.metrics(
                        DocumentReading.read(ResultFormat.JMH_CSV, latin).get(0)))
                .containsExactly("gc.alloc.rate.norm 8.0 B/op");
    }

    /** 0.000000 s/op is below 0.0000005 s/op, and that is all that is known of it. */
    @Test
    void doesNotTakeARoundedTimeForExact() {
        List<BenchmarkResult> results = DocumentReading.read(
                ResultFormat.JMH_CSV,
                HEADER
                        + "\n\"a.B.c\",\"avgt\",1,5,0.000000,NaN,\"s/op\"\n\"a.B.d\",\"avgt\",1,5,0.000012,NaN,\"s/op\"\n");
        assertThat(results.get(0).primary().score()).isNaN();
        assertThat(Tables.notes(results.get(0))).containsExactly("rounded", "not-measured");
        assertThat(results.get(1).primary().score()).isEqualTo(1.2e-5);
        assertThat(results.get(1).notes().get(0).message())
                .isEqualTo(
                        "result 2 (a.B.d): the table has score with few digits, so that it may be off by 5 %; have it in"
                                + " a smaller unit, with -tu, or with -rf json");
    }

    @Test
    void rejectsWithAPlaceAndARemedy() {
        String row = "\"a.B.c\",\"avgt\",1,5,1.5,0.1,\"ns/op\"\n";
        assertThat(DocumentReading.rejection(HEADER + "\n" + row + row))
                .isEqualTo("duplicate-result: result 2 (a.B.c): it has the benchmark, parameters, mode and threads of"
                        + " result 1; keep one of them, and upload the results of several runs each on its own"
                        + " (line 3, column 1)");
        assertThat(DocumentReading.rejection(HEADER + "\n")).startsWith("no-results: the table has no rows");
        assertThat(DocumentReading.rejection(HEADER + "\n\"a.B.c\",\"avgt\",1,5,1.5"))
                .isEqualTo("truncated-document: the row has 5 values, the header 7; give the whole file as JMH wrote it"
                        + " (line 2, column 1)");
        assertThat(DocumentReading.rejection(HEADER + "\n" + row + "\"a.B.d\",\"avgt\",1,5,1.5,0.1,\"ns/"))
                .isEqualTo(
                        "truncated-document: the value that begins here has no closing quotation mark; give the whole"
                                + " file (line 3, column 28)");
        assertThat(DocumentReading.rejection(HEADER + "\n\"a.B.c\",\"avgt\",1,5,fast,0.1,\"ns/op\"\n"))
                .isEqualTo(
                        "invalid-field: Score is \"fast\", expected a number such as 12.345, without digits in groups"
                                + " (line 2, column 20)");
        assertThat(DocumentReading.rejection(HEADER + "\n" + row + "\"a.B.d\",\"avgt\",1,5,\"1,5\",0.1,\"ns/op\"\n"))
                .startsWith("invalid-field: a number has a ',', those from line 2 on have a '.', so it isn't clear");
        assertThat(DocumentReading.rejection(HEADER + "\n\"a.B.c\",\"best\",1,5,1.5,0.1,\"ns/op\"\n"))
                .contains("Mode is \"best\", expected thrpt, avgt, sample or ss (line 2, column 9)");
        assertThat(DocumentReading.rejection(HEADER + "\n\"a.B.c\",\"avgt\",0,5,1.5,0.1,\"ns/op\"\n"))
                .contains("Threads is \"0\", expected a whole number from 1");
        assertThat(DocumentReading.rejection(HEADER + "\n\"a.B.c:gc.time\",\"avgt\",1,5,1.5,0.1,\"ms\"\n"))
                .contains("the row of gc.time has no row with the score of its benchmark above it");
        assertThat(DocumentReading.rejection(HEADER + ",\"Commit\"\n" + row))
                .contains("the column \"Commit\" isn't one of JMH's")
                .contains("(line 1, column ");
        assertThat(DocumentReading.rejection(HEADER + "\n" + row
                        + "\"a.B.c:x\",\"avgt\",1,5,1,1,\"#\"\n\"a.B.c:·x\",\"avgt\",1,5,1,1,\"#\"\n"))
                .startsWith("duplicate-metric: result 1 (a.B.c): the benchmark has ·x twice");
    }
}
