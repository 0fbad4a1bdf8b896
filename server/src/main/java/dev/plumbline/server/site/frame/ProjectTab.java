package dev.plumbline.server.site.frame;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A part of a project's pages, in the order of the tabs. */
enum ProjectTab {
    /** Whether anything is wrong. */
    OVERVIEW("Overview", "", Set.of("alarms")),
    /** What was measured. */
    RUNS("Runs", "runs", Set.of("uploads")),
    /** What changes did that are not on the base branch. */
    PULL_REQUESTS("Pull requests", "pull-requests", Set.of("branches")),
    /** What got worse, or better, and what people say about it. */
    REGRESSIONS("Regressions", "regressions", Set.of()),
    /** What is measured. */
    BENCHMARKS("Benchmarks", "benchmarks", Set.of("series")),
    /** What the project is set to. */
    SETTINGS("Settings", "settings", Set.of("notifications", "renames", "deliveries"));

    private final String label;
    private final String folder;
    private final Set<String> others;

    ProjectTab(String label, String folder, Set<String> others) {
        this.label = label;
        this.folder = folder;
        this.others = others;
    }

    /** As people read it. */
    String label() {
        return label;
    }

    /** The address of its first page, below the project's. */
    String path() {
        return folder.isEmpty() ? "" : "/" + folder;
    }

    /** The tab of the pages of a folder below the project's address; empty where none has them. */
    static Optional<ProjectTab> of(String folder) {
        return Arrays.stream(values())
                .filter(tab -> tab.folder.equals(folder) || tab.others.contains(folder))
                .findFirst();
    }
}
