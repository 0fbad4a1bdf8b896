package dev.plumbline.collector.run;

import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.harness.CommandWords;
import dev.plumbline.collector.harness.PlainCommand;
import dev.plumbline.collector.harness.TimedLaunch;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.jmh.Launch;
import dev.plumbline.collector.terminal.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures plain commands from outside, alternately, each run as a process of its own. */
final class MeasureCommands {

    private final Path folder;
    private final Interruption interruption;
    private final Console console;

    MeasureCommands(Path folder, Interruption interruption, Console console) {
        this.folder = folder;
        this.interruption = interruption;
        this.console = console;
    }

    /**
     * Measures each of these that often, after one run that doesn't count, and writes the results.
     *
     * @return false after the reason was told: a command failed, or the user interrupted
     */
    boolean run(List<String> commands, int times, Path results, OutputStream output) {
        Map<String, PlainCommand> measured = new LinkedHashMap<>();
        commands.forEach(command -> measured.put(command, new PlainCommand(command)));
        TimedLaunch launch = new TimedLaunch(new Launch(folder, interruption));
        for (int round = 0; round <= times; round++) {
            for (Map.Entry<String, PlainCommand> each : measured.entrySet()) {
                List<String> words = CommandWords.of(each.getKey());
                if (words.isEmpty()) {
                    throw new UsageException("--command is empty");
                }
                PlainCommand kept = round == 0 ? new PlainCommand(each.getKey()) : each.getValue();
                int code = launch.run(words, output, kept);
                if (interruption.requested()) {
                    console.error("interrupted; nothing was uploaded");
                    return false;
                }
                if (code != 0) {
                    console.error(each.getKey() + " "
                            + (code == Launch.NOT_STARTED ? "could not be started" : "ended with exit code " + code));
                    return false;
                }
            }
        }
        try {
            PlainCommand.write(results, List.copyOf(measured.values()));
            return true;
        } catch (IOException failed) {
            throw new UsageException("can't write " + results + ": " + failed.getMessage());
        }
    }
}
