package dev.plumbline.server.http;

import dev.plumbline.server.report.ChangeReports;
import dev.plumbline.server.store.CatalogTables;
import dev.plumbline.server.store.Deliveries;
import dev.plumbline.server.store.Ingest;
import dev.plumbline.server.store.Jobs;
import dev.plumbline.server.store.PointTables;
import dev.plumbline.server.store.Policies;
import dev.plumbline.server.store.Projects;
import dev.plumbline.server.store.Quarantine;
import dev.plumbline.server.store.RunTables;
import dev.plumbline.server.store.Thresholds;
import dev.plumbline.server.store.Tokens;
import dev.plumbline.server.store.TrustedRepositories;

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
