package dev.plumbline.benchmarks.reading;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.benchmarks.SyntheticDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A document of a format whose files become large, of some megabytes.
 *
 * @param format what it is
 * @param bytes as it is read
 * @param bare what a bare parse reads: the same bytes, or those of the files of an archive
 * @param json whether these are JSON, or JSON values one after the other; otherwise they are lines
 */
record LargeFile(ResultFormat format, byte[] bytes, byte[] bare, boolean json) {

    /** Results with raw data of 3 forks and 5 iterations, of five metrics. */
    static LargeFile jmh() {
        byte[] bytes = new SyntheticDocument(1_000, 3, 5, SyntheticDocument.MOST_SECONDARY_METRICS).bytes(1);
        return new LargeFile(ResultFormat.JMH_JSON, bytes, bytes, true);
    }

    /** A tar of {@code target/criterion}: 400 benchmarks of 1,000 samples. */
    static LargeFile criterion() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream files = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (int i = 0; i < 400; i++) {
                entry(tar, files, "group/b" + i + "/new/benchmark.json", """
                        {"group_id":"group","function_id":"b%d","value_str":null,"throughput":null,"full_id":"group/b%d",\
                        "directory_name":"group/b%d","title":"group/b%d"}""".formatted(i, i, i, i));
                entry(
                        tar,
                        files,
                        "group/b" + i + "/new/sample.json",
                        "{\"sampling_mode\":\"Linear\",\"iters\":[" + list(1_000, sample -> sample + 1 + ".0")
                                + "],\"times\":[" + list(1_000, sample -> number(12.5 * (sample + 1), sample)) + "]}");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new LargeFile(ResultFormat.CRITERION, bytes.toByteArray(), files.toByteArray(), true);
    }

    private static void entry(TarArchiveOutputStream tar, ByteArrayOutputStream files, String path, String content)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
        files.write(bytes);
    }

    /** 500 benchmarks of 20 repetitions. */
    static LargeFile googleBenchmark() {
        return json(
                ResultFormat.GOOGLE_BENCHMARK_JSON,
                "{\"context\":{\"num_cpus\":8,\"library_build_type\":\"release\"},\"benchmarks\":["
                        + list(10_000, i -> """
                        {"name":"BM_Sort/%d","family_index":0,"per_family_instance_index":0,"run_name":"BM_Sort/%d",\
                        "run_type":"iteration","repetitions":20,"repetition_index":%d,"threads":1,"iterations":3000,\
                        "real_time":%s,"cpu_time":%s,"time_unit":"ns","items_per_second":%s}""".formatted(
                                        i / 20, i / 20, i % 20, number(2_500, i), number(2_400, i), number(4e8, i)))
                        + "]}");
    }

    /** Summaries of 4,000 benchmarks, one a line. */
    static LargeFile gungraun() {
        String events = list(
                9,
                event -> "\"" + new String[] {"Ir", "Dr", "Dw", "I1mr", "D1mr", "D1mw", "ILmr", "DLmr", "DLmw"}[event]
                        + "\":{\"diffs\":null,\"metrics\":{\"Left\":{\"Int\":" + (900_000 + event) + "}}}");
        return json(
                ResultFormat.GUNGRAUN,
                IntStream.range(0, 4_000)
                        .mapToObj(i -> """
                                {"baselines":[null,null],"benchmark_exe":"/t/b","benchmark_file":"/b.rs","details":"%d",\
                                "function_name":"f","id":"i%d","kind":"LibraryBenchmark","module_path":"b::g::f",\
                                "package_dir":"/","profiles":[{"tool":"Callgrind","log_paths":[],"out_paths":[],\
                                "flamegraphs":[],"summaries":{"parts":[],"total":{"regressions":[],"summary":\
                                {"Callgrind":{%s}}}}}],"project_root":"/","summary_output":null,"version":"6"}
                                """.formatted(i, i, events))
                        .collect(Collectors.joining()));
    }

    /** 100 benchmarks of 5,000 rounds. */
    static LargeFile pytest() {
        return json(
                ResultFormat.PYTEST_BENCHMARK,
                "{\"machine_info\":{},\"commit_info\":{},\"benchmarks\":["
                        + list(
                                100,
                                i -> "{\"name\":\"t" + i + "\",\"fullname\":\"a.py::t" + i
                                        + "\",\"params\":null,\"stats\":{\"min\":1,\"max\":2,\"mean\":1.5,\"stddev\":0.1,"
                                        + "\"median\":1.5,\"rounds\":5000,\"iterations\":1,\"data\":["
                                        + list(5_000, round -> number(1.5e-5, round)) + "]}}")
                        + "]}");
    }

    /** 200 tasks that are polled 100 times, one event a line. */
    static LargeFile tokioConsole() {
        StringBuilder text = new StringBuilder("{\"v\":1}\n");
        long nanos = 0;
        for (int task = 1; task <= 200; task++) {
            text.append(event("Spawn", task, nanos, ",\"fields\":[]"));
            for (int poll = 0; poll < 100; poll++) {
                text.append(event("Enter", task, nanos += 1_000, ""));
                text.append(event("Exit", task, nanos += 1_000, ""));
            }
            text.append(event("Close", task, nanos += 1_000, ""));
        }
        return json(ResultFormat.TOKIO_CONSOLE, text.toString());
    }

    private static String event(String kind, int task, long nanos, String more) {
        return "{\"" + kind + "\":{\"id\":" + task + ",\"at\":{\"secs_since_epoch\":1730000000,\"nanos_since_epoch\":"
                + nanos + "}" + more + "}}\n";
    }

    /** 2,000 functions of 100 lines, which call each other, with nine events. */
    static LargeFile callgrind() {
        StringBuilder text = new StringBuilder("""
                # callgrind format
                version: 1
                creator: callgrind-3.19.0
                pid: 1
                cmd: ./a
                part: 1

                positions: line
                events: Ir Dr Dw I1mr D1mr D1mw ILmr DLmr DLmw

                """);
        long[] totals = new long[9];
        for (int function = 1; function <= 2_000; function++) {
            text.append("fl=(")
                    .append(function)
                    .append(") file")
                    .append(function)
                    .append(".c\nfn=(")
                    .append(function)
                    .append(") function")
                    .append(function)
                    .append('\n');
            for (int line = 1; line <= 100; line++) {
                text.append(line == 1 ? "1" : "+1");
                for (int event = 0; event < totals.length; event++) {
                    int cost = (function * 31 + line * 7_919 + event * 104_729) % 100_000;
                    totals[event] += cost;
                    text.append(' ').append(cost);
                }
                text.append('\n');
            }
            text.append("cfn=(1)\ncalls=3 1\n* 1 2 3 4 5 6 7 8 9\n");
        }
        text.append("totals:");
        for (long total : totals) {
            text.append(' ').append(total);
        }
        byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        return new LargeFile(ResultFormat.CALLGRIND, bytes, bytes, false);
    }

    private static LargeFile json(ResultFormat format, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new LargeFile(format, bytes, bytes, true);
    }

    private static String list(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
    }

    /** A number with ten digits that is at most a percent away, each time another. */
    private static String number(double about, int which) {
        return String.format(Locale.ROOT, "%.10g", about * (1 + 0.01 * Math.sin(which)));
    }
}
