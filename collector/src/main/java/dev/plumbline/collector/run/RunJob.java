package dev.plumbline.collector.run;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.compare.MeasuredRun;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.harness.Invocation;
import dev.plumbline.collector.harness.Launches;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.jmh.Launch;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.upload.UploadJob;
import dev.plumbline.collector.upload.UploadSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a harness as often as is wanted, passes on its output, audits the measurement and uploads it as one run. */
final class RunJob {

    private static final int MOST_FINDINGS = 5;

    /** Processes that a signal ended have an exit code above this. */
    private static final int SIGNALLED = 128;

    private final Surroundings surroundings;
    private final Console console;
    private final Interruption interruption;

    RunJob(Surroundings surroundings, Console console, Interruption interruption) {
        this.surroundings = surroundings;
        this.console = console;
        this.interruption = interruption;
    }

    /**
     * Measures with a harness and returns the exit code.
     *
     * @param output where the results go unless the command says it
     * @param upload where to; empty: nowhere
     */
    int run(
            HarnessCommand harness,
            List<String> command,
            String output,
            int launches,
            Optional<UploadSettings> upload,
            TableStyle style) {
        Launches launcher = new Launches(
                harness,
                surroundings.folder(),
                surroundings.variable("CARGO_TARGET_DIR"),
                new Launch(surroundings.folder(), interruption));
        List<String> files = new ArrayList<>();
        for (String file : Launches.files(output, launches)) {
            Invocation invocation = harness.invocation(command, file, launches);
            if (!invocation.added().isEmpty()) {
                console.note("added: " + String.join(" ", invocation.added()));
            }
            Launches.Launched launched = launcher.run(invocation, surroundings.err());
            if (interruption.requested()) {
                console.error("interrupted; nothing was uploaded");
                return ExitCode.INTERRUPTED;
            }
            if (launched.exitCode() != 0) {
                console.error(
                        failure(command, launched.exitCode()) + (upload.isPresent() ? "; nothing was uploaded" : ""));
                return ExitCode.MEASUREMENT;
            }
            if (launched.results().isEmpty()) {
                console.error(
                        harness == HarnessCommand.JMH
                                ? "JMH left no results in " + invocation.results()
                                        + ": does the command pass its options to JMH?"
                                : command.get(0) + " left no results in " + invocation.results()
                                        + ": if it isn't started as usual, say what it is with --harness");
                return ExitCode.MEASUREMENT;
            }
            files.add(launched.results().get());
        }
        return finish(
                files,
                harness == HarnessCommand.JMH ? Optional.of(ResultFormat.JMH_JSON) : Optional.empty(),
                upload,
                style);
    }

    /** Measures plain commands, and returns the exit code. */
    int measure(List<String> commands, int times, String output, Optional<UploadSettings> upload, TableStyle style) {
        boolean measured = new MeasureCommands(surroundings.folder(), interruption, console)
                .run(commands, times, surroundings.folder().resolve(output), surroundings.err());
        if (!measured) {
            return interruption.requested() ? ExitCode.INTERRUPTED : ExitCode.MEASUREMENT;
        }
        return finish(List.of(output), Optional.of(ResultFormat.PLUMBLINE_JSON), upload, style);
    }

    private int finish(
            List<String> files, Optional<ResultFormat> format, Optional<UploadSettings> upload, TableStyle style) {
        audit(files, style);
        List<Path> documents = files.stream().map(Path::of).toList();
        return upload.map(settings -> new UploadJob(settings, surroundings, console).run(documents, format, true))
                .orElse(ExitCode.DONE);
    }

    private static String failure(List<String> command, int code) {
        return command.get(0)
                + (code > SIGNALLED
                        ? " was ended by signal " + (code - SIGNALLED)
                        : code == Launch.NOT_STARTED ? " could not be started" : " ended with exit code " + code);
    }

    private void audit(List<String> names, TableStyle style) {
        List<InputFile> files = names.stream()
                .map(name -> InputFile.of(surroundings.folder(), Path.of(name)))
                .toList();
        MeasuredRun run = MeasuredRun.pooled(names.get(0), files);
        List<Finding> findings = run.findings().stream()
                .filter(finding -> finding.severity().atLeast(Severity.SERIOUS))
                .toList();
        findings.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> console.warning(finding.what() + " (" + finding.where() + ")"));
        String more = "plumbline audit " + (files.size() > 1 ? "--as-forks " : "")
                + String.join(" ", files.stream().map(InputFile::name).toList()) + " has the details";
        if (findings.isEmpty()) {
            console.note("audit: no reason to distrust the measurement; " + more);
        } else {
            console.note("audit: " + findings.size() + (findings.size() == 1 ? " reason" : " reasons")
                    + " to distrust the measurement " + style.glyphs().arrow() + " " + more);
        }
    }
}
