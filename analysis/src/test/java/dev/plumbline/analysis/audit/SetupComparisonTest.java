package dev.plumbline.analysis.audit;

import static dev.plumbline.analysis.audit.Measured.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Setup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupComparisonTest {

    private static final ObservedMachine MACHINE =
            new ObservedMachine("Fast CPU 3000", "x86_64", "8", "33285996544", "Linux 6.1");

    @Test
    void theSameSetupOnTheSameMachineIsNoReason() {
        assertThat(compare(result(), result())).isEmpty();
    }

    @Test
    void eachDifferenceOfTheSetupIsSaid() {
        assertThat(compare(result().vm("OpenJDK 64-Bit Server VM"), result().vm("Zing 64-Bit Tiered VM")))
                .containsExactly(
                        "A different JVM from the baseline's: OpenJDK 64-Bit Server VM → Zing 64-Bit Tiered VM");
        assertThat(compare(result().jdk("17.0.12", "17.0.12+7"), result().jdk("21.0.4", "21.0.4+7")))
                .containsExactly("A different Java release from the baseline's: 17.0.12+7 → 21.0.4+7");
        assertThat(compare(result().jdk("1.8.0_402", "25.402-b06"), result().jdk("1.8.0_412", "25.412-b08")))
                .containsExactly("A different update of the JDK from the baseline's: 25.402-b06 → 25.412-b08");
        assertThat(compare(result().jmh("1.35"), result().jmh("1.37")))
                .containsExactly("A different version of the harness from the baseline's: 1.35 → 1.37");
        assertThat(compare(result().warmup(5, "10 s"), result().warmup(0, "10 s")))
                .containsExactly("A different warm-up from the baseline's: 5 × 10 s → none");
        assertThat(compare(result().iterations(5, "10 s"), result().iterations(3, "1 s")))
                .containsExactly("Different iterations from the baseline's: 5 × 10 s → 3 × 1 s");
        assertThat(compare(result().forksAsked(3), result().forksAsked(5)))
                .containsExactly("A different number of forks from the baseline's: 3 → 5");
        assertThat(compare(result().arguments("-Xmx1g"), result().arguments("-Xmx2g", "-XX:+UseZGC")))
                .containsExactly(
                        "Different JVM arguments from the baseline's: -Xmx1073741824 → -XX:+UseZGC -Xmx2147483648");
        assertThat(compare(result().arguments("-Xmx1g"), result()))
                .containsExactly("Different JVM arguments from the baseline's: -Xmx1073741824 → none");
    }

    @ParameterizedTest
    @CsvSource({
        "-Xmx1g -XX:+UseG1GC, -XX:+UseG1GC -Xmx1024m",
        "-Xmx1g, -Xmx2g -Xmx1g",
        "-Djava.io.tmpdir=/tmp/1, -Djava.io.tmpdir=/tmp/2",
        "-Djmh.ignoreLock=true, -Duser.dir=/x",
        "-cp /a/b.jar, -classpath /c/d.jar",
        "-javaagent:/a/agent.jar=x, -javaagent:/b/c/agent.jar=x",
        "-XX:HeapDumpPath=/a, -XX:+HeapDumpOnOutOfMemoryError",
        "-XX:-Inline -XX:+Inline, -XX:+Inline",
        "-XX:MaxHeapSize=1g, -XX:MaxHeapSize=1048576k"
    })
    void argumentsThatComeToTheSameAreNoDifference(String before, String after) {
        assertThat(compare(result().arguments(before.split(" ")), result().arguments(after.split(" "))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-XX:+UseG1GC, -XX:-UseG1GC",
        "-Dfile.encoding=UTF-8, -Dfile.encoding=US-ASCII",
        "-javaagent:/a/agent.jar=x, -javaagent:/a/agent.jar=y",
        "--add-opens java.base/java.lang=ALL-UNNAMED, --add-opens java.base/java.util=ALL-UNNAMED"
    })
    void argumentsThatDifferAreADifference(String before, String after) {
        assertThat(compare(result().arguments(before.split(" ")), result().arguments(after.split(" "))))
                .hasSize(1);
    }

    @Test
    void eachDifferenceOfTheMachineIsSaidOfTheWholeRun() {
        ObservedMachine other = new ObservedMachine("Slow CPU", "aarch64", "4", "16642998272", "Linux 6.8");

        List<Finding> findings = SetupComparison.of(run(result()), other, run(result()), MACHINE, List.of("a", "b"));

        assertThat(findings).extracting(Finding::where).containsOnly("the whole run");
        assertThat(findings)
                .extracting(Finding::what)
                .containsExactly(
                        "A different processor from the baseline's: Fast CPU 3000 → Slow CPU; x86_64 → aarch64",
                        "A different operating system from the baseline's: Linux 6.1 → Linux 6.8",
                        "Different cores or memory from the baseline's: 8 cores → 4 cores; 31 GiB → 16 GiB");
    }

    @Test
    void whatIsNotKnownIsNoDifference() {
        assertThat(SetupComparison.of(run(result()), ObservedMachine.UNKNOWN, run(result()), MACHINE, List.of("a")))
                .isEmpty();
        assertThat(compare(result().jmh(""), result().jmh("1.37"))).isEmpty();
        assertThat(compare(result().warmup(-1, ""), result())).isEmpty();
    }

    @Test
    void onlyTheBenchmarksThatBothHaveAreCompared() {
        Setup usual = result().setup();
        Setup other = result().forksAsked(7).setup();
        RunSetup.Gathering gathering = new RunSetup.Gathering();
        gathering.add("old", usual);
        gathering.add("changed", other);
        gathering.add("new", other);

        List<Finding> findings =
                SetupComparison.of(gathering.setup(), MACHINE, run(result()), MACHINE, List.of("old", "changed"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(AuditCode.FORK_COUNT_DIFFERS);
            assertThat(finding.where()).isEqualTo("1 of 2 benchmarks");
        });
    }

    @Test
    void theMachineIsReadFromAnUploadsMetadata() {
        assertThat(ObservedMachine.of(Map.of(
                        "cpu",
                        "Fast CPU 3000",
                        "arch",
                        "x86_64",
                        "cores",
                        "8",
                        "memoryBytes",
                        "33285996544",
                        "os",
                        "Linux 6.1")))
                .isEqualTo(MACHINE);
        assertThat(ObservedMachine.of(Map.of())).isEqualTo(ObservedMachine.UNKNOWN);
    }

    private static List<String> compare(Measured baseline, Measured candidate) {
        return SetupComparison.of(run(candidate), MACHINE, run(baseline), MACHINE, List.of("a")).stream()
                .map(Finding::what)
                .toList();
    }

    private static RunSetup run(Measured measured) {
        return new RunSetup(List.of(measured.setup()), Map.of());
    }
}
