package dev.plumbline.server.site.frame;

import java.util.Optional;

/** A part of a project's pages, in the order of the tabs. */
enum ProjectTab {
    /** Whether anything is wrong. */
    OVERVIEW("Overview", ""),
    /** What was measured. */
    RUNS("Runs", "runs"),
    /** What changes did that are not on the base branch. */
    PULL_REQUESTS("Pull requests", "pull-requests"),
    /** What got worse, or better, and what people say about it. */
    REGRESSIONS("Regressions", "regressions"),
    /** What is measured. */
    BENCHMARKS("Benchmarks", "benchmarks"),
    /** What the project is set to. */
    SETTINGS("Settings", "settings");

    private final String label;
    private final String folder;

    ProjectTab(String label, String folder) {
        this.label = label;
        this.folder = folder;
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
        return switch (folder) {
            case "", "alarms" -> Optional.of(OVERVIEW);
            case "runs", "uploads" -> Optional.of(RUNS);
            case "pull-requests", "branches" -> Optional.of(PULL_REQUESTS);
            case "regressions" -> Optional.of(REGRESSIONS);
            case "benchmarks", "series" -> Optional.of(BENCHMARKS);
            case "settings", "notifications", "renames", "deliveries" -> Optional.of(SETTINGS);
            default -> Optional.empty();
        };
    }
}
