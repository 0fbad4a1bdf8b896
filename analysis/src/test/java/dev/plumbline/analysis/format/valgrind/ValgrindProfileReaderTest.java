package dev.plumbline.analysis.format.valgrind;

import static dev.plumbline.analysis.format.valgrind.Profiles.file;
import static dev.plumbline.analysis.format.valgrind.Profiles.one;
import static dev.plumbline.analysis.format.valgrind.Profiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.audit.Audit;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Mode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValgrindProfileReaderTest {

    private static final String HEADER = "version: 1\ncreator: callgrind-3.22.0\npid: 7\ncmd: ./a b\npositions: line\n";

    @Test
    void theTotalOfInstructionsIsTheScoreOfTheProgram() {
        BenchmarkResult result = one(ResultFormat.CALLGRIND, file("old.callgrind.out"));

        assertThat(result.benchmark().key()).isEqualTo("index 2000[count,1]");
        assertThat(result.benchmark().mode()).isEqualTo(Mode.COUNT);
        assertThat(result.setup().harness()).isEqualTo(Harness.CALLGRIND);
        assertThat(result.setup().harnessVersion()).isEqualTo("3.19.0");
        // totals: 664680
        assertThat(result.primary().score()).isEqualTo(664680);
        assertThat(result.primary().forkValues()).containsExactly(664680);
        assertThat(result.primary().metric().unit().symbol()).isEqualTo("instructions");
        assertThat(result.primary().metric().unit().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void nothingIsSaidAgainstOneProcess() {
        Audit audit = new Audit();
        audit.add(one(ResultFormat.CALLGRIND, file("old.callgrind.out")));

        assertThat(audit.findings()).isEmpty();
    }

    @Test
    void allEventsAreMetricsWhateverElseIsInTheFile() {
        // totals: 159256 29233 16922 461 144 223 461 144 223 0 0 0 22641 2567 1627 39 12; summary: has 2 instructions
        // more
        BenchmarkResult result = one(ResultFormat.CALLGRIND, file("events.callgrind.out"));

        assertThat(result.primary().score()).isEqualTo(159256);
        assertThat(Profiles.metrics(result))
                .containsExactly(
                        "Dr 29233 accesses",
                        "Dw 16922 accesses",
                        "I1mr 461 misses",
                        "D1mr 144 misses",
                        "D1mw 223 misses",
                        "ILmr 461 misses",
                        "DLmr 144 misses",
                        "DLmw 223 misses",
                        "ILdmr 0 misses",
                        "DLdmr 0 misses",
                        "DLdmw 0 misses",
                        "Bc 22641 branches",
                        "Bcm 2567 mispredictions",
                        "Bi 1627 branches",
                        "Bim 39 mispredictions",
                        "Ge 12 #");
        assertThat(result.setup().settings()).containsEntry("D1 cache", "32768 B, 64 B, 8-way associative");
    }

    @Test
    void readsCachegrind() {
        BenchmarkResult result = one(ResultFormat.CACHEGRIND, file("new.cachegrind.out"));

        assertThat(result.benchmark().name()).isEqualTo("index 2000");
        assertThat(result.setup().harness()).isEqualTo(Harness.CACHEGRIND);
        assertThat(result.primary().score()).isEqualTo(3963086);
        assertThat(Profiles.metrics(result)).contains("Dr 824315 accesses", "Bcm 42683 mispredictions");
    }

    @Test
    void partsOfAProcessAreAddedUp() {
        // 657523 + 7157
        assertThat(one(ResultFormat.CALLGRIND, file("parts.callgrind.out"))
                        .primary()
                        .score())
                .isEqualTo(664680);
    }

    @Test
    void threadsOfAProcessAreAddedUpWhenTheyAreTogether() {
        BenchmarkResult both =
                one(ResultFormat.CALLGRIND, file("threads.callgrind.out-01", "threads.callgrind.out-02"));
        BenchmarkResult second = one(ResultFormat.CALLGRIND, file("threads.callgrind.out-02"));

        assertThat(both.primary().score()).isEqualTo(20063 + 24503);
        assertThat(both.benchmark().params()).isEmpty();
        assertThat(both.notes()).isEmpty();
        assertThat(second.benchmark().params()).isEqualTo(Map.of("thread", "2"));
        assertThat(Profiles.notes(second)).containsExactly("partial");
    }

    @Test
    void processesAreBenchmarks() {
        String other = HEADER.replace("./a b", "./a c").replace("pid: 7", "pid: 8");
        String body = "events: Ir\nfn=f\n1 5\ntotals: 5\n";
        assertThat(Profiles.read(ResultFormat.CALLGRIND, text(HEADER + body + other + body)))
                .extracting(result -> result.benchmark().name())
                .containsExactly("a b", "a c");
        assertThat(Profiles.rejection(text(HEADER + body + HEADER.replace("pid: 7", "pid: 8") + body)))
                .startsWith("duplicate-result: result 2 (a b):");
    }

    @Test
    void aLineNamesTheBenchmark() {
        BenchmarkResult named = one(
                ResultFormat.CACHEGRIND,
                text("desc: benchmark: parse <b>large</b>\ncmd: ./a\nevents: Ir\nfl=x.c\nfn=f\n1 2\nsummary: 2\n"));
        BenchmarkResult unnamed = one(ResultFormat.CALLGRIND, text("# callgrind format\nevents: Ticks\nfn=f\n1 2\n"));

        assertThat(named.benchmark().name()).isEqualTo("parse <b>large</b>");
        assertThat(Profiles.notes(unnamed)).containsExactly("unnamed");
        assertThat(unnamed.primary().score()).isEqualTo(2);
    }

    @Test
    void theFolderAndCargosHashAreNoPartOfTheName() {
        assertThat(ProgramName.of("/ci/7/target/release/deps/my-bench-3d69ca9f0e146ded  --bench x"))
                .isEqualTo("my-bench --bench x");
        assertThat(ProgramName.of("C:\\build\\a.exe")).isEqualTo("a.exe");
        assertThat(ProgramName.of("a " + "b".repeat(9_000))).hasSizeLessThan(600);
        assertThat(ProgramName.of("a " + "b".repeat(9_000))).isNotEqualTo(ProgramName.of("a " + "b".repeat(9_001)));
    }

    @Test
    void aFileThatWasCutOffIsRejected() {
        assertThat(Profiles.rejection(text(HEADER + "events: Ir\nsummary: 500\nfn=f\n1 5\n")))
                .isEqualTo(
                        "truncated-document: the functions' Ir add up to 5, and summary: says 500: the file was cut off or"
                                + " changed; upload it as it was written (line 9, column 1)");
        assertThat(Profiles.rejection(text("cmd: a\nevents: Ir\nfl=x\nfn=f\n1 5\n")))
                .startsWith("truncated-document");
        assertThat(Profiles.rejection(text(HEADER + "events: Ir\nfn=f\ncfn=g\ncalls=1 2\n")))
                .startsWith("truncated-document");
    }

    @Test
    void numbersAreWholeAndFitALong() {
        assertThat(Profiles.rejection(text(HEADER + "events: Ir\nfn=f\n1 9223372036854775808\n")))
                .startsWith("number-out-of-range: 9223372036854775808 is beyond 2⁶³");
        assertThat(Profiles.rejection(text(HEADER + "events: Ir\nfn=f\n1 9223372036854775807\n2 1\n")))
                .startsWith("number-out-of-range: the costs add up to more than 2⁶³");
        assertThat(Profiles.rejection(text(HEADER + "events: Ir\nfn=f\n1 2.5\n")))
                .startsWith("invalid-field: \"2.5\"");
        assertThat(Profiles.rejection(text(HEADER + "events: Ir\nfn=f\n1 *\n")))
                .contains("only positions may be relative");
        assertThat(Profiles.rejection(text(HEADER + "events: Ir\nfn=f\n1 2 3\n")))
                .contains("more than the 1 costs that events: names");
        assertThat(Profiles.rejection(text(HEADER.replace("version: 1", "version: 2") + "events: Ir\nfn=f\n1 2\n")))
                .startsWith("invalid-field: version is 2");
    }

    @Test
    void whatPeopleReadAndDifferencesAreRejectedWithARemedy() {
        assertThat(Profiles.rejection(
                        text("desc: Files compared: a; b\ncmd: a; b\nevents: Ir\nfl=x\nfn=f\n0 -5\nsummary: -5\n")))
                .contains("plumbline compare");
        assertThat(Profiles.rejection(text("cmd: a\nevents: Ir\nfl=x\nfn=f\n0 -5\nsummary: -5\n")))
                .contains("the difference that cg_diff wrote");
        assertThat(Profiles.rejection(text("-----\nProfile data file 'callgrind.out.1' (creator: callgrind-3.19.0)\n")))
                .contains("give the file that it was made from");
        assertThat(Profiles.rejection(text("desc: --massif-out-file=x\ncmd: a\ntime_unit: i\n#-----\nsnapshot=0\n")))
                .contains("DHAT or Massif");
    }

    @Test
    void isReadOrRejectedWhateverIsChanged() throws IOException {
        HostileDocuments.areReadOrRejected(
                ResultFormat.CALLGRIND, file("threads.callgrind.out-02"), file("parts.callgrind.out"));
        HostileDocuments.areReadOrRejected(ResultFormat.CACHEGRIND, file("old.cachegrind.out"));
    }
}
