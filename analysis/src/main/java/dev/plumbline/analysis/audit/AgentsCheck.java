package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What else was in the measuring JVM: debuggers, profilers, coverage and monitoring agents. */
final class AgentsCheck implements Check {

    private static final List<String> DEBUGGERS = List.of("jdwp", "debugger-agent", "kotlinx-coroutines");

    private static final List<String> COVERAGE = List.of("jacoco", "coverage", "cobertura", "emma", "clover", "jcov");

    private static final List<String> PROFILERS = List.of(
            "asyncprofiler",
            "async-profiler",
            "yjpagent",
            "yourkit",
            "jprofiler",
            "hprof",
            "honest-profiler",
            "liblagent",
            "visualvm",
            "jvmmonitor",
            "arthas",
            "pyroscope",
            "newrelic",
            "opentelemetry",
            "dd-java-agent",
            "datadog",
            "elastic-apm",
            "glowroot",
            "appdynamics",
            "oneagent",
            "dynatrace",
            "skywalking",
            "pinpoint",
            "scouter",
            "inspectit",
            "applicationinsights",
            "instana",
            "jmx_prometheus",
            "allocation-instrumenter",
            "perf-map-agent");

    private List<String> lastArguments = List.of();
    private Map<AuditCode, Set<String>> lastFound = Map.of();

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        List<String> arguments = result.setup().jvmArgs();
        if (!arguments.equals(lastArguments)) {
            lastArguments = arguments;
            lastFound = found(arguments);
        }
        lastFound.forEach((code, agents) -> observations.add(code, String.join(" ", agents)));
    }

    private static Map<AuditCode, Set<String>> found(List<String> arguments) {
        Map<AuditCode, Set<String>> found = new EnumMap<>(AuditCode.class);
        for (String argument : arguments) {
            kind(argument)
                    .ifPresent(code -> found.computeIfAbsent(code, first -> new LinkedHashSet<>())
                            .add(argument));
        }
        return found;
    }

    private static Optional<AuditCode> kind(String argument) {
        String text = argument.toLowerCase(Locale.ROOT);
        if (text.equals("-xdebug")) {
            return Optional.of(AuditCode.DEBUGGER);
        }
        if (text.startsWith("-xx:startflightrecording")
                || text.equals("-xx:+flightrecorder")
                || text.equals("-xprof")) {
            return Optional.of(AuditCode.PROFILER_ATTACHED);
        }
        boolean agent = text.startsWith("-javaagent:")
                || text.startsWith("-agentlib:")
                || text.startsWith("-agentpath:")
                || text.startsWith("-xrun");
        if (!agent) {
            return Optional.empty();
        }
        String name = name(text);
        if (DEBUGGERS.stream().anyMatch(name::contains)) {
            return Optional.of(AuditCode.DEBUGGER);
        }
        if (COVERAGE.stream().anyMatch(name::contains)) {
            return Optional.of(AuditCode.COVERAGE_AGENT);
        }
        return Optional.of(
                PROFILERS.stream().anyMatch(name::contains) ? AuditCode.PROFILER_ATTACHED : AuditCode.UNKNOWN_AGENT);
    }

    /** The agent's file or library, without the folder and its options: {@code -javaagent:/x/coverage/my.jar=a} is {@code my.jar}. */
    private static String name(String argument) {
        if (argument.startsWith("-xrun")) {
            return argument.split("[:=]", 2)[0];
        }
        int equals = argument.indexOf('=');
        String file = equals < 0 ? argument : argument.substring(0, equals);
        return file.substring(Math.max(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')), file.indexOf(':')) + 1);
    }
}
