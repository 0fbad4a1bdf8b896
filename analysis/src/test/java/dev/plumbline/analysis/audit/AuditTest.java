package dev.plumbline.analysis.audit;

import static dev.plumbline.analysis.audit.Measured.fork;
import static dev.plumbline.analysis.audit.Measured.noise;
import static dev.plumbline.analysis.audit.Measured.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {

    @Test
    void nothingIsSaidAgainstAGoodMeasurement() {
        assertThat(result().audited()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-Xint, interpreted-only",
        "-Djava.compiler=NONE, interpreted-only",
        "-XX:TieredStopAtLevel=0, interpreted-only",
        "-XX:TieredStopAtLevel=1, compiler-limited",
        "-XX:TieredStopAtLevel=3, compiler-limited",
        "-XX:CompilationMode=quick-only, compiler-limited",
        "-XX:CompilationMode=high-only, tiered-off",
        "-XX:-TieredCompilation, tiered-off",
        "-Xcomp, compiled-without-profile",
        "-ea, assertions-on",
        "-enableassertions:com.acme..., assertions-on",
        "-esa, assertions-on",
        "-enablesystemassertions, assertions-on",
        "-XX:-DoEscapeAnalysis, optimisation-off",
        "'-XX:CompileCommand=exclude,com.acme.Text::split', optimisation-off",
        "-XX:+UseEpsilonGC, no-collector",
        "-Xcheck:jni, diagnostics-on",
        "-XX:+PrintCompilation, diagnostics-on",
        "-XX:NativeMemoryTracking=detail, diagnostics-on",
        "'-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=5005', debugger",
        "-Xdebug, debugger",
        "'-Xrunjdwp:transport=dt_socket,server=y', debugger",
        "-javaagent:/home/me/org.jacoco.agent-0.8.12-runtime.jar=destfile=jacoco.exec, coverage-agent",
        "-javaagent:C:\\idea\\intellij-coverage-agent-1.0.737.jar, coverage-agent",
        "-javaagent:/opt/cobertura.jar, coverage-agent",
        "-agentpath:/opt/async-profiler/lib/libasyncProfiler.so=start, profiler-attached",
        "-agentpath:/opt/yourkit/libyjpagent.so, profiler-attached",
        "-agentpath:/opt/jprofiler/bin/libjprofilerti.so=port=8849, profiler-attached",
        "-agentlib:hprof=cpu=samples, profiler-attached",
        "-XX:StartFlightRecording=duration=30s, profiler-attached",
        "-XX:+FlightRecorder, profiler-attached",
        "-javaagent:/opt/opentelemetry-javaagent.jar, profiler-attached",
        "-javaagent:/opt/jacoco/mine.jar, unknown-agent",
        "-agentpath:/lib/libmine.so, unknown-agent"
    })
    void anArgumentOfTheJvmThatDistortsIsFound(String argument, String code) {
        List<Finding> findings = result().arguments("-Xmx1g", argument).audited();

        assertThat(findings).extracting(finding -> finding.code().code()).containsExactly(code);
        assertThat(findings.get(0).what())
                .endsWith(
                        ": " + argument.replace("-enableassertions", "-ea").replace("-enablesystemassertions", "-esa"));
        assertThat(findings.get(0).where()).isEqualTo("the benchmark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:TieredStopAtLevel=4",
                "-XX:+TieredCompilation",
                "-XX:CompilationMode=default",
                "-Xmx8g",
                "-XX:+UseZGC",
                "-XX:+HeapDumpOnOutOfMemoryError",
                "-XX:FlightRecorderOptions=stackdepth=64",
                "-Djava.security.manager=allow",
                "-XX:NativeMemoryTracking=summary",
                "-Xbatch",
                "-dsa",
                "--enable-preview"
            })
    void anArgumentThatDistortsNothingIsNotFound(String argument) {
        assertThat(result().arguments(argument).audited()).isEmpty();
    }

    @Test
    void theLastArgumentOfAKindCounts() {
        assertThat(result().arguments("-ea", "-da").audited()).isEmpty();
        assertThat(codes(result().arguments("-da", "-ea"))).containsExactly("assertions-on");
        assertThat(codes(result().arguments("-ea:com.acme...", "-da"))).containsExactly("assertions-on");
        assertThat(result().arguments("-XX:TieredStopAtLevel=1", "-XX:TieredStopAtLevel=4")
                        .audited())
                .isEmpty();
        assertThat(result().arguments("-XX:-Inline", "-XX:+Inline").audited()).isEmpty();
    }

    @Test
    void severalArgumentsOfAKindAreOneFinding() {
        List<Finding> findings = result().arguments("-ea", "-esa").audited();

        assertThat(findings)
                .singleElement()
                .extracting(Finding::what)
                .isEqualTo("Assertions were switched on: -ea -esa");
    }

    @ParameterizedTest
    @CsvSource({
        "OpenJDK 64-Bit Server VM, 21.0.4-internal-fastdebug+0, debug-vm early-access-vm",
        "OpenJDK 64-Bit Server VM, 17.0.1-slowdebug, debug-vm",
        "OpenJDK 64-Bit Zero VM, 21.0.4+7, interpreted-only",
        "Java HotSpot(TM) Client VM, 25.401-b10, compiler-limited",
        "OpenJDK 64-Bit Minimal VM, 21.0.4+7, compiler-limited",
        "Eclipse OpenJ9 VM, openj9-0.46.0, other-vm",
        "OpenJDK 64-Bit Server VM, 25-ea+12-1234, early-access-vm",
        "OpenJDK 64-Bit Server VM, 25-beta+12, early-access-vm",
        "Zing 64-Bit Tiered VM, 21.0.4-zing_24.08, ''",
        "Java HotSpot(TM) 64-Bit Server VM, 23.0.1+11-jvmci-b01, ''"
    })
    void theVirtualMachineIsLookedAt(String name, String version, String codes) {
        assertThat(String.join(" ", codes(result().vm(name).jdk("21.0.4", version))))
                .isEqualTo(codes);
    }

    @Test
    void howManyJvmsMeasuredIsLookedAt() {
        assertThat(codes(result().forks(noise(2, 1, 5, 2e-6, 0.01)).forksAsked(0)))
                .containsExactly("in-harness-jvm");
        assertThat(codes(result().forks(noise(2, 1, 5, 2e-6, 0.01)))).containsExactly("one-fork");
        assertThat(codes(result().forks(List.of()).forksAsked(3))).containsExactly("forks-unknown");
        assertThat(codes(result().forks(List.of()).forksAsked(1))).containsExactly("one-fork", "forks-unknown");
        assertThat(result().forksAsked(5).audited())
                .singleElement()
                .extracting(Finding::what)
                .isEqualTo("Forks are missing: 3 of 5 forks");
    }

    @Test
    void warmUpIsLookedAt() {
        assertThat(codes(result().warmup(0, "10 s"))).containsExactly("no-warm-up");
        assertThat(result().warmup(3, "500 ms").audited())
                .singleElement()
                .extracting(Finding::what)
                .isEqualTo("Less than 5 s of warm-up: 3 × 500 ms");
        assertThat(result().warmup(5, "1 s").audited()).isEmpty();
        assertThat(result().warmup(1, "1 min").audited()).isEmpty();
        assertThat(result().warmup(-1, "").audited()).isEmpty();
    }

    @Test
    void aColdStartIsLeftInPeace() {
        Measured shots =
                result().mode(Mode.SINGLE_SHOT_TIME).warmup(0, "single-shot").score(0.2, 0.01);

        assertThat(shots.iterations(1, "single-shot")
                        .forks(noise(3, 20, 1, 0.2, 0.02))
                        .audited())
                .isEmpty();
        assertThat(codes(shots.iterations(5, "single-shot")
                        .forks(List.of(
                                fork(0.9, 0.3, 0.2, 0.2, 0.2),
                                fork(0.9, 0.3, 0.2, 0.2, 0.21),
                                fork(1, 0.3, 0.2, 0.2, 0.2)))))
                .containsExactly("mixed-starts");
    }

    @Test
    void timesTooShortForTheClockAreFound() {
        assertThat(result().mode(Mode.SINGLE_SHOT_TIME).score(3.1e-7, 1e-9).audited())
                .singleElement()
                .extracting(Finding::what)
                .isEqualTo("An operation is shorter than the clock can measure: 310 ns");
        assertThat(codes(result().mode(Mode.SAMPLE_TIME).score(4e-8, 1e-9))).containsExactly("below-clock-resolution");
        assertThat(result().score(4e-8, 1e-10).audited()).isEmpty();
    }

    @Test
    void shortIterationsAndFewOperationsAreFound() {
        assertThat(codes(result().iterations(5, "50 ms"))).containsExactly("short-iterations");
        assertThat(codes(result().iterations(5, "1 s").score(0.4, 0.01))).containsExactly("few-operations");
        assertThat(codes(result().iterations(5, "1 s").unit("ops/s").score(9, 0.1)))
                .containsExactly("few-operations");
        // Four threads together: 36 operations a second are 9 for each.
        assertThat(codes(result().iterations(5, "1 s").unit("ops/s").threads(4).score(36, 0.1)))
                .containsExactly("few-operations");
        assertThat(result().iterations(5, "1 s").unit("ops/s").score(11, 0.1).audited())
                .isEmpty();
    }

    @Test
    void anOperationThatTakesNoTimeIsFound() {
        assertThat(result().score(3e-10, 1e-12).audited())
                .singleElement()
                .extracting(Finding::what)
                .isEqualTo("An operation of less than two processor cycles: 0.300 ns");
        // Eight threads of 1 ns each.
        assertThat(result().unit("ops/s").threads(8).score(8e9, 1e6).audited()).isEmpty();
    }

    @Test
    void theScoreIsLookedAt() {
        assertThat(codes(result().score(Double.NaN, Double.NaN))).containsExactly("not-measured");
        assertThat(codes(result().score(Double.POSITIVE_INFINITY, Double.NaN))).containsExactly("not-measured");
        assertThat(codes(result().score(0, 0))).containsExactly("zero-score");
        assertThat(codes(result().note("score-differs"))).containsExactly("score-differs");
        assertThat(result().score(2e-6, 0.9e-6).audited())
                .singleElement()
                .extracting(Finding::what)
                .isEqualTo("A wide interval: ±45 %");
    }

    @Test
    void forksThatWarmUpAreFoundWithByHowMuch() {
        List<Finding> findings = result().forks(warming(1.5)).audited();

        assertThat(codes(result().forks(warming(1.5)))).containsExactly("still-warming-up");
        assertThat(findings.get(0).what())
                .isEqualTo("The forks were still warming up: the first 2 of 5 iterations lie 50 % above the rest,"
                        + " the score 18 % above");
        assertThat(findings.get(0).cases().get(0).numbers())
                .containsEntry("before", 2.0)
                .containsKeys("iterations", "ratio", "scoreRatio", "pValue");
    }

    @Test
    void warmUpIsTheDirectionThatGetsBetter() {
        assertThat(codes(result().forks(warming(0.7)))).containsExactly("getting-worse");
        assertThat(codes(result().unit("ops/us").score(5e5, 1e3).forks(warming(0.7))))
                .containsExactly("still-warming-up");
        assertThat(codes(result().unit("ops/us").score(5e5, 1e3).forks(warming(1.5))))
                .containsExactly("getting-worse");
    }

    @Test
    void aStepIsNeitherBetterNorWorseInAUnitThatDoesNotSayIt() {
        assertThat(codes(result().unit("widgets").forks(warming(0.7)))).containsExactly("changing-level");
        assertThat(codes(result().unit("widgets").forks(warming(1.5)))).containsExactly("changing-level");
    }

    @Test
    void aCommonShiftThatHardlyMovesTheScoreIsNot() {
        // 2 of 5 iterations are 1 % off, so the score is 0.4 % off.
        assertThat(result().forks(warming(1.01)).audited()).isEmpty();
    }

    @Test
    void aForkThatShiftsOnItsOwnIsFound() {
        List<Fork> forks = new ArrayList<>(noise(5, 3, 40, 2e-6, 0.005));
        double[] shifting = forks.get(1).iterations().clone();
        for (int i = 16; i < shifting.length; i++) {
            shifting[i] *= 1.06;
        }
        forks.set(1, fork(shifting));

        assertThat(result().forks(forks).audited())
                .singleElement()
                .extracting(Finding::what)
                .asString()
                .matches("Forks change their level by themselves: 1 of 3 forks;"
                        + " fork 2 goes to [56]\\.\\d % above its first 16 iterations");
    }

    @Test
    void iterationsThatResembleTheirNeighboursAreFound() {
        // Up and down in waves of six: no fork has a level before and another after.
        List<Fork> forks = new ArrayList<>();
        for (int fork = 0; fork < 3; fork++) {
            double[] values = new double[36];
            for (int i = 0; i < values.length; i++) {
                values[i] = 2e-6 * (1 + 0.05 * Math.sin((i + 2 * fork) * Math.PI / 6));
            }
            forks.add(fork(values));
        }
        assertThat(codes(result().forks(forks))).containsExactly("dependent-iterations");
        assertThat(result().forks(forks).audited().get(0).what()).matches(".*: 108 iterations are worth \\d+");
    }

    @Test
    void forksAtTwoLevelsAreFoundFromEightOn() {
        List<Fork> forks = new ArrayList<>();
        for (int fork = 0; fork < 10; fork++) {
            double level = fork % 3 == 0 ? 2.6e-6 : 2e-6;
            forks.add(fork(level * 1.001, level, level * (1 + 0.001 * fork)));
        }
        assertThat(result().forks(forks).audited())
                .singleElement()
                .extracting(Finding::what)
                .asString()
                .startsWith("The forks have two levels: 4 of 10 forks lie 30 % above the others");
        assertThat(result().forks(forks.subList(0, 7)).audited()).isEmpty();
    }

    @Test
    void percentilesThatLackSamplesAreNamed() {
        List<Fork> forks = List.of(new Fork(2e-6, new double[] {}, 4_000), new Fork(2e-6, new double[] {}, 1_234));

        List<Finding> findings = result().mode(Mode.SAMPLE_TIME).forks(forks).audited();

        assertThat(findings)
                .singleElement()
                .extracting(Finding::what)
                .isEqualTo(
                        "Too few samples for the high percentiles: 1,234 samples a fork; from p0.999 on it takes 10,000");
    }

    @Test
    void hostileNumbersDoNoHarm() {
        for (double value : new double[] {0, -1, Double.NaN, Double.NEGATIVE_INFINITY, 1e150, 1e-320}) {
            List<Fork> forks = List.of(
                    fork(value, value, value, 1, 1), fork(value, 2, 2, 2, 2), fork(), new Fork(value, new double[0]));
            assertThat(result().forks(forks).score(value, value).audited()).isNotNull();
        }
    }

    @Test
    void aHostileNumberOfForksOrIterationsTakesNoTimeToSpeakOf() {
        // Work that grew with the square of the numbers would not end.
        List<Fork> forks = new ArrayList<>(noise(4, 400_000, 1, 2e-6, 0.01));
        assertThat(codes(result().forks(forks))).isEmpty();
        assertThat(codes(result().forks(List.of(fork(new double[1_000_000]), fork(new double[1_000_000])))))
                .isEmpty();
        double[] equal = new double[1_000_000];
        Arrays.fill(equal, 2e-6);
        assertThat(codes(result().forks(List.of(fork(equal), fork(equal))))).isEmpty();
    }

    @Test
    void aReasonIsSaidOnceForAllBenchmarks() {
        Audit audit = new Audit();
        for (int i = 0; i < 312; i++) {
            Measured measured = result().named("com.acme.Text.m" + i).arguments("-ea");
            audit.add((i < 2 ? measured.warmup(i, "100 ms") : measured).build());
        }
        List<Finding> findings = audit.findings();

        assertThat(findings)
                .extracting(Finding::where)
                .containsExactly("all 312 benchmarks", "1 of 312 benchmarks", "1 of 312 benchmarks");
        assertThat(findings.get(0).what()).isEqualTo("Assertions were switched on: -ea");
        assertThat(findings.get(0).cases())
                .hasSize(Finding.MOST_CASES)
                .allSatisfy(each -> assertThat(each.detail()).isEmpty());
    }

    @Test
    void theWorstBenchmarksOfAReasonComeFirst() {
        Audit audit = new Audit();
        for (int i = 1; i <= 100; i++) {
            audit.add(result().named("com.acme.Text.m" + i)
                    .score(1, 0.3 + i / 100.0)
                    .build());
        }
        Finding wide = audit.findings().get(0);

        assertThat(wide.concerned()).isEqualTo(100);
        assertThat(wide.what()).isEqualTo("A wide interval");
        assertThat(wide.cases()).hasSize(Finding.MOST_CASES);
        assertThat(wide.cases().get(0).detail()).isEqualTo("±130 %");
        assertThat(wide.cases().get(49).detail()).isEqualTo("±81 %");
    }

    @Test
    void theWorstFindingComesFirst() {
        assertThat(codes(result().arguments("-Xint", "-ea", "-javaagent:/x.jar")))
                .containsExactly("interpreted-only", "assertions-on", "unknown-agent");
    }

    @Test
    void longTextsAreCut() {
        Finding finding = result().arguments("-javaagent:/" + "x".repeat(60_000))
                .audited()
                .get(0);

        assertThat(finding.what()).hasSizeLessThan(400).endsWith("…");
    }

    /** Three forks whose first two of five iterations lie at so many times the level of the others. */
    private static List<Fork> warming(double factor) {
        List<Fork> forks = new ArrayList<>();
        for (Fork fork : noise(9, 3, 5, 2e-6, 0.001)) {
            double[] values = fork.iterations().clone();
            values[0] *= factor;
            values[1] *= factor;
            forks.add(fork(values));
        }
        return forks;
    }

    private static List<String> codes(Measured measured) {
        return measured.audited().stream().map(finding -> finding.code().code()).toList();
    }
}
