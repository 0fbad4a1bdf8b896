package dev.plumbline.analysis.format.hostile;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.archive.Archives;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The shortest document of each format that is worth breaking everywhere; the compiler asks for one of a new format. */
final class SmallDocuments {

    private static final String RESULT =
            "\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"params\":{\"n\":\"1\"},\"primaryMetric\":"
                    + "{\"score\":2.5,\"scoreError\":\"NaN\",\"scoreUnit\":\"ns/op\",\"rawData\":[[2.0,3.0]]},\"secondaryMetrics\":{}";

    private SmallDocuments() {}

    /** The document of a format. */
    static byte[] of(ResultFormat format) {
        return format == ResultFormat.CRITERION
                ? Archives.tar(Map.of("a/new/benchmark.json", CRITERION_NAME, "a/new/sample.json", CRITERION_SAMPLE))
                : text(format).getBytes(StandardCharsets.UTF_8);
    }

    private static final String CRITERION_NAME =
            "{\"group_id\":\"a\",\"function_id\":null,\"value_str\":null,\"throughput\":null,\"full_id\":\"a\","
                    + "\"directory_name\":\"a\",\"title\":\"a\"}";
    private static final String CRITERION_SAMPLE =
            "{\"sampling_mode\":\"Flat\",\"iters\":[1.0,1.0],\"times\":[9.0,8.0]}";

    private static String text(ResultFormat format) {
        return switch (format) {
            case JMH_JSON -> "[{\"jmhVersion\":\"1.37\",\"threads\":1,\"forks\":1," + RESULT + "}]";
            case KOTLINX_JSON -> "[{\"configurationName\":\"main\"," + RESULT.replace("\"NaN\"", "NaN") + "}]";
            case JMH_CSV -> """
                "Benchmark","Mode","Threads","Samples","Score","Score Error (99.9%)","Unit"
                "a.B.c","avgt",1,15,2.5,0.1,"us/op"
                """;
            case JMH_SCSV ->
                "Benchmark;Mode;Threads;Samples;Score;Score Error (99.9%);Unit\na.B.c;avgt;1;15;2,5;0,1;us/op\n";
            case JMH_TEXT ->
                "Benchmark  (n)  Mode  Cnt  Score   Error  Units\nB.c          1  avgt   15  2.500 ± 0.100  us/op\n";
            case CRITERION -> throw new IllegalArgumentException("an archive is no text");
            case CARGO_CRITERION ->
                "{\"reason\":\"benchmark-complete\",\"id\":\"a/b\",\"iteration_count\":[2,4],\"measured_values\":[200.0,440.0],"
                        + "\"unit\":\"ns\",\"throughput\":[],\"typical\":{\"estimate\":1,\"lower_bound\":1,\"upper_bound\":1,"
                        + "\"unit\":\"ns\"},\"mean\":{\"estimate\":1,\"lower_bound\":1,\"upper_bound\":1,\"unit\":\"ns\"},"
                        + "\"median\":{\"estimate\":1,\"lower_bound\":1,\"upper_bound\":1,\"unit\":\"ns\"},\"slope\":null,"
                        + "\"change\":null}\n";
            case CRITERION_TEXT -> """
                fib 15                  time:   [1.2000 µs 1.3000 µs 1.6000 µs]
                                        thrpt:  [50.150 Melem/s 73.169 Melem/s 121.21 Melem/s]
                """;
            case LIBTEST_BENCH -> "test parse::tokens ... bench:         329.25 ns/iter (+/- 4.10) = 120 MB/s\n";
            case DIVAN -> """
                Timer precision: 20 ns
                a        fastest       │ slowest       │ median        │ mean          │ samples │ iters
                ╰─ b                   │               │               │               │         │
                   ╰─ 16 105.5 ns      │ 2.251 µs      │ 116.5 ns      │ 141.9 ns      │ 100     │ 100
                """;
            case CALLGRIND -> """
                # callgrind format
                version: 1
                cmd: ./a 1
                part: 1
                events: Ir
                fl=(1) a.c
                fn=(1) main
                1 5
                calls=1 0
                +1 7
                summary: 5
                totals: 5
                """;
            case CACHEGRIND ->
                "desc: I1 cache: 32768 B\ncmd: ./a 1\nevents: Ir Dr\nfl=a.c\nfn=main\n1 5 2\n2 4 1\nsummary: 9 3\n";
            case GUNGRAUN ->
                "{\"benchmark_exe\":\"/a\",\"benchmark_file\":\"/b.rs\",\"callgrind_summary\":{\"callgrind_run\":{\"segments\":[],"
                        + "\"total\":{\"regressions\":[],\"summary\":{\"Ir\":{\"metrics\":{\"Both\":[700,650]}}}}}},"
                        + "\"tool_summaries\":[],\"id\":null,\"details\":null,\"module_path\":\"b::g\","
                        + "\"project_root\":\"/\",\"package_dir\":\"/\",\"kind\":\"LibraryBenchmark\",\"version\":\"3\"}\n";
            case TOKIO_CONSOLE ->
                "{\"v\":1}\n{\"Spawn\":{\"id\":4,\"at\":{\"secs_since_epoch\":1,\"nanos_since_epoch\":0},\"fields\":[]}}\n";
            case GO_BENCH ->
                "goos: linux\npkg: a.b/c\nBenchmarkFields/n=1-8   \t     100\t        12.5 ns/op\t   8 B/op\n";
            case GOOGLE_BENCHMARK_JSON ->
                "{\"context\":{\"num_cpus\":2,\"library_build_type\":\"debug\"},\"benchmarks\":[{\"name\":\"BM/1\",\"iterations\":3,"
                        + "\"real_time\":2.5,\"cpu_time\":2.4,\"time_unit\":\"ns\",\"items\":7}]}";
            case GOOGLE_BENCHMARK_CSV ->
                "name,iterations,real_time,cpu_time,time_unit,bytes_per_second,items_per_second,label,error_occurred,"
                        + "error_message\n\"BM/1\",3,2.5,2.4,ns,,,,,\n";
            case PYTEST_BENCHMARK ->
                "{\"machine_info\":{},\"commit_info\":{},\"benchmarks\":[{\"name\":\"t\",\"fullname\":\"a.py::t\",\"params\":null,"
                        + "\"stats\":{\"min\":1,\"max\":2,\"mean\":1.5,\"stddev\":0.1,\"median\":1.5,\"rounds\":2,"
                        + "\"iterations\":1,\"data\":[1,2]}}]}";
            case HYPERFINE_JSON ->
                "{\"results\":[{\"command\":\"a\",\"mean\":1.5,\"user\":1,\"system\":0.1,\"times\":[1,2],\"exit_codes\":[0,0]}]}";
            case HYPERFINE_CSV -> "command,mean,stddev,median,user,system,min,max\na,1.5,0.1,1.5,1,0.1,1,2\n";
            case BENCHMARK_DOTNET_JSON ->
                "{\"HostEnvironmentInfo\":{\"Configuration\":\"DEBUG\"},\"Benchmarks\":[{\"DisplayInfo\":\"A.M: DefaultJob\","
                        + "\"Namespace\":\"N\",\"Type\":\"A\",\"Method\":\"M\",\"FullName\":\"N.A.M\",\"Parameters\":\"\","
                        + "\"Statistics\":{\"N\":2,\"Mean\":5.5,\"OriginalValues\":[5,6]}}]}";
            case CATCH2_XML ->
                "<?xml version=\"1.0\"?><Catch2TestRun name=\"a\"><TestCase name=\"b\"><BenchmarkResults name=\"c\" samples=\"5\">"
                        + "<mean value=\"8.5\" lowerBound=\"8\" upperBound=\"9\"/></BenchmarkResults></TestCase>"
                        + "</Catch2TestRun>";
            case CATCH2_TEXT -> """
                a is a Catch v2.13.10 host application.
                Run with -? for options

                -------------------------------------------------------------------------------
                Words
                -------------------------------------------------------------------------------
                words.cpp:20
                ...............................................................................

                benchmark name                       samples       iterations    estimated
                                                     mean          low mean      high mean
                                                     std dev       low std dev   high std dev
                -------------------------------------------------------------------------------
                count 2000                                      50             3    2.24805 ms
                                                        8.44564 us    8.02332 us     9.7869 us
                                                        2.27673 us    66.9125 ns    4.92248 us
                """;
            case VITEST_JSON ->
                "{\"files\":[{\"filepath\":\"/a.bench.js\",\"groups\":[{\"fullName\":\"a.bench.js > g\",\"benchmarks\":[{\"id\":\"1\","
                        + "\"name\":\"b\",\"mean\":2.5,\"rme\":1,\"median\":2.4,\"sampleCount\":20,\"samples\":[]}]}]}]}";
            case ASV_JSON ->
                "{\"commit_hash\":\"a\",\"result_columns\":[\"result\",\"params\",\"version\"],\"params\":{},\"results\":"
                        + "{\"s.time_a\":[[1.0,2.0],[[\"1\",\"2\"]],\"v\"]},\"version\":2}";
            case ANDROIDX_JSON ->
                "{\"context\":{\"build\":{\"device\":\"d\"}},\"benchmarks\":[{\"name\":\"a\",\"params\":{},\"className\":\"B\","
                        + "\"metrics\":{\"timeNs\":{\"minimum\":5,\"maximum\":6,\"median\":5.5,\"runs\":[5,6]}}}]}";
            case BENCHMARK_ACTION_JSON ->
                "[{\"name\":\"a\",\"unit\":\"ms\",\"value\":12.5,\"range\":\"1\",\"extra\":\"b\"}]";
            case PLUMBLINE_JSON ->
                "{\"plumbline\":1,\"harness\":{\"name\":\"h\",\"settings\":{\"a\":\"b\"}},\"benchmarks\":[{\"name\":\"c\","
                        + "\"params\":{\"n\":1},\"threads\":2,\"metrics\":[{\"unit\":\"ns/op\",\"direction\":\"none\","
                        + "\"processes\":[[1,2],{\"value\":3,\"samples\":[3]}]},{\"name\":\"m\",\"unit\":\"#\",\"exact\":4}]}]}";
        };
    }
}
