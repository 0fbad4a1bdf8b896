package dev.plumbline.analysis.format.go;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configuration that holds for the results below it: lines {@code key: value}, the key in lower case and without blanks (the
 * benchmark data format of Go, proposal 14313). A line with the same key replaces the value, one without a value removes it.
 */
final class GoConfiguration {

    private static final Pattern LINE = Pattern.compile("(\\p{Ll}[^\\s\\p{Lu}:]{0,99}):(?:[ \t]+(.*))?");

    /** What says which code was measured and when, and nothing of how. */
    private static final Set<String> OF_THE_RUN =
            Set.of("pkg", "commit", "commit-time", "branch", "date", "time", "panic", "upload", "upload-time", "by");

    private static final int MOST_KEYS = 100;
    private static final int LONGEST_VALUE = 300;

    private final Map<String, String> values = new LinkedHashMap<>();
    private Optional<Setup> setup = Optional.empty();

    /** Reads a line; false if it is none of a configuration. */
    boolean read(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
        if (value.isEmpty()) {
            values.remove(matcher.group(1));
        } else if (values.size() < MOST_KEYS || values.containsKey(matcher.group(1))) {
            values.put(matcher.group(1), value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
        }
        setup = Optional.empty();
        return true;
    }

    /** The path of the package; empty if it isn't known. */
    String path() {
        return values.getOrDefault("pkg", "");
    }

    /** Says which package it is, for want of a line. */
    void suggestPath(String path) {
        values.putIfAbsent("pkg", path.substring(0, Math.min(path.length(), LONGEST_VALUE)));
    }

    /** How results are measured here. */
    Setup setup() {
        Setup known = setup.orElseGet(() -> {
            Map<String, String> settings = new TreeMap<>(values);
            settings.keySet().removeAll(OF_THE_RUN);
            return Setup.of(Harness.GO, "", settings);
        });
        setup = Optional.of(known);
        return known;
    }
}
