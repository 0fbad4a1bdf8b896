package dev.plumbline.server;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.server.DemoHistory.Run;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.history.CommitInfo;
import dev.plumbline.server.ingest.Ingest;
import dev.plumbline.server.ingest.RunMetadata;
import dev.plumbline.server.ingest.Upload;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.report.RunTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores the recorded history in a project as uploads would, leaving out what is already there. */
final class DemoLoader {

    /** How much of the first-parent log goes with each run, as a collector in a shallow clone would send it. */
    private static final int LOG_LENGTH = 20;

    private static final int MOST_RUNS = 10_000;

    private final Projects projects;
    private final RunTables runs;
    private final Ingest ingest;

    DemoLoader(Projects projects, RunTables runs, Ingest ingest) {
        this.projects = projects;
        this.runs = runs;
        this.ingest = ingest;
    }

    /** The project of the history, created if it is missing. */
    Project project(DemoHistory history) {
        return projects.find(history.project())
                .orElseGet(
                        () -> projects.create(history.project(), "Demo: a recorded history", history.branch(), true));
    }

    /** Stores what is missing, oldest first; returns the number of runs stored. */
    int load(Project project, DemoHistory history) throws IOException {
        Set<String> present = present(project, history);
        int loaded = 0;
        for (int i = 0; i < history.runs().size(); i++) {
            Run run = history.runs().get(i);
            if (!present.contains(run.commit())) {
                store(project, history, i, run);
                loaded++;
            }
        }
        return loaded;
    }

    private Set<String> present(Project project, DemoHistory history) {
        return runs
                .runs(
                        project.id(),
                        Optional.of(history.branch()),
                        Optional.of(history.environment()),
                        Optional.empty(),
                        new PageOf(0, MOST_RUNS))
                .stream()
                .map(RunTables.Run::commit)
                .collect(Collectors.toSet());
    }

    private void store(Project project, DemoHistory history, int index, Run run) throws IOException {
        Path file = Files.createTempFile("plumbline-demo-", ".json.gz");
        try {
            try (InputStream in = DemoHistory.open(run)) {
                Files.write(file, in.readAllBytes());
            }
            RunMetadata metadata = new RunMetadata(
                    history.branch(),
                    run.commit(),
                    history.environment(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    run.startedAt(),
                    log(history, index),
                    history.observed(),
                    "{}");
            ingest.store(new Upload(project.id(), metadata, ResultFormat.JMH_JSON, file));
        } finally {
            Files.delete(file);
        }
    }

    private static List<CommitInfo> log(DemoHistory history, int index) {
        List<CommitInfo> log = new ArrayList<>();
        for (int i = index; i >= 0 && log.size() < LOG_LENGTH; i--) {
            Run run = history.runs().get(i);
            log.add(new CommitInfo(run.commit(), run.parent(), run.committedAt(), run.author(), run.subject()));
        }
        return log;
    }
}
