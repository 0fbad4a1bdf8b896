package dev.plumbline.collector.duet;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.terminal.Terminal;
import java.io.PrintStream;
import java.time.Duration;

/** The progress of a duet: one line that is overwritten on a terminal, a line for each round in a log. */
public final class ProgressLine implements DuetProgress {

    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final Console console;
    private final Terminal terminal;
    private final Duration budget;
    private final boolean separately;

    /**
     * The progress of a duet.
     *
     * @param separately whether benchmarks are measured one by one, and not all of a harness at once
     */
    public ProgressLine(Surroundings surroundings, Console console, Duration budget, boolean separately) {
        this.err = surroundings.err();
        this.console = console;
        this.terminal = surroundings.terminal();
        this.budget = budget;
        this.separately = separately;
    }

    @Override
    public void pair(int round, String benchmark, Duration elapsed) {
        if (terminal.interactive()) {
            String name = Printable.line(benchmark);
            String line = "pair " + round + ", " + TimeSpan.clock(elapsed) + " of " + TimeSpan.clock(budget) + "  ";
            int room = Math.max(0, terminal.width() - line.length() - 1);
            err.print(ERASE + line + name.substring(Math.max(0, name.length() - room)));
            err.flush();
        }
    }

    @Override
    public void round(int round, int open, int benchmarks, Duration elapsed) {
        if (!terminal.interactive()) {
            String left = separately
                    ? ": " + open + " of " + benchmarks + (benchmarks == 1 ? " benchmark" : " benchmarks")
                            + " to settle, "
                    : open == 0 ? ": settled, " : ": to settle, ";
            console.note("pair " + round + left + TimeSpan.clock(elapsed) + " of " + TimeSpan.clock(budget));
        }
    }

    @Override
    public void failure(String sentence) {
        done();
        console.warning(Printable.line(sentence));
    }

    @Override
    public void done() {
        if (terminal.interactive()) {
            err.print(ERASE);
            err.flush();
        }
    }
}
