package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.List;
import java.util.Locale;

/** Which virtual machine measured, by its name and version. */
final class VirtualMachineCheck implements Check {

    /** Names of machines whose compiler follows JMH's hints (not to inline, not to drop what a black hole takes). */
    private static final List<String> FOLLOWS_HINTS = List.of("openjdk", "hotspot", "graalvm", "zing");

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        String name = result.setup().vmName();
        String version = result.setup().vmVersion();
        String both = (name + " " + version).toLowerCase(Locale.ROOT);
        if (both.contains("debug")) {
            observations.add(AuditCode.DEBUG_VM, name + " " + version);
        }
        if (both.contains("zero vm") || both.contains("interpreted vm")) {
            observations.add(AuditCode.INTERPRETED_ONLY, name);
        }
        if (both.contains("client vm") || both.contains("minimal vm")) {
            observations.add(AuditCode.COMPILER_LIMITED, name);
        }
        if (!name.isEmpty() && FOLLOWS_HINTS.stream().noneMatch(both::contains)) {
            observations.add(AuditCode.OTHER_VM, name);
        }
        if (version.contains("-ea") || version.contains("-internal") || version.contains("-beta")) {
            observations.add(AuditCode.EARLY_ACCESS_VM, version);
        }
    }
}
