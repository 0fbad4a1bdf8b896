package dev.plumbline.analysis.format.text;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that JMH prints before a benchmark's name: how it is measured. */
final class LogSetup {

    private static final Pattern ITERATIONS =
            Pattern.compile("(\\d{1,9}) iterations, ([^,]{1,99}) each(?:, (\\d{1,9}) calls per op)?.*");
    private static final Pattern VERSION = Pattern.compile("(?:JDK )?([^,]*)(?:, ([^,]*))?(?:, (.*))?");
    private static final String NONE = "<none>";

    private final Map<String, String> fields = new HashMap<>();

    void read(String field, String text) {
        fields.put(field, text);
    }

    /** What is now measured in this way. */
    LogBlock block(String benchmark) {
        return new LogBlock(benchmark, mode(), threads(), setup());
    }

    private Mode mode() {
        String name = text("Benchmark mode");
        if (name.startsWith("Average")) {
            return Mode.AVERAGE_TIME;
        }
        if (name.startsWith("Sampl")) {
            return Mode.SAMPLE_TIME;
        }
        return name.startsWith("Single") ? Mode.SINGLE_SHOT_TIME : Mode.THROUGHPUT;
    }

    private int threads() {
        Matcher number = Pattern.compile("(\\d{1,9}) .*").matcher(text("Threads"));
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }

    private Setup setup() {
        Matcher version = VERSION.matcher(text("VM version"));
        boolean known = version.matches() && version.group(3) != null;
        Matcher warmup = ITERATIONS.matcher(text("Warmup"));
        Matcher measurement = ITERATIONS.matcher(text("Measurement"));
        String options = text("VM options");
        return new Setup(
                Harness.JMH,
                text("JMH").replaceFirst("^version: ", "").replaceFirst(" \\(released .*", ""),
                text("VM invoker"),
                options.isEmpty() || options.equals(NONE) ? List.of() : Arrays.asList(options.split(" +", -1)),
                known ? version.group(1) : "",
                known ? version.group(2) : "",
                known ? version.group(3) : "",
                -1,
                iterations(warmup, text("Warmup")),
                warmup.matches() ? warmup.group(2) : "",
                batch(warmup),
                iterations(measurement, text("Measurement")),
                measurement.matches() ? measurement.group(2) : "",
                batch(measurement),
                Collections.emptySortedMap());
    }

    private static int iterations(Matcher line, String text) {
        return text.equals(NONE) ? 0 : line.matches() ? Integer.parseInt(line.group(1)) : -1;
    }

    private static int batch(Matcher line) {
        if (!line.matches()) {
            return -1;
        }
        return line.group(3) == null ? 1 : Integer.parseInt(line.group(3));
    }

    private String text(String field) {
        return fields.getOrDefault(field, "");
    }
}
