package dev.plumbline.server.api;

import dev.plumbline.server.history.CatalogTables;
import dev.plumbline.server.history.PointTables;
import dev.plumbline.server.ingest.Ingest;
import dev.plumbline.server.ingest.Quarantine;
import dev.plumbline.server.judging.Thresholds;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.project.Tokens;
import dev.plumbline.server.project.TrustedRepositories;
import dev.plumbline.server.queue.Deliveries;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.report.ChangeReports;
import dev.plumbline.server.report.Policies;
import dev.plumbline.server.report.RunTables;

/**
 * What the API reads and writes.
 *
 * @param projects the projects
 * @param tokens their tokens
 * @param trust whose CI jobs they let in
 * @param quarantine whether they take uploads of nobody, and what those are bound to
 * @param catalog what a project has
 * @param points the points of a series
 * @param runs runs, verdicts and regressions
 * @param ingest takes documents in
 * @param jobs the waiting work
 * @param thresholds how projects want to be judged
 * @param deliveries what waits to be told to the outside
 * @param policies what projects want to be told on pull requests
 * @param reports what changes did
 */
public record Stores(
        Projects projects,
        Tokens tokens,
        TrustedRepositories trust,
        Quarantine quarantine,
        CatalogTables catalog,
        PointTables points,
        RunTables runs,
        Ingest ingest,
        Jobs jobs,
        Thresholds thresholds,
        Deliveries deliveries,
        Policies policies,
        ChangeReports reports) {}
