package dev.plumbline.collector.backfill;

import dev.plumbline.collector.build.CommitBuild;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.harness.CommandWords;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.harness.Launches;
import dev.plumbline.collector.harness.PlainCommand;
import dev.plumbline.collector.harness.TimedLaunch;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.jmh.JmhArguments;
import dev.plumbline.collector.jmh.Launch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Launches the benchmarks of a commit in the folder in which it was built. */
final class SideLauncher {

    private static final String RESULTS = "plumbline-backfill";

    private final CommitBuild build;
    private final Measured measured;
    private final Interruption interruption;
    private final String cargoTarget;

    SideLauncher(CommitBuild build, Measured measured, Interruption interruption, String cargoTarget) {
        this.build = build;
        this.measured = measured;
        this.interruption = interruption;
        this.cargoTarget = cargoTarget;
    }

    /** Launches once; returns the file with the results, empty when the launch failed. */
    Optional<Path> launch() {
        Launch launch = new Launch(build.folder(), interruption);
        try (OutputStream log =
                Files.newOutputStream(build.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            return measured instanceof Measured.ByHarness started
                    ? byHarness(started, launch, log)
                    : plain((Measured.Plain) measured, launch, log);
        } catch (IOException failed) {
            throw new UsageException("the results can't be kept in " + build.folder() + ": " + failed.getMessage());
        }
    }

    private Optional<Path> byHarness(Measured.ByHarness started, Launch launch, OutputStream log) {
        HarnessCommand harness = started.harness();
        Launches.Launched launched = new Launches(harness, build.folder(), cargoTarget, launch)
                .run(harness.invocation(words(started), RESULTS + harness.suffix(), 1), log);
        return launched.exitCode() == 0
                ? launched.results().map(name -> build.folder().resolve(name))
                : Optional.empty();
    }

    /** A launch is one fork of JMH's, since the other side's comes next. */
    private static List<String> words(Measured.ByHarness started) {
        if (started.harness() != HarnessCommand.JMH || new JmhArguments(started.command()).has("-f")) {
            return started.command();
        }
        List<String> words = new ArrayList<>(started.command());
        words.addAll(List.of("-f", "1"));
        return words;
    }

    private Optional<Path> plain(Measured.Plain plain, Launch launch, OutputStream log) throws IOException {
        List<PlainCommand> commands = new ArrayList<>();
        for (String text : plain.commands()) {
            PlainCommand command = new PlainCommand(text);
            if (new TimedLaunch(launch).run(CommandWords.of(text), log, command) != 0) {
                return Optional.empty();
            }
            commands.add(command);
        }
        Path results = build.folder().resolve(RESULTS + ".json");
        PlainCommand.write(results, commands);
        return Optional.of(results);
    }
}
