package dev.plumbline.analysis.format.google;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an instance of a benchmark, as {@code BenchmarkName::str} of the library joins it: {@code
 * function/args/min_time:…/min_warmup_time:…/iterations:…/repeats:…/time type/threads:…}. Arguments become parameters ({@code
 * range(0)} is what the code calls one without a name), the threads become threads, and all else stays in the name.
 *
 * @param whole as written
 * @param benchmark its identity
 * @param realTime whether the benchmark measures real time ({@code real_time}, {@code manual_time}) and not the CPU's, which is the
 *     library's default
 */
record GoogleName(String whole, BenchmarkId benchmark, boolean realTime) {

    private static final Pattern THREADS = Pattern.compile("threads:([1-9]\\d{0,5})");
    private static final Pattern OPTION = Pattern.compile(
            "(?:min_time|min_warmup_time|iterations|repeats):[\\d.]{1,30}|real_time|manual_time|process_time");
    private static final Pattern ARGUMENT = Pattern.compile("(?:([^:]{1,200}):)?(-?\\d{1,20})");

    /** The parameter that holds the threads where one is stated, which differs from none. */
    private static final String ONE_THREAD = "threads";

    static GoogleName of(String written) {
        List<String> parts = new ArrayList<>(List.of(written.split("/", -1)));
        TreeMap<String, String> params = new TreeMap<>();
        int threads = 1;
        Matcher stated = THREADS.matcher(parts.get(parts.size() - 1));
        if (parts.size() > 1 && stated.matches()) {
            threads = Integer.parseInt(stated.group(1));
            parts.remove(parts.size() - 1);
            if (threads == 1) {
                params.put(ONE_THREAD, "1");
            }
        }
        List<String> options = new ArrayList<>();
        while (parts.size() > 1 && OPTION.matcher(parts.get(parts.size() - 1)).matches()) {
            options.add(parts.remove(parts.size() - 1));
        }
        Collections.reverse(options);
        arguments(parts, params);
        parts.addAll(options);
        boolean real = options.contains("real_time") || options.contains("manual_time");
        String name = String.join("/", parts);
        return new GoogleName(
                written, new BenchmarkId(name.isEmpty() ? written : name, params, Mode.AVERAGE_TIME, threads), real);
    }

    /** Moves the arguments at the end of the parts to the parameters, unless two of them have one name. */
    private static void arguments(List<String> parts, TreeMap<String, String> params) {
        int first = parts.size();
        while (first > 1 && ARGUMENT.matcher(parts.get(first - 1)).matches()) {
            first--;
        }
        TreeMap<String, String> arguments = new TreeMap<>();
        for (int i = first; i < parts.size(); i++) {
            Matcher argument = ARGUMENT.matcher(parts.get(i));
            if (!argument.matches()) {
                return;
            }
            String name = argument.group(1) == null ? "range(" + (i - first) + ")" : argument.group(1);
            if (params.containsKey(name) || arguments.putIfAbsent(name, argument.group(2)) != null) {
                return;
            }
        }
        parts.subList(first, parts.size()).clear();
        params.putAll(arguments);
    }
}
