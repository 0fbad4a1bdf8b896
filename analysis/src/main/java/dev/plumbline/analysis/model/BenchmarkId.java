package dev.plumbline.analysis.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What identifies a benchmark from run to run: class and method, parameters, mode and thread count.
 *
 * @param name class and method, as the result file gives it; never empty
 * @param params parameter values by name, in the order of the names; empty when there are none
 * @param mode how it was measured
 * @param threads the number of threads, at least 1
 */
public record BenchmarkId(String name, SortedMap<String, String> params, Mode mode, int threads) {

    public BenchmarkId(String name, Map<String, String> params, Mode mode, int threads) {
        this(name, Collections.unmodifiableSortedMap(new TreeMap<>(params)), mode, threads);
    }

    public BenchmarkId {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a benchmark's name is empty");
        }
        if (threads < 1) {
            throw new IllegalArgumentException(name + ": threads is " + threads + ", expected at least 1");
        }
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /**
     * One text for the whole identity: equal exactly when the identities are equal. Example: {@code
     * com.acme.Foo.bar{size=10,kind=a}[avgt,1]}, names and values escaped with a backslash where they contain one of
     * {@code \ { } = , [ ]}.
     */
    public String key() {
        StringBuilder key = new StringBuilder();
        escape(name, key);
        char separator = '{';
        for (Map.Entry<String, String> param : params.entrySet()) {
            key.append(separator);
            escape(param.getKey(), key);
            key.append('=');
            escape(param.getValue(), key);
            separator = ',';
        }
        if (!params.isEmpty()) {
            key.append('}');
        }
        return key.append('[')
                .append(mode.label())
                .append(',')
                .append(threads)
                .append(']')
                .toString();
    }

    private static void escape(String text, StringBuilder target) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ("\\{}=,[]".indexOf(character) >= 0) {
                target.append('\\');
            }
            target.append(character);
        }
    }
}
