package dev.plumbline.analysis.format.kind;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Which fields the beginning of a JSON text has, and where.
 *
 * @param fields the paths of its fields, as far as three levels down, such as {@code []/benchmark}: an element of an
 *     array is {@code []}
 * @param several whether another value follows the first one
 */
record JsonOutline(Set<String> fields, boolean several) {

    private static final int DEEPEST = 3;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    JsonOutline {
        fields = Set.copyOf(fields);
    }

    /** The outline of a text, which may end anywhere, or of a script that assigns such a text to a variable. */
    static JsonOutline of(String text) {
        Set<String> fields = new HashSet<>();
        int values = 0;
        try (JsonParser parser = FACTORY.createParser(TextOutline.withoutAssignment(text))) {
            while (parser.nextToken() != null) {
                values++;
                read(parser, "", fields);
            }
        } catch (IOException end) {
            return new JsonOutline(fields, values > 1);
        }
        return new JsonOutline(fields, values > 1);
    }

    private static void read(JsonParser parser, String path, Set<String> fields) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return;
        }
        boolean array = parser.currentToken() == JsonToken.START_ARRAY;
        while (parser.nextToken() != null && !parser.currentToken().isStructEnd()) {
            String child = array ? path + "[]" : path + parser.currentName();
            if (!array) {
                parser.nextToken();
            }
            fields.add(child + kindOf(parser));
            if (depth(child) < DEEPEST) {
                read(parser, child + "/", fields);
            } else {
                parser.skipChildren();
            }
        }
    }

    /** What stands for a value's type at the end of its path: an array is told from everything else. */
    private static String kindOf(JsonParser parser) {
        return parser.currentToken() == JsonToken.START_ARRAY ? "=array" : "";
    }

    private static int depth(String path) {
        return (int) path.chars().filter(character -> character == '/').count() + 1;
    }

    /** The kind of a document that has these fields. */
    DocumentKind kind() {
        if (has("plumbline")) {
            return DocumentKind.PLUMBLINE_JSON;
        }
        if (isResult("[]/")) {
            return has("[]/configurationName") && !has("[]/jmhVersion")
                    ? DocumentKind.KOTLINX_JSON
                    : DocumentKind.JMH_JSON;
        }
        if (isResult("")) {
            return DocumentKind.JMH_OBJECTS;
        }
        if (has("benchmark_exe") && has("benchmark_file")) {
            return DocumentKind.GUNGRAUN;
        }
        if (has("v") && (has("Spawn/at") || has("Enter/at") || has("Waker/at") || has("Close/at"))) {
            return DocumentKind.TOKIO_CONSOLE;
        }
        if (has("dhatFileVersion")) {
            return DocumentKind.VALGRIND_HEAP;
        }
        if (has("reason") && (has("measured_values=array") || (has("benchmarks=array") && has("group_name")))) {
            return DocumentKind.CARGO_CRITERION;
        }
        if ((has("iters=array") && has("times=array"))
                || (has("full_id") && has("directory_name"))
                || (has("mean/point_estimate") && has("median/point_estimate"))
                || (has("Mean/point_estimate") && has("Median/point_estimate"))) {
            return DocumentKind.CRITERION_FILE;
        }
        if (has("Action") && (has("Package") || has("ImportPath") || has("Output"))) {
            return DocumentKind.GO_JSON;
        }
        if (several) {
            return DocumentKind.JSON_LINES;
        }
        if (has("HostEnvironmentInfo") && has("Benchmarks=array")) {
            return DocumentKind.BENCHMARK_DOTNET_JSON;
        }
        if (has("latency/mean") && has("throughput/mean")) {
            return DocumentKind.VITEST_TASK;
        }
        if (isVitest()) {
            return DocumentKind.VITEST_JSON;
        }
        if (isAsv()) {
            return DocumentKind.ASV_JSON;
        }
        if (fields.stream().anyMatch(field -> field.endsWith("/param_names=array"))) {
            return DocumentKind.ASV_BENCHMARKS;
        }
        if (has("entries") && !has("points=array")) {
            return DocumentKind.BENCHMARK_ACTION;
        }
        if (has("[]/name") && has("[]/unit") && has("[]/value")) {
            return DocumentKind.BENCHMARK_ACTION_INPUT;
        }
        if (has("points=array")) {
            return DocumentKind.SERIES;
        }
        if (has("benchmarks=array")) {
            return suite();
        }
        if (has("results=array") && has("results/[]/command")) {
            return DocumentKind.HYPERFINE;
        }
        if (has("rules=array") || has("thresholds=array")) {
            return DocumentKind.THRESHOLDS;
        }
        return isConfiguration() ? DocumentKind.CONFIGURATION : DocumentKind.UNKNOWN;
    }

    /** Test results of vitest 5, in an array, tell themselves from Jest's by their benchmarks only; before, a field was a suite. */
    private boolean isVitest() {
        return has("files/[]/groups=array")
                || has("testResults/[]/assertionResults=array")
                || (has("numTotalTestSuites") && (has("testResults") || has("testResults=array")));
    }

    /** Version 2 names its columns before the results, version 1 may have the commit behind them. */
    private boolean isAsv() {
        return (has("commit_hash") && has("results"))
                || (has("result_columns=array") && has("results"))
                || fields.stream()
                        .anyMatch(field -> field.startsWith("results/")
                                && (field.endsWith("/stats=array") || field.endsWith("/params=array")));
    }

    private DocumentKind suite() {
        if (has("machine_info") || has("commit_info")) {
            return DocumentKind.PYTEST_BENCHMARK;
        }
        if (has("context/build") || has("benchmarks/[]/className") || has("benchmarks/[]/metrics")) {
            return DocumentKind.ANDROIDX_JSON;
        }
        if (has("context/executable") || has("context/num_cpus") || has("benchmarks/[]/real_time")) {
            return DocumentKind.GOOGLE_BENCHMARK;
        }
        return DocumentKind.UNKNOWN;
    }

    /** An object with settings, of which lists may be a part: several fields aren't lists, and none is a list of runs. */
    private boolean isConfiguration() {
        long settings = fields.stream()
                .filter(field -> !field.startsWith("[]") && !field.contains("/") && !field.endsWith("=array"))
                .count();
        return settings > 1 && !has("series") && !has("values=array") && !has("unit") && !has("direction");
    }

    private boolean isResult(String path) {
        return has(path + "benchmark") && (has(path + "primaryMetric") || has(path + "mode"));
    }

    private boolean has(String field) {
        return fields.contains(field);
    }
}
