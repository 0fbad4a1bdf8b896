package dev.plumbline.analysis.format.go;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a benchmark as Go prints it: {@code BenchmarkFields/kind=ascii/size=16-8}. The parts {@code /key=value} at its end are
 * parameters, as benchstat reads them. Those that other parts follow stay in the name, so that no two names become one. The number at
 * the end is GOMAXPROCS, which Go leaves out when it is 1.
 *
 * @param whole with parameters and without GOMAXPROCS
 * @param name without both
 * @param params the values of the parameters
 * @param threads GOMAXPROCS; 0 when the name doesn't say it
 */
record GoName(String whole, String name, SortedMap<String, String> params, int threads) {

    private static final Pattern THREADS = Pattern.compile("(.+)-([1-9]\\d{0,4})");
    private static final Pattern PARAMETER = Pattern.compile("([\\p{L}_][\\p{L}\\d_.]{0,99})=(.+)");

    static GoName of(String written) {
        Matcher threads = THREADS.matcher(written);
        boolean stated = threads.matches() && !threads.group(2).equals("1");
        String rest = stated ? threads.group(1) : written;
        String whole = rest;
        TreeMap<String, String> params = new TreeMap<>();
        int slash = rest.lastIndexOf('/');
        while (slash > 0) {
            Matcher parameter = PARAMETER.matcher(rest.substring(slash + 1));
            if (!parameter.matches() || params.putIfAbsent(parameter.group(1), parameter.group(2)) != null) {
                break;
            }
            rest = rest.substring(0, slash);
            slash = rest.lastIndexOf('/');
        }
        return new GoName(whole, rest, params, stated ? Integer.parseInt(threads.group(2)) : 0);
    }

    /** The identity of the benchmark in a package, whose path is empty if it isn't known. */
    BenchmarkId in(String path, int threadsIfUnknown) {
        String full = path.isEmpty() ? name : path + "." + name;
        return new BenchmarkId(full, params, Mode.AVERAGE_TIME, threads == 0 ? threadsIfUnknown : threads);
    }
}
