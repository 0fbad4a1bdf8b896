package dev.plumbline.collector;

import dev.plumbline.collector.client.Timing;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * All that the tool takes from outside.
 *
 * @param environment the environment variables
 * @param folder the folder it was started in
 * @param in what is piped into it
 * @param out where results go
 * @param err where messages go
 * @param terminal what the results are shown on
 * @param machine what it runs on
 * @param timing time and chance
 */
record Surroundings(
        Map<String, String> environment,
        Path folder,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminal terminal,
        Machine machine,
        Timing timing) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** The variable's value, empty when it is not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** Whether a variable is set to something that means yes. */
    boolean isOn(String name) {
        return switch (variable(name).toLowerCase(Locale.ROOT)) {
            case "", "0", "false", "no", "off" -> false;
            default -> true;
        };
    }
}
