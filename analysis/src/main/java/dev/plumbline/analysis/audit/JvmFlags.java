package dev.plumbline.analysis.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A JVM's arguments as it interprets them: if an option is given twice, the last one counts; the location of files doesn't matter.
 *
 * @param options {@code -XX} options by name: {@code true}, {@code false} or the value
 * @param others the other arguments in their order, with what belongs to them
 */
record JvmFlags(Map<String, String> options, List<String> others) {

    /** Options whose next argument belongs to them, and says where code is and not how it runs. */
    private static final Set<String> PATHS = Set.of(
            "-cp", "-classpath", "--class-path", "-p", "--module-path", "--upgrade-module-path", "--patch-module");

    /** Options that take their next argument. */
    private static final Set<String> PAIRS =
            Set.of("--add-opens", "--add-exports", "--add-reads", "--add-modules", "--limit-modules");

    /** Options that change what is written when something goes wrong, and nothing else. */
    private static final Set<String> HARMLESS = Set.of(
            "HeapDumpPath",
            "HeapDumpOnOutOfMemoryError",
            "ErrorFile",
            "LogFile",
            "OnError",
            "OnOutOfMemoryError",
            "ExitOnOutOfMemoryError",
            "CrashOnOutOfMemoryError",
            "UnlockDiagnosticVMOptions",
            "UnlockExperimentalVMOptions",
            "IgnoreUnrecognizedVMOptions");

    /** Properties that name places or the harness's own affairs. */
    private static final List<String> HARMLESS_PROPERTIES = List.of(
            "-Djmh.",
            "-Djava.io.tmpdir=",
            "-Duser.dir=",
            "-Duser.home=",
            "-Duser.name=",
            "-Djava.class.path=",
            "-Djava.library.path=",
            "-Djava.awt.headless=",
            "-Didea.",
            "-Dmaven.",
            "-Dorg.gradle.");

    static JvmFlags of(List<String> arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean paired = PATHS.contains(argument) || PAIRS.contains(argument);
            if (argument.startsWith("-XX:")) {
                option(argument.substring("-XX:".length()), options);
            } else if (paired && i + 1 < arguments.size()) {
                others.add(argument + " " + arguments.get(++i));
            } else {
                others.add(argument);
            }
        }
        return new JvmFlags(options, others);
    }

    private static void option(String text, Map<String, String> options) {
        int equals = text.indexOf('=');
        if (text.startsWith("+")) {
            options.put(text.substring(1), "true");
        } else if (text.startsWith("-")) {
            options.put(text.substring(1), "false");
        } else if (equals > 0 && text.startsWith("CompileCommand")) {
            options.put(text, "true");
        } else if (equals > 0) {
            options.put(text.substring(0, equals), text.substring(equals + 1));
        } else {
            options.put(text, "");
        }
    }

    /** Whether an option is switched on. */
    boolean on(String option) {
        return "true".equals(options.get(option));
    }

    /** Whether an option is switched off. */
    boolean off(String option) {
        return "false".equals(options.get(option));
    }

    /** The arguments as they are compared: each once, in one spelling, without what does not matter. */
    SortedSet<String> comparable() {
        SortedSet<String> comparable = new TreeSet<>();
        options.forEach((name, value) -> {
            if (!HARMLESS.contains(name)) {
                comparable.add(
                        switch (value) {
                            case "true" -> "-XX:+" + name;
                            case "false" -> "-XX:-" + name;
                            default -> "-XX:" + name + (value.isEmpty() ? "" : "=" + size(value));
                        });
            }
        });
        Map<String, String> sizes = new LinkedHashMap<>();
        for (String other : others) {
            if (other.matches("-X(mx|ms|mn|ss)\\d.*")) {
                sizes.put(other.substring(0, 4), size(other.substring(4)));
            } else if (other.startsWith("-javaagent:") || other.startsWith("-agentpath:")) {
                comparable.add(withoutFolder(other));
            } else if (!isHarmless(other)) {
                comparable.add(other);
            }
        }
        sizes.forEach((name, size) -> comparable.add(name + size));
        return comparable;
    }

    private static boolean isHarmless(String argument) {
        int blank = argument.indexOf(' ');
        return (blank > 0 && PATHS.contains(argument.substring(0, blank)))
                || HARMLESS_PROPERTIES.stream().anyMatch(argument::startsWith);
    }

    /** {@code -javaagent:/home/me/agent.jar=x} without the agent's location. */
    private static String withoutFolder(String argument) {
        int equals = argument.indexOf('=');
        String file = equals < 0 ? argument : argument.substring(0, equals);
        int colon = argument.indexOf(':');
        int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        return slash < 0 ? argument : argument.substring(0, colon + 1) + argument.substring(slash + 1);
    }

    /** A size in bytes, {@code 1g} as {@code 1073741824}; any other text as it is. */
    private static String size(String text) {
        if (!text.matches("\\d{1,12}[kKmMgGtT]?")) {
            return text;
        }
        int shift = "kmgt".indexOf(text.toLowerCase(Locale.ROOT).charAt(text.length() - 1)) + 1;
        long number = Long.parseLong(shift == 0 ? text : text.substring(0, text.length() - 1));
        return Long.toString(number << (10 * shift));
    }
}
