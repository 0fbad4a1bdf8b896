package dev.plumbline.analysis.format.androidx;

import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a report says about the device and how it ran: {@code context}, which may also be a plain text. A microbenchmark finds out
 * its numbers of iterations anew each time, so that they are no setting.
 */
final class Device {

    private Device() {}

    /** The set-up of a benchmark. */
    static Setup setup(JsonPart context, JsonPart benchmark) {
        Map<String, String> settings = new TreeMap<>();
        if (context.isObject()) {
            JsonPart build = context.of("build");
            put(settings, "model", build.of("model"));
            put(settings, "device", build.of("device"));
            put(settings, "fingerprint", build.of("fingerprint"));
            put(settings, "sdk", build.of("version").of("sdk"));
            for (String name : new String[] {
                "cpuLocked", "sustainedPerformanceModeEnabled", "compilationMode", "artMainlineVersion"
            }) {
                put(settings, name, context.of(name));
            }
            String locked = context.of("cpuLocked").text();
            if (!locked.isEmpty()) {
                settings.put(Setup.FREQUENCY_SCALING, locked.equals("true") ? "off" : "on");
            }
        } else if (!context.isArray()) {
            put(settings, "context", context);
        }
        boolean micro = benchmark.of("metrics").of("timeNs").exists();
        if (!micro) {
            put(settings, "warmupIterations", benchmark.of("warmupIterations"));
            put(settings, "repeatIterations", benchmark.of("repeatIterations"));
        }
        double slept = benchmark.of("thermalThrottleSleepSeconds").number();
        if (slept > 0) {
            settings.put("thermalThrottleSleepSeconds", Double.toString(slept));
        }
        return Setup.of(Harness.ANDROIDX, "", settings);
    }

    private static void put(Map<String, String> settings, String name, JsonPart text) {
        if (!text.text().isEmpty()) {
            settings.put(name, text.text());
        }
    }
}
