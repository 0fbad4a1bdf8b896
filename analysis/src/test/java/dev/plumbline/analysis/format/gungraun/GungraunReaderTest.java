package dev.plumbline.analysis.format.gungraun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class GungraunReaderTest {

    private static final String HEAD = """
            "benchmark_exe":"/ci/target/release/deps/b-1","benchmark_file":"/ci/crates/x/benches/b.rs",\
            "project_root":"/ci","package_dir":"/ci/crates/x",""";

    private static final String SIX = """
            {"baselines":[null,null],%s"details":"/ci/data\\n  400","function_name":"split","id":"large",
            "kind":"LibraryBenchmark","module_path":"b::group::split","profiles":[
            {"tool":"Callgrind","log_paths":[],"out_paths":[],"flamegraphs":[],"summaries":{
             "parts":[{"details":{"Left":{"pid":1}},"metrics_summary":{"Callgrind":{"Ir":{"metrics":{"Left":{"Int":1}}}}}}],
             "total":{"regressions":[{"Soft":{"metric":{"Callgrind":"Ir"},"new":{"Int":467188},"old":{"Int":61248},\
            "diff_pct":"662.78","limit":"5"}}],
              "summary":{"Callgrind":{
               "D1mr":{"diffs":{"diff_pct":"inf","factor":"inf"},"metrics":{"Both":[{"Int":871},{"Int":0}]}},
               "DLmr":{"diffs":null,"metrics":{"Right":{"Int":3}}},
               "Ir":{"diffs":{"diff_pct":"662.78","factor":"7.6"},"metrics":{"Both":[{"Int":467188},{"Int":61248}]}},
               "L1HitRate":{"metrics":{"Both":[{"Float":99.7},{"Float":99.9}]}}}}}}},
            {"tool":"DHAT","log_paths":[],"out_paths":[],"flamegraphs":[],"summaries":{"parts":[],
             "total":{"regressions":[],"summary":{"Dhat":{"TotalBytes":{"metrics":{"Left":{"Int":472}}}}}}}}],
            "summary_output":null,"version":"6"}
            """.formatted(HEAD);

    private static final String THREE = """
            {%s"callgrind_summary":{"callgrind_run":{"segments":[{"events":{"Ir":{"metrics":{"Left":1}}}}],
            "total":{"regressions":[],"summary":{"Ir":{"metrics":{"Both":[700,650]}},"Dr":{"metrics":{"Left":9}}}}}},
            "tool_summaries":[{"tool":"DHAT","summaries":{"segments":[],"total":{"DhatSummary":{"TotalBlocks":\
            {"metrics":{"Left":4}}}}}},{"tool":"Massif","summaries":{"segments":[],"total":"None"}}],
            "id":null,"details":null,"module_path":"b::group::old","kind":"LibraryBenchmark","version":"3"}
            """.formatted(HEAD);

    private static final String TWO = """
            {%s"callgrind_summary":{"summaries":[
            {"events":{"Ir":{"diff_pct":null,"factor":null,"new":40,"old":30},"Dr":{"new":null,"old":3}},"regressions":[
             {"event_kind":"Ir","new":40,"old":30,"diff_pct":33.3,"limit":10.0}]},
            {"events":{"Ir":{"new":2,"old":null}},"regressions":[]}]},
            "tool_summaries":[{"tool":"Memcheck","summaries":[{"error_summary":{"errors":1,"contexts":2,"supp_errors":0,\
            "supp_contexts":0}}]}],"id":"a","details":"1","module_path":"b::group::older","version":"2"}
            """.formatted(HEAD);

    @Test
    void theNewRunCounts() {
        BenchmarkResult result = read(SIX).get(0);

        assertThat(result.benchmark().name()).isEqualTo("crates/x/b::group::split");
        assertThat(result.benchmark().params()).isEqualTo(Map.of("id", "large", "arguments", "data 400"));
        assertThat(result.setup().harness()).isEqualTo(Harness.GUNGRAUN);
        assertThat(result.setup().settings()).isEqualTo(Map.of("summary schema", "6"));
        assertThat(metrics(result))
                .containsExactly(
                        "score 467188.0 instructions",
                        "D1mr 871.0 misses",
                        "L1HitRate 99.7 %",
                        "DHAT:TotalBytes 472.0 B");
        assertThat(result.notes()).extracting(BenchmarkResult.Note::code).containsExactly("limit-exceeded");
        assertThat(result.notes().get(0).message())
                .endsWith("Gungraun found more Ir than its limit of 5 % allows: 61248 before, 467188 now");
    }

    @Test
    void olderSchemasAreReadToo() {
        assertThat(metrics(read(THREE).get(0)))
                .containsExactly("score 700.0 instructions", "Dr 9.0 accesses", "DHAT:TotalBlocks 4.0 blocks");
        // 40 and 2 in two runs of the program
        assertThat(metrics(read(TWO).get(0)))
                .containsExactly(
                        "score 42.0 instructions",
                        "Memcheck:Errors 1.0 errors",
                        "Memcheck:Contexts 2.0 errors",
                        "Memcheck:SuppressedErrors 0.0 #",
                        "Memcheck:SuppressedContexts 0.0 #");
        assertThat(read(TWO).get(0).notes().get(0).message()).contains("its limit of 10.0 % allows: 30 before, 40 now");
    }

    @Test
    void summariesAreFoundBetweenWhatCargoPrints() {
        String output = "running 0 tests\n\n{\"reason\":\"build-finished\",\"success\":true}\nnote: {\n{ not json\n"
                + SIX.replace("\n", " ") + "\ntest result: ok.\n" + THREE + TWO;

        assertThat(read(output))
                .extracting(result -> result.benchmark().name())
                .containsExactly("crates/x/b::group::split", "crates/x/b::group::old", "crates/x/b::group::older");
    }

    @Test
    void aFolderIsReadAsOneDocument() throws IOException {
        ByteArrayOutputStream folder = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(folder)) {
            zip.putNextEntry(new ZipEntry("gungraun/x/b/group/split.large/callgrind.split.large.out"));
            zip.write("# callgrind format\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("gungraun/x/b/group/split.large/summary.json"));
            zip.write(SIX.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("gungraun/x/b/group/old/summary.json"));
            zip.write(THREE.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(DocumentReading.read(ResultFormat.GUNGRAUN, folder.toByteArray()))
                .extracting(result -> result.benchmark().name())
                .containsExactly("crates/x/b::group::split", "crates/x/b::group::old");
    }

    @Test
    void aBenchmarkThatOnlyTheOldRunHasIsNotMeasured() {
        BenchmarkResult result = read(THREE.replace("\"Left\"", "\"Right\"")
                        .replace("\"Both\":[700,650]", "\"Right\":650"))
                .get(0);

        assertThat(result.primary().score()).isNaN();
        assertThat(result.notes()).extracting(BenchmarkResult.Note::code).containsExactly("not-measured");
    }

    @Test
    void rejectsWithTheLineOfTheWholeDocument() {
        String broken = "one\ntwo\n" + SIX.replace("\"Both\":[{\"Int\":871},{\"Int\":0}]", "\"Both\":7");

        assertThat(DocumentReading.rejection(broken))
                .isEqualTo(
                        "invalid-field: Both is a number, expected a list of the new and the old count (line 9, column 72)");
        assertThat(DocumentReading.rejection(SIX + SIX))
                .startsWith("duplicate-result: result 2 (crates/x/b::group::split)");
        assertThat(DocumentReading.rejection("x\n" + SIX.substring(0, SIX.length() - 20)))
                .startsWith("truncated-document: an object in JSON begins here and doesn't end;")
                .endsWith("(line 2, column 1)");
        assertThat(DocumentReading.rejection(
                        "a::b::c\n  Instructions:                1734|1650            (+5.09090%)\n"))
                .contains("--save-summary=json");
        assertThat(DocumentReading.rejection("{\"dhatFileVersion\":2,\"mode\":\"heap\"}"))
                .contains("DHAT or Massif");
    }

    @Test
    void isReadOrRejectedWhateverIsChanged() throws IOException {
        HostileDocuments.areReadOrRejected(ResultFormat.GUNGRAUN, SIX, THREE, TWO, SIX + THREE + TWO);
    }

    private static List<BenchmarkResult> read(String text) {
        return DocumentReading.read(ResultFormat.GUNGRAUN, text);
    }

    private static List<String> metrics(BenchmarkResult result) {
        List<String> metrics = new ArrayList<>();
        metrics.add("score " + result.primary().score() + " "
                + result.primary().metric().unit().symbol());
        result.secondary()
                .forEach(each -> metrics.add(each.metric().name() + " " + each.score() + " "
                        + each.metric().unit().symbol()));
        return metrics;
    }
}
