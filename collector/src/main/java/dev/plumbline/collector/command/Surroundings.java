package dev.plumbline.collector.command;

import dev.plumbline.analysis.text.Paint;
import dev.plumbline.collector.client.Timing;
import dev.plumbline.collector.machine.Machine;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.terminal.Terminal;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything that the tool gets from outside.
 *
 * @param environment the environment variables
 * @param folder the folder it was started in
 * @param in standard input
 * @param out where results go
 * @param err where messages go
 * @param terminal what the results are shown on
 * @param machine the machine that it runs on, observed when it is needed
 * @param timing time and randomness
 */
public record Surroundings(
        Map<String, String> environment,
        Path folder,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminal terminal,
        Supplier<Machine> machine,
        Timing timing) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** The variable's value, empty when it is not set. */
    public String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** Whether a variable is set to a value that means yes. */
    public boolean isOn(String name) {
        return switch (variable(name).toLowerCase(Locale.ROOT)) {
            case "", "0", "false", "no", "off" -> false;
            default -> true;
        };
    }

    /** Where messages go, in colour on a terminal unless NO_COLOR is set. */
    public Console console() {
        return new Console(out, err, isColoured() ? Paint.ANSI : Paint.PLAIN, terminal);
    }

    /** Whether there are colours unless requested otherwise. */
    public boolean isColoured() {
        return terminal.interactive() && variable("NO_COLOR").isEmpty();
    }
}
