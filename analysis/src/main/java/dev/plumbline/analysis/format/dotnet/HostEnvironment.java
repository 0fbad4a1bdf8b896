package dev.plumbline.analysis.format.dotnet;

import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a report says about the machine, the runtime and the build: {@code HostEnvironmentInfo}. */
final class HostEnvironment {

    private static final String[] TEXTS = {
        "OsVersion", "RuntimeVersion", "ClrVersion", "Architecture", "DotNetCliVersion"
    };

    private HostEnvironment() {}

    /** The set-up of a benchmark. */
    static Setup setup(JsonPart host, JsonPart benchmark) {
        Map<String, String> settings = new TreeMap<>();
        for (String text : TEXTS) {
            put(settings, text, host.of(text));
        }
        JsonPart processor = host.of("ProcessorName");
        put(settings, "ProcessorName", processor.isObject() ? processor.of("Value") : processor);
        put(settings, "HardwareIntrinsics", benchmark.of("HardwareIntrinsics"));
        String build = host.of("Configuration").text().toLowerCase(Locale.ROOT);
        if (build.equals("debug") || build.equals("release")) {
            settings.put(Setup.BUILD, build);
        }
        if (host.of("HasAttachedDebugger").text().equalsIgnoreCase("true")) {
            settings.put(Setup.DEBUGGER, "attached");
        }
        return Setup.of(
                Harness.BENCHMARK_DOTNET, host.of("BenchmarkDotNetVersion").text(), settings);
    }

    private static void put(Map<String, String> settings, String name, JsonPart text) {
        if (!text.text().isEmpty()) {
            settings.put(name, text.text());
        }
    }
}
