package dev.plumbline.collector.run;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.compare.MeasuredRun;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.jmh.Launch;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.upload.UploadJob;
import dev.plumbline.collector.upload.UploadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs JMH, passes on its output, audits the measurement and uploads it. */
final class RunJob {

    private static final int MOST_FINDINGS = 5;

    /** Processes that a signal ended have an exit code above this. */
    private static final int SIGNALLED = 128;

    private final JmhInvocation measure;
    private final Surroundings surroundings;
    private final Console console;

    RunJob(JmhInvocation measure, Surroundings surroundings, Console console) {
        this.measure = measure;
        this.surroundings = surroundings;
        this.console = console;
    }

    /**
     * Measures and returns the exit code.
     *
     * @param upload where to; empty: nowhere
     */
    int run(Optional<UploadSettings> upload, TableStyle style, Interruption interruption) {
        if (!measure.added().isEmpty()) {
            console.note("added: " + String.join(" ", measure.added()));
        }
        Path results = surroundings.folder().resolve(measure.results());
        forget(results);
        int code = new Launch(surroundings.folder(), interruption).run(measure.command(), surroundings.err());
        if (interruption.requested()) {
            console.error("interrupted; nothing was uploaded");
            return ExitCode.INTERRUPTED;
        }
        if (code != 0) {
            console.error(measure.command().get(0)
                    + (code > SIGNALLED
                            ? " was ended by signal " + (code - SIGNALLED)
                            : code == Launch.NOT_STARTED ? " could not be started" : " ended with exit code " + code)
                    + (upload.isPresent() ? "; nothing was uploaded" : ""));
            return ExitCode.MEASUREMENT;
        }
        if (!Files.isRegularFile(results)) {
            console.error(
                    "JMH left no results in " + measure.results() + ": does the command pass its options to JMH?");
            return ExitCode.MEASUREMENT;
        }
        audit(style);
        return upload.map(settings -> new UploadJob(settings, surroundings, console)
                        .run(List.of(Path.of(measure.results())), Optional.of(ResultFormat.JMH_JSON)))
                .orElse(ExitCode.DONE);
    }

    /** Results of an earlier run must not be taken for those of this one. */
    private static void forget(Path results) {
        try {
            Files.deleteIfExists(results);
        } catch (IOException locked) {
            throw new UsageException(results + " already exists and can't be replaced: " + locked.getMessage());
        }
    }

    private void audit(TableStyle style) {
        InputFile file = InputFile.of(surroundings.folder(), Path.of(measure.results()));
        MeasuredRun run = file.read(stream -> MeasuredRun.read(file.name(), stream));
        List<Finding> findings = run.findings().stream()
                .filter(finding -> finding.severity().atLeast(Severity.SERIOUS))
                .toList();
        findings.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> console.warning(finding.what() + " (" + finding.where() + ")"));
        String more = "plumbline audit " + file.name() + " has the details";
        if (findings.isEmpty()) {
            console.note("audit: no reason to distrust the measurement; " + more);
        } else {
            console.note("audit: " + findings.size() + (findings.size() == 1 ? " reason" : " reasons")
                    + " to distrust the measurement " + style.glyphs().arrow() + " " + more);
        }
    }
}
