package dev.plumbline.analysis.format.catch2;

import static dev.plumbline.analysis.format.DocumentReading.fixture;
import static dev.plumbline.analysis.format.DocumentReading.fixtureBytes;
import static dev.plumbline.analysis.format.DocumentReading.format;
import static dev.plumbline.analysis.format.DocumentReading.refusal;
import static dev.plumbline.analysis.format.DocumentReading.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Catch2ReaderTest {

    @Test
    void readsMeansAndIntervalsInXml() {
        List<BenchmarkResult> results = fixture("catch2/base.xml");
        BenchmarkResult first = results.get(0);

        assertThat(format(fixtureBytes("catch2/base.xml"))).isEqualTo(ResultFormat.CATCH2_XML);
        assertThat(first.benchmark().name()).isEqualTo("Words / count 2000");
        assertThat(first.benchmark().mode()).isEqualTo(Mode.AVERAGE_TIME);
        assertThat(first.setup().harness()).isEqualTo(Harness.CATCH2);
        assertThat(first.setup().setting("samples")).isEqualTo("50");
        // mean value="8445.64" lowerBound="8023.32" upperBound="9786.9", nanoseconds
        assertThat(first.primary().score()).isCloseTo(8445.64e-9, within(1e-15));
        assertThat(first.primary().scoreError()).isCloseTo((9786.9 - 8023.32) / 2 * 1e-9, within(1e-15));
        assertThat(first.primary().forks()).hasSize(1);
        assertThat(first.notes()).extracting(BenchmarkResult.Note::code).containsExactly("mean-only");
    }

    /** The console has six digits; XML and console are of two executions, so only names and sizes are compared. */
    @Test
    void readsTheSameBenchmarksFromTheConsole() {
        List<BenchmarkResult> console = fixture("catch2/base.txt");

        assertThat(format(fixtureBytes("catch2/base.txt"))).isEqualTo(ResultFormat.CATCH2_TEXT);
        assertThat(keys(console)).isEqualTo(keys(fixture("catch2/base.xml")));
        assertThat(console.get(0).setup().harnessVersion()).isEqualTo("2.13.10");
        // 8.26303 us, low mean 8.25565 us, high mean 8.28947 us
        assertThat(console.get(0).primary().score()).isCloseTo(8.26303e-6, within(1e-15));
        assertThat(console.get(0).primary().scoreError()).isCloseTo((8.28947 - 8.25565) / 2 * 1e-6, within(1e-15));
        // 74.9273 ns on the line below the third line of its name
        assertThat(console.get(1).primary().score()).isCloseTo(74.9273e-9, within(1e-15));
    }

    /** The test case runs twice, once for each section, and the benchmark outside of them with it. */
    @Test
    void tellsRepetitionsAndNestedSectionsApart() {
        assertThat(keys(fixture("catch2/base.xml")))
                .containsExactly(
                        "Words / count 2000[avgt,1]",
                        "Words / inner / a long name\\, with \"quotes\" & <angles>\\, that the console wraps over lines[avgt,1]",
                        "Words / count 2000{repetition=2}[avgt,1]",
                        "Words / failing \\\\/ broken / throws[avgt,1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"catch2/base.xml", "catch2/base.txt", "catch2/no-analysis.txt", "catch2/no-analysis.xml"})
    void keepsFailedBenchmarksAsNotMeasured(String file) {
        BenchmarkResult failed = fixture(file).get(3);

        assertThat(failed.primary().score()).isNaN();
        assertThat(failed.primary().forkValues()).isEmpty();
        assertThat(failed.notes()).extracting(BenchmarkResult.Note::code).containsExactly("not-measured");
        assertThat(failed.notes().get(0).message()).contains("no <luck>");
    }

    @Test
    void hasNoIntervalsWithoutTheAnalysis() {
        // mean 8.03622 us in the row of the name
        assertThat(fixture("catch2/no-analysis.txt").get(0).primary().score()).isCloseTo(8.03622e-6, within(1e-15));
        assertThat(fixture("catch2/no-analysis.txt").get(0).primary().scoreError())
                .isNaN();
        assertThat(fixture("catch2/no-analysis.xml").get(0).primary().scoreError())
                .isNaN();
    }

    /** The head counts the words of the text twice. */
    @ParameterizedTest
    @ValueSource(strings = {"txt", "xml"})
    void showsTheDifferenceOfTwoVersions(String kind) {
        // The first benchmark is measured twice; one of the executions in XML was disturbed.
        double base = fixture("catch2/base." + kind).get(2).primary().score();
        double head = fixture("catch2/head." + kind).get(2).primary().score();

        assertThat(head / base).isBetween(1.9, 2.2);
    }

    @Test
    void readsVersion3() {
        BenchmarkResult result = results("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Catch2TestRun name="bench" rng-seed="1" xml-format-version="3" catch2-version="3.5.2">
                  <TestCase name="A" tags="[b]" filename="a.cpp" line="1">
                    <BenchmarkResults name="b" samples="10" resamples="1000" iterations="3" clockResolution="1" estimatedDuration="1">
                      <!--All values in nano seconds-->
                      <mean value="2.5" lowerBound="2" upperBound="3" ci="0.95"/>
                    </BenchmarkResults>
                  </TestCase>
                </Catch2TestRun>
                """).get(0);

        assertThat(result.setup().harnessVersion()).isEqualTo("3.5.2");
        assertThat(result.primary().score()).isCloseTo(2.5e-9, within(1e-20));
    }

    @Test
    void readsLongNamesOfTestCasesAndMinutes() {
        BenchmarkResult result = results("""
                -------------------------------------------------------------------------------
                A test case whose name is long
                enough for two lines
                  section
                -------------------------------------------------------------------------------
                a.cpp:1
                ...............................................................................

                benchmark name                       samples       iterations    est run time
                                                     mean          low mean      high mean
                                                     std dev       low std dev   high std dev
                -------------------------------------------------------------------------------
                b 15                                            20             1     40.5 m
                                                            2 m         1 m        3 m
                                                            2 s         1 s        3 s
                """).get(0);

        assertThat(result.benchmark().name())
                .isEqualTo("A test case whose name is long enough for two lines / section / b 15");
        assertThat(result.primary().score()).isCloseTo(120, within(1e-9));
        assertThat(result.primary().scoreError()).isCloseTo(60, within(1e-9));
    }

    @Test
    void saysWhatToGiveInsteadOfJUnitAndTestsAlone() {
        assertThat(refusal(new String(fixtureBytes("catch2/junit.xml"), StandardCharsets.UTF_8)))
                .hasMessageContaining("a JUnit report")
                .hasMessageContaining("-r xml");
        assertThat(refusal("<Catch name=\"a\"><TestCase name=\"b\"/></Catch>"))
                .hasMessageContaining("--skip-benchmarks");
    }

    @Test
    void readsOrRejectsWhateverHappensToADocument() throws IOException {
        HostileDocuments.areReadOrRejected(ResultFormat.CATCH2_XML, fixtureBytes("catch2/base.xml"));
        HostileDocuments.areReadOrRejected(
                ResultFormat.CATCH2_TEXT, fixtureBytes("catch2/base.txt"), fixtureBytes("catch2/no-analysis.txt"));
    }

    private static List<String> keys(List<BenchmarkResult> results) {
        return results.stream().map(result -> result.benchmark().key()).toList();
    }
}
