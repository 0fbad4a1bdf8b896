package dev.plumbline.collector.rename;

import java.util.Map;
import java.util.stream.Collectors;

/** A benchmark under its two names, as the server tells of it. */
record RenamedBenchmark(String from, String to, Map<String, String> params, String mode, int threads) {

    /** For example {@code acme.old.A.m -> acme.young.A.m (size=10) avgt}. */
    String line() {
        String given = params.entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", "));
        return from + " -> " + to
                + (given.isEmpty() ? "" : " (" + given + ")")
                + (mode.isEmpty() ? "" : " " + mode)
                + (threads > 1 ? " " + threads + " threads" : "");
    }
}
