package dev.plumbline.analysis.format.dotnet;

import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the benchmarks of one document are called: {@code FullName} without its arguments, which are parameters. Reports before
 * 0.10.2 have no full name but namespace, type and method.
 */
final class BenchmarkNames {

    /** Where the next parameter begins in {@code N=1000&Mode=a}. */
    static final Pattern NEXT = Pattern.compile("&(?=[\\p{L}_@][\\w@]{0,200}=)");

    private final Set<String> keys = new HashSet<>();

    /** What identifies a benchmark; different for all benchmarks of the document. */
    BenchmarkId of(JsonPart benchmark) {
        String fullName = fullName(benchmark);
        String arguments = arguments(benchmark, fullName);
        String name = fullName.substring(0, fullName.length() - arguments.length());
        Map<String, String> params = params(benchmark);
        if (!isWritten(params, arguments)) {
            params.put("arguments", withoutParentheses(arguments));
        }
        DotnetJob job = DotnetJob.of(benchmark);
        BenchmarkId id = id(name, params, job.what());
        if (!keys.add(id.key())) {
            id = id(name, params, job.text());
            keys.add(id.key());
        }
        return id;
    }

    private static BenchmarkId id(String name, Map<String, String> params, String job) {
        Map<String, String> all = new LinkedHashMap<>(params);
        if (!job.isEmpty()) {
            all.put(all.containsKey("job") ? "BenchmarkDotNet job" : "job", job);
        }
        return new BenchmarkId(name, all, Mode.AVERAGE_TIME, 1);
    }

    private static String fullName(JsonPart benchmark) {
        String fullName = benchmark.of("FullName").text();
        if (!fullName.isEmpty()) {
            return fullName;
        }
        StringBuilder name = new StringBuilder();
        for (String field : new String[] {"Namespace", "Type", "Method"}) {
            String part = benchmark.of(field).text();
            name.append(name.isEmpty() || part.isEmpty() ? "" : ".").append(part);
        }
        return name.isEmpty() ? "(no name)" : name.toString();
    }

    /** The end of a full name with the arguments in parentheses: {@code (N: 1000, Mode: a)}. */
    private static String arguments(JsonPart benchmark, String fullName) {
        String method = benchmark.of("Method").text();
        int begin = fullName.indexOf("." + method + "(");
        return method.isEmpty() || begin < 0 || !fullName.endsWith(")")
                ? ""
                : fullName.substring(begin + method.length() + 1);
    }

    private static Map<String, String> params(JsonPart benchmark) {
        Map<String, String> params = new LinkedHashMap<>();
        String text = benchmark.of("Parameters").text();
        if (!text.isEmpty()) {
            for (String param : NEXT.split(text, -1)) {
                int equals = param.indexOf('=');
                params.put(
                        equals <= 0 ? "parameters" : param.substring(0, equals),
                        equals <= 0 ? param : param.substring(equals + 1));
            }
        }
        return params;
    }

    /** Whether the parameters say all that the arguments do: long values and arrays are abridged in parameters. */
    private static boolean isWritten(Map<String, String> params, String arguments) {
        String written = params.entrySet().stream()
                .map(param -> param.getKey() + ": " + param.getValue())
                .collect(Collectors.joining(", "));
        return arguments.isEmpty() || unquoted(withoutParentheses(arguments)).equals(unquoted(written));
    }

    private static String withoutParentheses(String arguments) {
        return arguments.substring(1, arguments.length() - 1);
    }

    private static String unquoted(String text) {
        return text.replace("\"", "").replace("'", "");
    }
}
