package dev.plumbline.collector.harness;

import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.jmh.JmhArguments;
import java.util.ArrayList;
import java.util.List;

/** JMH, with what a measurement should have unless the user chose otherwise. */
final class JmhInvocation {

    /**
     * JMH's own default, so that a benchmark that says nothing about forks is measured as JMH would, and one that is annotated
     * with a single fork gets what a verdict needs. Three are the fewest that a verdict can be based on.
     */
    private static final String FORKS = "5";

    private JmhInvocation() {}

    /**
     * The command.
     *
     * @param output where the results go when the command doesn't say
     * @throws UsageException when the command asks for results in another format
     */
    static Invocation of(List<String> command, String output) {
        JmhArguments given = new JmhArguments(command);
        List<String> added = new ArrayList<>();
        String format = given.value("-rf").orElse("");
        if (!format.isEmpty() && !format.equalsIgnoreCase("json")) {
            throw new UsageException("-rf " + format + " isn't supported: use -rf json, or omit it");
        }
        if (format.isEmpty()) {
            added.addAll(List.of("-rf", "json"));
        }
        if (!given.has("-rff")) {
            added.addAll(List.of("-rff", output));
        }
        if (!given.profiles("gc")) {
            added.addAll(List.of("-prof", "gc"));
        }
        if (!given.has("-f")) {
            added.addAll(List.of("-f", FORKS));
        }
        return new Invocation(
                given.with(added.toArray(String[]::new)).words(),
                given.value("-rff").orElse(output),
                added,
                false);
    }
}
