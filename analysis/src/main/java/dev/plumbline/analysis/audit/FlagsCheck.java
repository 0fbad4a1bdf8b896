package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the JVM's arguments let it run code as in production. Results of one document mostly have the same ones. */
final class FlagsCheck implements Check {

    private static final String FULL_OPTIMISATION = "4";

    /** Optimisations that are on in production; without them, a different program is measured. */
    private static final Set<String> OPTIMISATIONS = Set.of(
            "Inline",
            "InlineSynchronizedMethods",
            "DoEscapeAnalysis",
            "EliminateAllocations",
            "EliminateLocks",
            "UseOnStackReplacement",
            "UseSuperWord",
            "UseLoopPredicate",
            "OptimizeStringConcat",
            "UseTypeProfile",
            "UseInlineCaches",
            "UseTLAB",
            "SegmentedCodeCache",
            "UseCompiler");

    /** Checks and traces inside the virtual machine that cost time wherever they are passed. */
    private static final Set<String> DIAGNOSTICS = Set.of(
            "VerifyBeforeGC",
            "VerifyAfterGC",
            "VerifyDuringGC",
            "VerifyOops",
            "VerifyStack",
            "CheckJNICalls",
            "ExtendedDTraceProbes",
            "DTraceMethodProbes",
            "DTraceAllocProbes",
            "PrintCompilation",
            "PrintInlining",
            "PrintAssembly",
            "LogCompilation",
            "TraceClassLoading",
            "SafepointALot",
            "GCALot",
            "ZapUnusedHeapArea",
            "StressGCM",
            "StressLCM",
            "StressIGVN");

    private List<String> lastArguments = List.of();
    private Map<AuditCode, Set<String>> lastFound = Map.of();

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        List<String> arguments = result.setup().jvmArgs();
        if (!arguments.equals(lastArguments)) {
            lastArguments = arguments;
            lastFound = found(JvmFlags.of(arguments));
        }
        lastFound.forEach((code, flags) -> observations.add(code, String.join(" ", flags)));
    }

    private static Map<AuditCode, Set<String>> found(JvmFlags flags) {
        Map<AuditCode, Set<String>> found = new EnumMap<>(AuditCode.class);
        compiler(flags, found);
        assertions(flags.others(), found);
        for (String option : flags.options().keySet()) {
            if (flags.off(option) && OPTIMISATIONS.contains(option)) {
                add(found, AuditCode.OPTIMISATION_OFF, "-XX:-" + option);
            }
            if (flags.on(option) && DIAGNOSTICS.contains(option)) {
                add(found, AuditCode.DIAGNOSTICS_ON, "-XX:+" + option);
            }
            if (option.startsWith("CompileCommand=exclude") || option.startsWith("CompileOnly")) {
                add(found, AuditCode.OPTIMISATION_OFF, "-XX:" + option);
            }
        }
        if ("detail".equals(flags.options().get("NativeMemoryTracking"))) {
            add(found, AuditCode.DIAGNOSTICS_ON, "-XX:NativeMemoryTracking=detail");
        }
        if (flags.on("UseEpsilonGC")) {
            add(found, AuditCode.NO_COLLECTOR, "-XX:+UseEpsilonGC");
        }
        for (String other : flags.others()) {
            if (other.startsWith("-Xcheck:jni")) {
                add(found, AuditCode.DIAGNOSTICS_ON, other);
            }
        }
        return found;
    }

    private static void compiler(JvmFlags flags, Map<AuditCode, Set<String>> found) {
        for (String other : flags.others()) {
            switch (other) {
                case "-Xint", "-Djava.compiler=NONE", "-Djava.compiler=" ->
                    add(found, AuditCode.INTERPRETED_ONLY, other);
                case "-Xcomp" -> add(found, AuditCode.COMPILED_WITHOUT_PROFILE, other);
                default -> {}
            }
        }
        String level = flags.options().getOrDefault("TieredStopAtLevel", FULL_OPTIMISATION);
        if (level.equals("0")) {
            add(found, AuditCode.INTERPRETED_ONLY, "-XX:TieredStopAtLevel=0");
        } else if (!level.equals(FULL_OPTIMISATION)) {
            add(found, AuditCode.COMPILER_LIMITED, "-XX:TieredStopAtLevel=" + level);
        }
        switch (flags.options().getOrDefault("CompilationMode", "default")) {
            case "quick-only" -> add(found, AuditCode.COMPILER_LIMITED, "-XX:CompilationMode=quick-only");
            case "high-only" -> add(found, AuditCode.TIERED_OFF, "-XX:CompilationMode=high-only");
            default -> {}
        }
        if (flags.off("TieredCompilation")) {
            add(found, AuditCode.TIERED_OFF, "-XX:-TieredCompilation");
        }
    }

    /** What is still on after all arguments: a later {@code -da} cancels an earlier {@code -ea}. */
    private static void assertions(List<String> arguments, Map<AuditCode, Set<String>> found) {
        Set<String> on = new LinkedHashSet<>();
        for (String argument : arguments) {
            String name = argument;
            String where = "";
            int colon = argument.indexOf(':');
            if (colon > 0) {
                name = argument.substring(0, colon);
                where = argument.substring(colon);
            }
            switch (name) {
                case "-ea", "-enableassertions" -> on.add("-ea" + where);
                case "-esa", "-enablesystemassertions" -> on.add("-esa");
                case "-da", "-disableassertions" -> on.remove("-ea" + where);
                case "-dsa", "-disablesystemassertions" -> on.remove("-esa");
                default -> {}
            }
        }
        on.forEach(flag -> add(found, AuditCode.ASSERTIONS_ON, flag));
    }

    private static void add(Map<AuditCode, Set<String>> found, AuditCode code, String flag) {
        found.computeIfAbsent(code, first -> new LinkedHashSet<>()).add(flag);
    }
}
