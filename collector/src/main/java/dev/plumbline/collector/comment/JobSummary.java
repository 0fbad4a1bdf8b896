package dev.plumbline.collector.comment;

import dev.plumbline.collector.ci.WorkflowAnnotation;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.verdict.ServerReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a verdict goes if it can't be a comment: an annotation in the job's log, and the job's summary. */
final class JobSummary {

    private final Surroundings surroundings;
    private final Console console;

    JobSummary(Surroundings surroundings, Console console) {
        this.surroundings = surroundings;
        this.console = console;
    }

    /** Writes both. */
    void write(ServerReport report, String markdown) {
        WorkflowAnnotation.Level level = report.failure()
                ? WorkflowAnnotation.Level.ERROR
                : report.rank() > 0 ? WorkflowAnnotation.Level.WARNING : WorkflowAnnotation.Level.NOTICE;
        String sentence = report.sentence().replace("**", "");
        console.result(new WorkflowAnnotation(level, "Plumbline", sentence).line());
        String file = surroundings.variable("GITHUB_STEP_SUMMARY");
        if (file.isEmpty()) {
            console.warning("there is no job summary here (GITHUB_STEP_SUMMARY), so there is only the annotation");
            return;
        }
        try {
            Files.writeString(
                    Path.of(file),
                    markdown.stripTrailing() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            console.warning("can't write the job summary: " + failed);
        }
    }
}
